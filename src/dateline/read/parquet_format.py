"""Parquet: a table read batch by batch, and only those of its columns that are needed."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from dateline.model import Report
from dateline.read.format import Format
from dateline.read.limits import megabytes
from dateline.read.records import Table
from dateline.read.source import Input

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_BATCH_ROWS = 512


def fits(head: bytes) -> bool:
    """Whether the content begins like a Parquet file."""
    return head.startswith(b"PAR1")


def read(inp: Input) -> Iterator[Report]:
    """Yield the reports of a Parquet file."""
    # pyarrow takes a moment to import; only Parquet needs it.
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(_seekable(inp))
        yield from _reports(inp, file)
    except (OSError, ValueError, KeyError, NotImplementedError) as error:
        why = str(error).partition("\n")[0].rstrip(".")
        inp.faults.append(f"not readable as Parquet: {why}")


def _seekable(inp: Input) -> str | io.BytesIO:
    """Parquet is read from its end: a file as it lies there, anything else from memory."""
    if os.path.isfile(inp.name) and not inp.packed:
        return inp.name
    data = inp.stream.read(inp.reading.limits.document + 1)
    if len(data) > inp.reading.limits.document:
        raise ValueError(f"larger than {megabytes(inp.reading.limits.document)} and not a file")
    return io.BytesIO(data)


def _reports(inp: Input, file: pq.ParquetFile) -> Iterator[Report]:
    table = Table(inp, "row")
    names = tuple(file.schema_arrow.names)
    layout = table.layout(names)
    if layout.text is None:
        table.tell_textless(names)
        return
    numbers = count(1)
    for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=layout.names()):
        columns = [_values(inp, column) for column in batch.columns]
        for row in zip(*columns, strict=True):
            report = table.report(dict(zip(batch.schema.names, row, strict=True)), next(numbers))
            if report:
                yield report


def _values(inp: Input, column: pa.Array) -> list[Any]:
    """The values of a column; texts that are no UTF-8, or declared as bytes, are decoded."""
    import pyarrow as pa

    try:
        values: list[Any] = column.to_pylist()
    except UnicodeDecodeError:
        values = column.cast(pa.binary()).to_pylist()
    return [inp.decoder.decode(v) if isinstance(v, bytes) else v for v in values]


FORMAT = Format("Parquet", (".parquet", ".pq"), fits, read)
