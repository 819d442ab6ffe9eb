"""A whole run on one machine, with the tables that `dateline.run.spark` writes."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import InputError
from dateline.model import Claim, Collation, Dispatch, Relation, Report
from dateline.read import read_reports
from dateline.run import local
from dateline.run.claims import claims
from dateline.run.columns import batch_of, schema_of, values_of
from dateline.run.job import RESULTS, WHOLE, Job, claim_folder, made_of
from dateline.run.pile_names import with_pile_names
from dateline.run.version_rows import VersionRow, rows_of

__all__ = ["KINDS", "read_table", "run"]

KINDS = dict(zip(RESULTS, (Relation, Dispatch, VersionRow, Claim), strict=True))
_AT_ONCE = 500


def run(job: Job) -> None:
    """Do a job; a run that was broken off begins anew.

    Raises:
        UsageError: ``job.out`` holds something else.
        InputError: no report could be read.
    """
    from dateline.match import dispatches

    claim_folder(job.out, made_of(job, "local", job.paths))
    given = read_reports(job.paths, job.columns, job.on_problem, bulk_html=job.fast_html)
    pile = list(given)
    if not pile:
        raise InputError("no report could be read")
    relations = list(local.copies(pile, job.settings, job.progress, job.every_pair))
    _write(job, "relations", relations)
    if job.wants("dispatches"):
        families = dispatches([r.id for r in pile], relations)
        _write(job, "dispatches", families)
        if job.wants("collations"):
            found = _collations(families, pile)
            _write(job, "collations", (row for c in found for row in rows_of(c)))
    if job.wants("claims"):
        _write(job, "claims", (c for _, some in claims(pile, job.on_problem) for c in some))


def _collations(families: Iterable[Dispatch], pile: Iterable[Report]) -> list[Collation]:
    """The dispatches of several versions, collated."""
    by_id = {report.id: report for report in pile}
    several = [d for d in families if len(d.versions) > 1]
    found = [local.collated(d, [by_id[v] for v in d.versions]) for d in several]
    return with_pile_names(found)


def _write(job: Job, name: str, values: Iterable[Any]) -> None:
    folder = job.out / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    kind, rest = KINDS[name], iter(values)
    with pq.ParquetWriter(folder / "part-0.parquet", schema_of(kind)) as writer:
        while some := list(islice(rest, _AT_ONCE)):
            writer.write_batch(batch_of(kind, some))
    (folder / WHOLE).touch()


def read_table(folder: Path, name: str) -> Iterator[Any]:
    """The values of one of `RESULTS` in the folder of a run, in no order that means anything."""
    kind = KINDS[name]
    for file in sorted((folder / name).glob("*.parquet")):
        for batch in pq.ParquetFile(file).iter_batches(batch_size=_AT_ONCE):
            yield from values_of(kind, pa.Table.from_batches([batch]))
