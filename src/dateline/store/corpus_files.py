"""A corpus as files: JSON Lines and Parquet, with the same fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from dateline.errors import UsageError
from dateline.store.corpus import Kept

__all__ = ["record", "save", "write_jsonl", "write_parquet"]

_AT_ONCE = 2000


def record(kept: Kept) -> dict[str, Any]:
    """A report of a corpus as one flat record; ``left_out`` lists those that it stands for."""
    left_out = [{**asdict(one), "why": list(one.why)} for one in kept.left_out]
    return {**asdict(kept.report), "dispatch": kept.dispatch, "left_out": left_out}


def write_jsonl(corpus: Iterable[Kept], file: BinaryIO) -> int:
    """Write one record a line; returns how many."""
    count = 0
    for kept in corpus:
        file.write(orjson.dumps(record(kept), option=orjson.OPT_APPEND_NEWLINE))
        count += 1
    return count


def write_parquet(corpus: Iterable[Kept], file: BinaryIO) -> int:
    """Write a Parquet file (zstd); returns how many records."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    text = pa.string()
    one = {"id": text, "outlet": text, "date": text, "copies": text, "score": pa.float64()}
    left_out = pa.struct([*one.items(), ("why", pa.list_(text))])
    names = ("id", "text", "title", "outlet", "date", "url", "source", "dispatch")
    schema = pa.schema([*((name, text) for name in names), ("left_out", pa.list_(left_out))])
    count = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for some in _chunks(corpus):
            writer.write_table(pa.Table.from_pylist(some, schema))
            count += len(some)
    return count


def save(corpus: Iterable[Kept], path: Path) -> int:
    """Write a corpus to a file, Parquet or JSON Lines by its name; returns how many records.

    The file is there only when it is whole.

    Raises:
        UsageError: the name says neither.
    """
    writers = {".parquet": write_parquet, ".jsonl": write_jsonl}
    if path.suffix not in writers:
        raise UsageError(f"{path}: a corpus is written as .jsonl or .parquet")
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("wb") as file:
            count = writers[path.suffix](corpus, file)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _chunks(corpus: Iterable[Kept]) -> Iterator[list[dict[str, Any]]]:
    records = map(record, corpus)
    while some := list(islice(records, _AT_ONCE)):
        yield some
