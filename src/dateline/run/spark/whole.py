"""The whole run on Spark: stage after stage, each on disk before the next begins."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from math import ceil, log2
from typing import Any

from dateline.errors import InputError
from dateline.match.find import LEAST_CONTAINMENT, LEAST_SHARED
from dateline.match.jit import Keys
from dateline.model import Problem
from dateline.read import read_reports
from dateline.run.job import Job, made_of
from dateline.run.local import LARGE
from dateline.run.spark import collating, reading, stock
from dateline.run.spark.claiming import claimed
from dateline.run.spark.components import labelled
from dateline.run.spark.grouping import grouped
from dateline.run.spark.naming import learned_names, with_names
from dateline.run.spark.proposing import Pass, pairs_of
from dateline.run.spark.relating import related
from dateline.run.spark.sketching import sketched, without
from dateline.run.spark.stages import Stages

__all__ = ["proposed", "reports_of", "run"]

_KEYS = 1 << 22  # of a section: 32 MB, and some times that while it is worked on
_MEETINGS = 1 << 20
_PAIRS = 1 << 11
_REPORTS = 1 << 16


def run(spark: Any, job: Job) -> None:
    """Do a job; what an earlier run of the same job left whole is taken over.

    Raises:
        UsageError: ``job.out`` holds something else.
        InputError: no report could be read.
    """
    files = reading.files_of(job.paths, job.on_problem)
    stages = Stages(spark, job.out, made_of(job, "spark", files), job.note, job.progress)
    reports = reports_of(stages, job, files)
    relations = _relations(stages, job, reports)
    if job.wants("dispatches"):
        dispatches = _dispatches(stages, reports, relations)
        if job.wants("collations"):
            _collations(stages, dispatches, reports)
    if job.wants("claims"):
        _claims(stages, job, reports)


def _cells(spark: Any, rows: int, each: int) -> int:
    """Into how many buckets rows go, with about ``each`` of them in one."""
    least: int = 2 * spark.sparkContext.defaultParallelism
    return max(least, rows // each)


def reports_of(stages: Stages, job: Job, files: Sequence[str]) -> Any:
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


def _stock(stages: Stages, sets: Any, bits: int) -> Keys:
    """The keys of the stock, sorted."""

    def learn() -> Keys:
        samples = stages.keep("03-samples", lambda: stock.samples_of(sets, bits))
        return stock.learned(samples, stock.members_of(samples, sets))

    return stock.kept(stages.put("03-stock", lambda folder: stock.keep(learn(), folder)))


def _relations(stages: Stages, job: Job, reports: Any) -> Any:
    """The relations of all proposed pairs."""
    pairs, known = proposed(stages, job, reports)
    least = job.settings.min_containment

    def relate() -> Any:
        cells = _cells(stages.spark, pairs.count(), _PAIRS)
        return related(pairs, reports, known, least, cells)

    return stages.keep("relations", relate)


def proposed(stages: Stages, job: Job, reports: Any) -> tuple[Any, Any]:
    """The pairs (a, b by number) to judge, and the stock of the pile, a broadcast."""
    spark, least = stages.spark, job.settings.min_containment
    sets = stages.keep("02-sketches", lambda: sketched(reports))
    keys = sets.selectExpr("sum(size)").first()[0] or 0
    bits = ceil(log2(_cells(spark, keys, _KEYS)))
    known = spark.sparkContext.broadcast(_stock(stages, sets, bits))
    fresh = stages.keep("03-fresh", lambda: without(sets, known))
    every = reports.count() <= LARGE if job.every_pair is None else job.every_pair

    def found(some: Any, wanted: Pass) -> Any:
        return pairs_of(stages, some, wanted, bits, lambda rows: _cells(spark, rows, _MEETINGS))

    listed = found(sets, Pass("04-listed", least, 1, every))
    others = found(fresh, Pass("05-others", LEAST_CONTAINMENT, LEAST_SHARED, every))
    return stages.keep("06-pairs", lambda: listed.union(others).distinct()), known


def _dispatches(stages: Stages, reports: Any, relations: Any) -> Any:
    """The dispatches, from what copies connect."""
    copies = relations.where("relation = 'copy'").selectExpr("number_a as a", "number_b as b")

    def keep(name: str, make: Callable[[], Any]) -> Any:
        return stages.keep(f"07-components-{name}", make)

    labels = labelled(copies, keep)
    parts = _cells(stages.spark, reports.count(), _REPORTS)
    return stages.keep("dispatches", lambda: grouped(reports, relations, labels, parts))


def _collations(stages: Stages, dispatches: Any, reports: Any) -> None:
    """The versions of each dispatch read against its base, with the names that the pile shows."""
    members = stages.keep("08-members", lambda: collating.members_of(dispatches, reports))
    bases = stages.keep("08-bases", lambda: collating.bases_of(members))
    rows = stages.keep("08-compared", lambda: collating.compared(members, bases))

    def named() -> Any:
        names = learned_names(rows)
        return with_names(rows, stages.spark.sparkContext.broadcast(names))

    stages.keep("collations", named)


def _claims(stages: Stages, job: Job, reports: Any) -> None:
    """The claims of each report; how many have none because they are not read is told."""
    unread = stages.spark.sparkContext.accumulator(0)
    stages.keep("claims", lambda: claimed(reports, unread.add))
    if unread.value:
        what = f"{unread.value:,} reports are in languages that are not read"
        job.on_problem(Problem(str(job.out), what, "no claims", count=unread.value))
