"""Stage: the claims of each report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa

from dateline.claims.languages import unread
from dateline.claims.read import claims_of
from dateline.model import Claim, Report
from dateline.run.columns import batch_of, schema_of, values_of
from dateline.text import analyse

__all__ = ["claimed"]


def claimed(reports: Any, on_unread: Callable[[int], None]) -> Any:
    """The claims of all reports; ``on_unread`` counts those whose language is not read."""
    from pyspark.sql.pandas.types import from_arrow_schema

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield batch_of(Claim, _claims(batch, on_unread))

    return reports.mapInArrow(run, from_arrow_schema(schema_of(Claim)))


def _claims(batch: pa.RecordBatch, on_unread: Callable[[int], None]) -> Iterator[Claim]:
    for report in values_of(Report, batch):
        anatomy = analyse(report)
        if unread(anatomy):
            on_unread(1)
        yield from claims_of(anatomy)
