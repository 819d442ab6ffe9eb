"""Between Arrow and numpy: columns as arrays, sets of keys as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.match.jit import Ints, Keys
from dateline.match.sketch import Sketches

__all__ = ["batches_of", "integers", "key_bytes", "lists", "sketches_of", "table_of"]

_ROWS = 1 << 16


def table_of(batches: Iterable[pa.RecordBatch]) -> pa.Table | None:
    """All batches of a partition as one table; ``None`` if there is no row."""
    some = [batch for batch in batches if batch.num_rows]
    return pa.Table.from_batches(some).combine_chunks() if some else None


def batches_of(columns: dict[str, Any]) -> Iterator[pa.RecordBatch]:
    """Columns (Arrow or numpy arrays) as batches of bounded length."""
    batch = pa.RecordBatch.from_pydict(columns)
    for start in range(0, batch.num_rows, _ROWS):
        yield batch.slice(start, _ROWS)


def integers(table: pa.Table | pa.RecordBatch, name: str) -> Ints:
    """A column of whole numbers."""
    values: Ints = np.array(table.column(name), dtype=np.int64)
    return values


def sketches_of(table: pa.Table | pa.RecordBatch, name: str = "keys") -> Sketches:
    """A column of sets of keys."""
    column = table.column(name)
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    column = column.cast(pa.large_binary())
    _, places, data = column.buffers()
    first, last = column.offset, column.offset + len(column) + 1
    bounds = np.frombuffer(places, np.int64)[first:last] if len(column) else np.zeros(1, np.int64)
    data = np.frombuffer(data, np.uint8) if data is not None else np.empty(0, np.uint8)
    keys: Keys = data[bounds[0] : bounds[-1]].copy().view("<u8")
    return Sketches(keys, (bounds - bounds[0]) // 8)


def key_bytes(keys: Keys, offsets: Ints) -> pa.Array:
    """Sets of keys, ``keys[offsets[n]:offsets[n + 1]]``, as a column of bytes."""
    places = (8 * offsets).astype(np.int64)
    data = np.ascontiguousarray(keys.astype("<u8"))
    buffers = [None, pa.py_buffer(places), pa.py_buffer(data)]
    large = pa.Array.from_buffers(pa.large_binary(), len(offsets) - 1, buffers)
    return large.cast(pa.binary())


def lists(values: Ints, offsets: Ints) -> pa.Array:
    """Lists of whole numbers, ``values[offsets[n]:offsets[n + 1]]``, as a column."""
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.array(values, pa.int64()))
