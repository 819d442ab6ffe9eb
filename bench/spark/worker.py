"""One run in a process of its own: ``python -m bench.spark.worker ENGINE UNTIL IN OUT``.

``UNTIL`` is a table of `dateline copies --engine`, or ``pairs``: the pairs that are proposed to be
judged, as a column of hashes.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import orjson

from dateline.match.background import learn
from dateline.match.find import proposed as proposed_here
from dateline.match.sketch import sketch
from dateline.read import read_reports
from dateline.run import tables
from dateline.run.job import Job, made_of
from dateline.run.local import LARGE

MASTER = "local[2]"


def main(engine: str, until: str, source: str, out: str) -> None:
    """Do one run and print its seconds, start of the process not counted, as JSON."""
    start = time.perf_counter()
    job = Job([source], Path(out), until="relations" if until == "pairs" else until)
    ready = {"local": _local, "spark": _spark}[engine](job, until == "pairs", start)
    print(orjson.dumps({"seconds": time.perf_counter() - start, "start": ready}).decode())


def _local(job: Job, pairs_only: bool, start: float) -> float:
    ready = time.perf_counter() - start
    if not pairs_only:
        tables.run(job)
        return ready
    sketches = sketch(report.text for report in read_reports(job.paths))
    pairs = proposed_here(sketches, learn(sketches), 0.3, len(sketches) <= LARGE)
    job.out.mkdir(parents=True)
    np.save(job.out / "pairs.npy", np.stack((pairs.a, pairs.b)))
    return ready


def _spark(job: Job, pairs_only: bool, start: float) -> float:
    from dateline.run.spark.session import ready
    from dateline.run.spark.stages import Stages
    from dateline.run.spark.whole import proposed, reports_of

    log = job.out.with_name(f"{job.out.name}.events")
    log.mkdir(exist_ok=True)
    events = {"spark.eventLog.enabled": "true", "spark.eventLog.dir": f"file:{log}"}
    events["spark.eventLog.compress"] = "false"
    with ready(MASTER, events, job.out) as run:
        started = time.perf_counter() - start
        if not pairs_only:
            run(job)
            return started
        from pyspark.sql import SparkSession

        files = list(job.paths)
        spark = SparkSession.getActiveSession()
        stages = Stages(spark, job.out, made_of(job, "spark", files), job.note)
        proposed(stages, job, reports_of(stages, job, files))
    return started


if __name__ == "__main__":
    main(*sys.argv[1:])
