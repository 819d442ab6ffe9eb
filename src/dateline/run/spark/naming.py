"""Stage: the names that the pile shows, recognised in all comparisons.

What is learned is a few pairs of names; the counting that leads to them is done where the
comparisons lie (see `dateline.collate.pile`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from dateline.collate.pile import (
    Both,
    Pair,
    PileNames,
    Uses,
    forms_in,
    is_often,
    known_of,
    pair_shown,
)
from dateline.model import RenameType
from dateline.run.columns import batch_of, values_of
from dateline.run.pile_names import rows_with_names
from dateline.run.version_rows import VersionRow

__all__ = ["learned_names", "with_names"]

_SHOWN = "x array<string>, y array<string>, kind string, count long, dispatch string"
_COUNTED = "x array<string>, y array<string>, count long"


def learned_names(rows: Any) -> PileNames:
    """The names that the comparisons of all dispatches show together."""
    often = _often(rows)
    if not often:
        return PileNames()
    uses, both = _forms(rows, tuple(often))
    return known_of(often, uses, both)


def with_names(rows: Any, known: Any) -> Any:
    """The rows with each comparison made again in which a ``known`` (broadcast) name may stand."""

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            found = rows_with_names(values_of(VersionRow, batch), known.value)
            yield batch_of(VersionRow, found)

    return rows.mapInArrow(run, rows.schema)


def _often(rows: Any) -> dict[Pair, RenameType]:
    from pyspark.sql import functions as f

    renames = rows.select("dispatch", f.explode("comparison.renames").alias("r"))
    plain = renames.select("dispatch", "r.a", "r.b", "r.type", "r.count")
    shown = plain.mapInArrow(_shown, _SHOWN).groupBy("x", "y")
    counted = shown.agg(
        f.min("kind").alias("kind"),
        f.sum("count").alias("uses"),
        f.count_distinct("dispatch").alias("dispatches"),
    ).where("dispatches > 1")
    return {
        (tuple(row["x"]), tuple(row["y"])): row["kind"]
        for row in counted.collect()
        if is_often(row["dispatches"], row["uses"])
    }


def _shown(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        found = [
            (*pair, row["type"], row["count"], row["dispatch"])
            for row in batch.to_pylist()
            if (pair := pair_shown(row["a"], row["b"], row["type"]))
        ]
        yield _batch(found, (*_WORDS, ("kind", pa.string()), _COUNT, ("dispatch", pa.string())))


def _forms(rows: Any, pairs: tuple[Pair, ...]) -> tuple[Uses, Both]:
    """The counts of `dateline.collate.pile.forms_in` over all texts that are compared."""
    from pyspark.sql import functions as f

    ends = f.explode(f.array("comparison.a.text", "comparison.b.text")).alias("text")
    texts = rows.where("comparison is not null").select(ends).distinct()
    sent = rows.sparkSession.sparkContext.broadcast(pairs)

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        different = (text for batch in batches for text in batch.column("text").to_pylist())
        uses, both = forms_in(sent.value, different)
        one = [(form, (), count) for form, count in uses.items()]
        yield _batch([*one, *((*pair, count) for pair, count in both.items())], (*_WORDS, _COUNT))

    added = texts.mapInArrow(run, _COUNTED).groupBy("x", "y").agg(f.sum("count").alias("count"))
    uses, both = Uses(), Both()
    for row in added.collect():
        x, y = tuple(row["x"]), tuple(row["y"])
        if y:
            both[x, y] += row["count"]
        else:
            uses[x] += row["count"]
    return uses, both


_WORDS = (("x", pa.list_(pa.string())), ("y", pa.list_(pa.string())))
_COUNT = ("count", pa.int64())


def _batch(rows: list[tuple[Any, ...]], fields: tuple[tuple[str, pa.DataType], ...]) -> Any:
    names = [name for name, _ in fields]
    plain = [dict(zip(names, row, strict=True)) for row in rows]
    return pa.RecordBatch.from_pylist(plain, schema=pa.schema(list(fields)))
