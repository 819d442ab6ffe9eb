"""The whole run on Spark: stage after stage, each on disk before the next begins."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import ceil, log2
from typing import Any

import numpy as np

from dateline.errors import InputError
from dateline.match.find import LEAST_CONTAINMENT, LEAST_SHARED
from dateline.model import Problem
from dateline.read import read_reports
from dateline.run.job import Job, made_of
from dateline.run.local import LARGE
from dateline.run.spark import reading, stock
from dateline.run.spark.proposing import Pass, pairs_of
from dateline.run.spark.relating import related
from dateline.run.spark.sketching import sketched
from dateline.run.spark.stages import Stages

__all__ = ["run"]

_KEYS = 1 << 22  # of a section: 32 MB, and some times that while it is worked on
_MEETINGS = 1 << 20
_PAIRS = 1 << 11


def run(spark: Any, job: Job) -> None:
    """Do a job; what an earlier run of the same job left whole is taken over.

    Raises:
        UsageError: ``job.out`` holds something else.
        InputError: no report could be read.
    """
    files = reading.files_of(job.paths, job.on_problem)
    stages = Stages(spark, job.out, made_of(job, "spark", files), job.note, job.progress)
    reports = _reports(stages, job, files)
    sets = stages.keep("02-sketches", lambda: sketched(reports))
    least: int = spark.sparkContext.defaultParallelism
    keys = sets.selectExpr("sum(size)").first()[0] or 0
    bits = ceil(log2(max(2 * least, keys / _KEYS)))

    def cells(rows: int, each: int) -> int:
        return max(2 * least, rows // each)

    known = spark.sparkContext.broadcast(_stock(stages, sets, bits))
    empty = spark.sparkContext.broadcast(np.empty(0, np.uint64))
    every = reports.count() <= LARGE if job.every_pair is None else job.every_pair
    listed = Pass("04-listed", job.settings.min_containment, 1, every)
    others = Pass("05-others", LEAST_CONTAINMENT, LEAST_SHARED, every)
    found = [
        pairs_of(stages, sets, left_out, wanted, bits, lambda rows: cells(rows, _MEETINGS))
        for wanted, left_out in ((listed, empty), (others, known))
    ]
    pairs = stages.keep("06-pairs", lambda: found[0].union(found[1]).distinct())
    stages.keep(
        "relations",
        lambda: related(
            pairs, reports, known, job.settings.min_containment, cells(pairs.count(), _PAIRS)
        ),
    )


def _reports(stages: Stages, job: Job, files: Sequence[str]) -> Any:
    """The numbered reports; problems are told."""
    spark = stages.spark
    if not files:
        raise InputError("no report could be read")
    if reading.has_parquet_only(files):
        rows = stages.keep("00-read", lambda: reading.read_there(spark, files, job.columns))
        for row in rows.where("problem is not null").orderBy("number").collect():
            job.on_problem(Problem(**json.loads(row["problem"])))
        read = rows.where("problem is null").drop("problem")
        reports = stages.keep("01-reports", lambda: reading.with_unique_ids(read))
    else:
        given = read_reports(job.paths, job.columns, job.on_problem, bulk_html=job.fast_html)
        stages.put("01-reports", lambda folder: reading.read_here(given, folder))
        reports = stages.keep("01-reports", spark.emptyDataFrame)
    if reports.isEmpty():
        raise InputError("no report could be read")
    return reports


def _stock(stages: Stages, sets: Any, bits: int) -> Any:
    """The keys of the stock, sorted."""

    def learn() -> Any:
        samples = stages.keep("03-samples", lambda: stock.samples_of(sets, bits))
        members = stages.keep("03-members", lambda: stock.members_of(samples, sets))
        keys = stock.learned(samples, members)
        return stages.spark.createDataFrame([(bytearray(keys.tobytes()),)], "keys binary")

    row = stages.keep("03-stock", learn).first()
    return np.frombuffer(bytes(row["keys"]), np.uint64).copy()
