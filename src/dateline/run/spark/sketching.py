"""Stage: the sketch of each report, and sets of keys cut along the sections of the key space."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.match.background import Background
from dateline.match.jit import Ints, Keys
from dateline.match.representatives import sums
from dateline.match.sketch import Sketches, sketch
from dateline.run.spark.arrays import batches_of, integers, key_bytes, sketches_of

__all__ = ["SETS", "cut", "rows_of", "section_of", "sketched", "without"]

SETS = "number long, size long, total long, keys binary"


def sketched(reports: Any) -> Any:
    """The set of keys of each report, with its size and its sum."""

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            sketches = sketch(batch.column("text").to_pylist())
            yield from rows_of(batch.column("number"), sketches)

    return reports.select("number", "text").mapInArrow(run, SETS)


def without(sets: Any, stock: Any) -> Any:
    """The sets without the ``stock`` (a broadcast of its keys)."""

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        background = Background(stock.value)
        for batch in batches:
            yield from rows_of(batch.column("number"), background.without(sketches_of(batch)))

    return sets.select("number", "keys").mapInArrow(run, SETS)


def rows_of(numbers: pa.Array | Ints, sketches: Sketches) -> Iterator[pa.RecordBatch]:
    """Sets of keys as rows of `SETS`."""
    yield from batches_of(
        {
            "number": numbers,
            "size": sketches.sizes,
            "total": sums(sketches).view(np.int64),
            "keys": key_bytes(sketches.keys, sketches.offsets),
        }
    )


def cut(sets: Any, bits: int) -> Any:
    """Each set cut along the 2**``bits`` sections of the key space, a section a partition.

    All other columns are repeated with each piece.
    """
    from pyspark.sql.types import IntegerType, StructType

    schema = StructType(list(sets.schema.fields)).add("section", IntegerType())

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from _pieces(batch, bits)

    return sets.mapInArrow(run, schema).repartitionById(1 << bits, "section")


def _pieces(batch: pa.RecordBatch, bits: int) -> Iterator[pa.RecordBatch]:
    sketches = sketches_of(batch)
    if not len(sketches.keys):
        return
    row = np.repeat(np.arange(len(sketches)), sketches.sizes)
    section = (sketches.keys >> np.uint64(64 - bits)).astype(np.int64)
    starts = np.flatnonzero(np.r_[True, (np.diff(row) != 0) | (np.diff(section) != 0)])
    rows = pa.array(row[starts])
    columns = {name: batch.column(name).take(rows) for name in batch.schema.names if name != "keys"}
    pieces = key_bytes(sketches.keys, np.r_[starts, len(sketches.keys)])
    ordered = {name: columns.get(name, pieces) for name in batch.schema.names}
    yield from batches_of(ordered | {"section": section[starts].astype(np.int32)})


def section_of(table: pa.Table) -> tuple[Ints, Ints, Keys, Sketches]:
    """Numbers, sizes, totals and keys of the pieces of a section."""
    totals = integers(table, "total").view(np.uint64)
    return integers(table, "number"), integers(table, "size"), totals, sketches_of(table)
