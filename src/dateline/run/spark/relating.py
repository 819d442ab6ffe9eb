"""Stage: the relation of each proposed pair, judged as on one machine."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from dateline.match.background import Background
from dateline.match.judging import judged, parts
from dateline.match.pairs import Pairs
from dateline.match.sketch import sketch
from dateline.model import Relation, Report
from dateline.run.columns import batch_of, schema_of, values_of
from dateline.run.spark.arrays import integers
from dateline.run.spark.gathering import gathered, places_in
from dateline.run.spark.reading import FIELDS

__all__ = ["related"]

_SCHEMA = pa.schema([("number_a", pa.int64()), ("number_b", pa.int64()), *schema_of(Relation)])

_NEAR = 1 << 11


def related(pairs: Any, reports: Any, stock: Any, min_containment: float, cells: int) -> Any:
    """The relations to list of the pairs (a, b), with the numbers of both reports."""
    from pyspark.sql.pandas.types import from_arrow_schema

    def run(some: pa.Table, texts: pa.Table) -> pa.Table:
        return _related(some, texts, Background(stock.value), min_containment)

    ends = pairs.selectExpr("a as x", "b as y")
    texts = reports.select("number", *FIELDS)
    return gathered(ends, texts, run, from_arrow_schema(_SCHEMA), cells, _NEAR)


def _related(
    pairs: pa.Table, texts: pa.Table, background: Background, min_containment: float
) -> pa.Table:
    numbers = integers(texts, "number")
    order, a = places_in(numbers, integers(pairs, "x"))
    b = np.searchsorted(numbers[order], integers(pairs, "y"))
    reports = values_of(Report, texts.take(pa.array(order)))
    sketches = sketch(report.text for report in reports)
    work = parts(Pairs.between(sketches, a, b), reports, sketches, background, min_containment)
    rows = [relation for part in work for relation in judged(part)]
    number = dict(zip((r.id for r in reports), numbers[order].tolist(), strict=True))
    table = pa.Table.from_batches([batch_of(Relation, rows)])
    table = table.add_column(0, "number_b", pa.array([number[r.b] for r in rows], pa.int64()))
    return table.add_column(0, "number_a", pa.array([number[r.a] for r in rows], pa.int64()))
