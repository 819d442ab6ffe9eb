"""Tables as CSV and as Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.cells import plain
from dateline.export.family import Family
from dateline.export.tables import TABLES, columns, table

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["csv_lines", "save_csv", "save_parquet"]


def csv_lines(name: str, families: Iterable[Family], stand_off: bool = False) -> Iterator[bytes]:
    """A table as CSV in UTF-8 (RFC 4180), its header first; a chunk for each dispatch.

    No cell is a formula (`dateline.cells`).
    """
    yield _csv([columns(name, stand_off)])
    for family in families:
        yield _csv(record.values() for record in table(name, family, stand_off))


def save_csv(families: Iterable[Family], folder: Path, stand_off: bool = False) -> list[Path]:
    """All tables as CSV files in a folder, in one pass over the dispatches."""
    paths = {name: folder / f"{name}.csv" for name in TABLES}
    with ExitStack() as open_files:
        files = {n: open_files.enter_context(path.open("wb")) for n, path in paths.items()}
        for name, file in files.items():
            file.write(_csv([columns(name, stand_off)]))
        for family in families:
            for name, file in files.items():
                file.write(_csv(r.values() for r in table(name, family, stand_off)))
    return list(paths.values())


def save_parquet(families: Iterable[Family], folder: Path, stand_off: bool = False) -> list[Path]:
    """All tables as Parquet files (zstd) in a folder, in one pass over the dispatches."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    paths = {name: folder / f"{name}.parquet" for name in TABLES}
    schemas = {name: _schema(name, stand_off) for name in TABLES}
    with ExitStack() as open_files:
        writers = {
            n: open_files.enter_context(pq.ParquetWriter(path, schemas[n], compression="zstd"))
            for n, path in paths.items()
        }
        for some in _chunks(families):
            for name, writer in writers.items():
                records = chain.from_iterable(table(name, f, stand_off) for f in some)
                writer.write_table(pa.Table.from_pylist(list(records), schemas[name]))
    return list(paths.values())


def _chunks(families: Iterable[Family], size: int = 200) -> Iterator[list[Family]]:
    some: list[Family] = []
    for family in families:
        some.append(family)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some


def _schema(name: str, stand_off: bool) -> pa.Schema:
    import pyarrow as pa

    types = {int: pa.int64(), float: pa.float64(), bool: pa.bool_(), str: pa.string()}
    return pa.schema([(c, types[kind]) for c, kind in columns(name, stand_off).items()])


def _csv(rows: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    return str(value).lower() if isinstance(value, bool) else value
