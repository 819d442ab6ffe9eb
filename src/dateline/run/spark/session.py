"""A Spark session, quiet, or one line that says what it lacks."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import InputError, UsageError

if TYPE_CHECKING:
    from dateline.run.job import Job

__all__ = ["LOCAL", "ready", "session"]

LOCAL = "local[*]"
_OLDEST = (4, 1)
_LOGGING = Path(__file__).with_name("log4j2.properties")
_CONFIG = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.adaptive.enabled": "true",
    # A megabyte of versions is a minute of reading: small stages too are for all cores.
    "spark.sql.adaptive.coalescePartitions.minPartitionSize": "64k",
    "spark.python.worker.reuse": "true",
    "spark.python.daemon.module": "dateline.run.spark.daemon",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
    # Rows are as long as articles: small row groups, so that a stage's file is read by many tasks.
    "spark.hadoop.parquet.block.size": str(16 << 20),
    "spark.sql.files.maxPartitionBytes": str(16 << 20),
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
}
_JAVA = "spark.driver.extraJavaOptions"
_ON_ONE_MACHINE = {
    "spark.driver.memory": "4g",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
    # Queries are many and their rows few, since what is heavy is done in Python: to compile them
    # for speed costs more than it saves.
    "spark.sql.codegen.wholeStage": "false",
    _JAVA: "-XX:TieredStopAtLevel=1 -XX:+UseParallelGC",
}


@contextmanager
def session(
    master: str = LOCAL, more: Mapping[str, str] | None = None, log: Path | None = None
) -> Iterator[Any]:
    """A session that ends with the block; ``more`` settings go before the usual ones.

    What Spark itself has to say goes to the file ``log``.

    Raises:
        UsageError: pyspark or Java is not there, or too old.
        InputError: the master cannot be reached.
    """
    _check()
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
    config = dict(_CONFIG)
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        config |= _ON_ONE_MACHINE
    config |= more or {}
    logging = f"-Dlog4j2.configurationFile=file:{_LOGGING}"
    config[_JAVA] = f"{logging} {config.get(_JAVA, '')}".strip()
    # Only conversions to pandas are meant, and none is made here.
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    builder: Any = SparkSession.builder
    builder = builder.master(master).appName("dateline").config(map=config)
    try:
        with _errors_to(log or Path(os.devnull)):
            spark = builder.getOrCreate()
    except Exception as error:
        why = str(error).strip().partition("\n")[0]
        raise InputError(f"Spark could not be started on {master}: {why}") from error
    try:
        yield spark
    finally:
        spark.stop()


@contextmanager
def ready(master: str, more: Mapping[str, str], out: Path) -> Iterator[Callable[[Job], None]]:
    """The engine, ready for jobs that write to ``out``; Spark's own log is beside it.

    Raises:
        UsageError, InputError: as `session`.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    log = out.with_name(f"{out.name}.spark.log")
    with session(master, more, log) as spark:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        from dateline.run.spark.whole import run

        try:
            yield lambda job: run(spark, job)
        except (PySparkException, Py4JError) as error:
            why = str(error).strip().partition("\n")[0]
            raise InputError(f"Spark stopped: {why} (its log is {log})") from error


@contextmanager
def _errors_to(log: Path) -> Iterator[None]:
    """Give a process that is started in the block ``log`` as its standard error, for its life."""
    sys.stderr.flush()
    own = os.dup(2)
    with log.open("ab") as file:
        os.dup2(file.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(own, 2)
            os.close(own)


def _check() -> None:
    """Say what is missing before Spark says it in a hundred lines."""
    if find_spec("pyspark") is None:
        raise UsageError("--engine spark needs pyspark: pip install 'dateline[spark]'")
    import pyspark

    have = tuple(int(part) for part in pyspark.__version__.split(".")[:2])
    if have < _OLDEST:
        raise UsageError(
            f"--engine spark needs pyspark 4.1 or newer, not {pyspark.__version__}:"
            " pip install 'dateline[spark]'"
        )
    home = os.environ.get("JAVA_HOME")
    if not (home and (Path(home) / "bin" / "java").exists()) and shutil.which("java") is None:
        raise UsageError(
            "--engine spark needs Java 17 or newer: install it (on Debian: apt-get install"
            " openjdk-17-jre-headless) or set JAVA_HOME"
        )
