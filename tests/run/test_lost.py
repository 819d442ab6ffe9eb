"""A machine of a cluster dies in the middle of a run: a task is lost, not the run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.spark.measure import tree

from dateline.run import tables
from dateline.run.job import Job
from tests.run.conftest import SMALL
from tests.run.engines import SPARK_LACKS, listed, pile, write

CLUSTER = "local-cluster[2,1,1024]"  # two executors, each a process of its own
LOST_AFTER = "02-sketches"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="finding executors needs /proc")
@pytest.mark.skipif(bool(SPARK_LACKS), reason=SPARK_LACKS)
def test_a_lost_executor_is_replaced_and_the_tables_are_the_same(tmp_path: Path) -> None:
    given = str(write(tmp_path / "pile.parquet", pile()[:40]))
    out = tmp_path / "spark"
    wanted = SMALL | {"spark.locality.wait": "0s"}
    settings = [f"--conf={name}={value}" for name, value in wanted.items()]
    command = [sys.executable, "-m", "dateline", "copies", "--engine", "spark", "--until"]
    command += ["dispatches", "--master", CLUSTER, *settings, given, str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
        lost, seen = None, set[int]()
        while run.poll() is None:
            time.sleep(0.1)
            seen |= set(executors := list(_executors(run.pid)))
            if lost is None and executors and LOST_AFTER in _done(out):
                lost = executors[0]
                os.kill(lost, signal.SIGKILL)
        said = run.stderr.read() if run.stderr else ""
    assert run.returncode == 0, said
    assert lost is not None
    assert len(seen) > 2, "the lost one was replaced"
    tables.run(Job([given], tmp_path / "local", until="dispatches"))
    for name in ("relations", "dispatches"):
        expected = listed(tmp_path / "local", name)
        assert expected
        assert listed(out, name) == expected


def _done(out: Path) -> str:
    log = out / "stages.jsonl"
    return log.read_text() if log.exists() else ""


def _executors(root: int) -> Iterator[int]:
    """The processes below ``root`` that do Spark's tasks."""
    for pid in tree(root):
        try:
            said = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            continue  # it has just ended
        if b"CoarseGrainedExecutorBackend" in said and b"java" in said.split(b"\0")[0]:
            yield pid
