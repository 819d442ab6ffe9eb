"""A whole run on one machine, with the tables that `dateline.run.spark` writes.

A table that is whole is read again by the next run of the same job; the others are made again.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.collate import learn_pile
from dateline.errors import InputError
from dateline.model import Claim, Dispatch, Relation, Report
from dateline.read import read_reports
from dateline.run import local
from dateline.run.batches import batches
from dateline.run.claims import claims
from dateline.run.columns import batch_of, schema_of, values_of
from dateline.run.helpers import Helpers
from dateline.run.job import RESULTS, WHOLE, Job, claim_folder, made_of
from dateline.run.pile_names import rows_with_names
from dateline.run.spool import Spool
from dateline.run.version_rows import VersionRow, rows_of

__all__ = ["KINDS", "read_table", "run"]

KINDS = dict(zip(RESULTS, (Relation, Dispatch, VersionRow, Claim), strict=True))
_AT_ONCE = 500


def run(job: Job) -> None:
    """Do a job; what an earlier run of the same job left whole is taken over.

    Raises:
        UsageError: ``job.out`` holds something else.
        InputError: no report could be read.
    """
    claim_folder(job.out, made_of(job, "local", job.paths))
    given = read_reports(job.paths, job.columns, job.on_problem, bulk_html=job.fast_html)
    pile = list(given)
    if not pile:
        raise InputError("no report could be read")
    for name, make in _MAKE.items():
        if job.wants(name):
            _keep(job, name, make, pile)


def _relations(job: Job, pile: Sequence[Report]) -> Iterator[Relation]:
    return local.copies(pile, job.settings, job.progress, job.every_pair)


def _dispatches(job: Job, pile: Sequence[Report]) -> list[Dispatch]:
    from dateline.match import dispatches

    return dispatches([r.id for r in pile], read_table(job.out, "relations"))


def _collations(job: Job, pile: Sequence[Report]) -> Iterator[VersionRow]:
    """The dispatches of several versions, collated; on disk until the pile's names are known."""
    by_id = {report.id: report for report in pile}
    several = [d for d in read_table(job.out, "dispatches") if len(d.versions) > 1]
    found = local.collated_all(several, by_id, job.progress)
    with TemporaryFile(dir=job.out) as file, Helpers() as helpers:
        rows = Spool(file, chain.from_iterable(map(rows_of, found)))
        known = learn_pile(lambda: ((r.dispatch, r.comparison) for r in rows if r.comparison))
        if not known.pairs:
            yield from rows
            return
        parts = batches(rows, lambda _: 1, _AT_ONCE)
        named = helpers.map(partial(rows_with_names, known=known), parts)
        yield from chain.from_iterable(named)


def _claims(job: Job, pile: Sequence[Report]) -> Iterator[Claim]:
    for n, (_, some) in enumerate(claims(pile, job.on_problem)):
        job.progress("reading claims", n, len(pile))
        yield from some


_MAKE = dict(zip(RESULTS, (_relations, _dispatches, _collations, _claims), strict=True))


def _keep(job: Job, name: str, make: Callable[..., Iterable[Any]], pile: Sequence[Report]) -> None:
    """Write what ``make`` gives as the table ``name``, unless that is whole."""
    folder = job.out / name
    if (folder / WHOLE).exists():
        job.note(f"{name}: whole already, taken over")
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    kind, rest = KINDS[name], iter(make(job, pile))
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
