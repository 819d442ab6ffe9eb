"""Stage: the relation of each proposed pair, judged as on one machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.match.background import Background
from dateline.match.pairs import Pairs
from dateline.match.profiles import Profile, profile
from dateline.match.relation import relate
from dateline.match.sketch import sketch
from dateline.model import Relation, Report
from dateline.run.columns import batch_of, schema_of, values_of
from dateline.run.spark.arrays import integers
from dateline.run.spark.gathering import gathered, places_in
from dateline.run.spark.reading import FIELDS
from dateline.text import analyse

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
    a, b = integers(pairs, "x"), integers(pairs, "y")
    numbers = integers(texts, "number")
    order, place_a = places_in(numbers, a)
    place_b = np.searchsorted(numbers[order], b)
    read, counted = _reader(texts.take(pa.array(order)), background)
    found = counted(place_a, place_b)
    rows: list[Relation] = []
    ends: list[tuple[int, int]] = []
    columns = (found.a, found.b, found.containment_ab, found.containment_ba)
    for x, y, in_b, in_a in zip(*(column.tolist() for column in columns), strict=True):
        relation = relate(read(x), read(y), in_b, in_a)
        if max(in_a, in_b) >= min_containment or relation.relation != "quote":
            rows.append(relation)
            ends.append((x, y))
    sorted_numbers = numbers[order]
    places = np.array(ends, np.int64).reshape(-1, 2)
    table = pa.Table.from_batches([batch_of(Relation, rows)])
    table = table.add_column(0, "number_b", pa.array(sorted_numbers[places[:, 1]]))
    return table.add_column(0, "number_a", pa.array(sorted_numbers[places[:, 0]]))


def _reader(
    texts: pa.Table, background: Background
) -> tuple[Callable[[int], Profile], Callable[[Any, Any], Pairs]]:
    """How to read a report by its place, each once, and how to count what two places share."""
    reports = values_of(Report, texts)
    sketches = sketch(report.text for report in reports)
    known: dict[int, Profile] = {}

    def read(place: int) -> Profile:
        if place not in known:
            known[place] = profile(analyse(reports[place]), background)
        return known[place]

    return read, lambda a, b: Pairs.between(sketches, a, b)
