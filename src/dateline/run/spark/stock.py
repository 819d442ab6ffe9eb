"""Stage: the stock of the pile, as `dateline.match.background.learn` finds it, in parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.match.background import ROUNDS
from dateline.match.jit import Flags, Keys
from dateline.match.stock import judge, samples
from dateline.run.job import WHOLE
from dateline.run.spark.arrays import batches_of, integers, key_bytes, lists, sketches_of, table_of
from dateline.run.spark.gathering import places_in
from dateline.run.spark.sketching import cut, section_of

__all__ = ["judged", "keep", "kept", "learned", "members_of", "samples_of"]

_FILE = "keys.npy"
_NO_KEYS = np.empty(0, np.uint64)


def samples_of(sets: Any, bits: int) -> Any:
    """The first carriers of every key that enough documents hold, with all keys that have these.

    A sample belongs to the ``home`` of its first carrier.
    """
    from pyspark.sql import functions as f

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        table = table_of(batches)
        if table is not None:
            table = table.sort_by("number")
            numbers, _, totals, keys = section_of(table)
            found = samples(numbers, totals, keys)
            yield from batches_of(
                {
                    "sample": lists(found.members, found.starts),
                    "keys": key_bytes(found.keys, found.key_starts),
                }
            )

    parts = cut(sets, bits).mapInArrow(run, "sample array<long>, keys binary")
    grouped = parts.groupBy("sample").agg(f.collect_list("keys").alias("keys"))
    return grouped.withColumn("home", f.pmod(f.hash(f.col("sample")[0]), 1 << bits))


def members_of(samples: Any, sets: Any) -> Any:
    """The sets of the documents that samples are of, with the home ``at`` which these are."""
    from pyspark.sql import functions as f

    wanted = samples.select(f.col("home").alias("at"), f.explode("sample").alias("number"))
    return wanted.distinct().join(sets.select("number", "keys"), "number")


def learned(samples: Any, members: Any) -> Keys:
    """The keys of the stock, sorted: the one thing of which all machines get a copy.

    A round tells which keys become stock; the next does without these.
    """
    from pyspark import StorageLevel

    context = samples.sparkSession.sparkContext
    parts = 2 * context.defaultParallelism
    # Brought together once for all rounds.
    samples, members = (
        frame.repartition(parts, home).persist(StorageLevel.DISK_ONLY)
        for frame, home in ((samples, "home"), (members, "at"))
    )
    known, fresh = _NO_KEYS, None
    for _ in range(ROUNDS):
        seen = context.broadcast((known, fresh))
        rows = judged(samples, members, seen).collect()
        found = [np.frombuffer(bytes(row["keys"]), "<u8") for row in rows]
        seen.unpersist()
        fresh = np.unique(np.concatenate((_NO_KEYS, *found)))
        if not len(fresh):
            break
        known = np.union1d(known, fresh)
    samples.unpersist()
    members.unpersist()
    return known


def keep(stock: Keys, folder: Path) -> None:
    """Write the keys to a folder of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / _FILE, stock)
    (folder / WHOLE).touch()


def kept(folder: Path) -> Keys:
    """The keys that `keep` wrote."""
    stock: Keys = np.load(folder / _FILE)
    return stock


def judged(samples: Any, members: Any, seen: Any) -> Any:
    """The keys of the samples that are stock and were not; ``seen`` holds known and fresh stock."""

    def run(key: Any, left: pa.Table, right: pa.Table) -> pa.Table:
        known, fresh = seen.value
        stock = _stock(left, right, known, fresh)
        parts = left.column("keys").to_pylist()
        found = (b"".join(p) for p, is_stock in zip(parts, stock, strict=True) if is_stock)
        keys = np.frombuffer(b"".join(found), "<u8")
        return pa.table({"keys": pa.array([np.setdiff1d(keys, known).tobytes()], pa.binary())})

    homes = members.groupBy("at")
    return samples.groupBy("home").cogroup(homes).applyInArrow(run, "keys binary")


def _stock(left: pa.Table, right: pa.Table, known: Keys, fresh: Keys | None) -> Flags:
    column = left.column("sample").combine_chunks()
    starts = np.array(column.offsets, dtype=np.int64)
    order, places = places_in(integers(right, "number"), np.array(column.values, dtype=np.int64))
    sketches = sketches_of(right.take(pa.array(order)))
    return judge(places[starts[0] : starts[-1]], starts - starts[0], sketches, known, fresh)
