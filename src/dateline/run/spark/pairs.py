"""Stage: the pairs that share enough, as `dateline.match` finds them, over sections of the keys.

::

    looks   which documents share keys with a larger one, and through which lists they look
    met     pairs that meet in a section, with the keys they meet by; what only hubs could explain
    likely  those of them that may share enough, by what the sections add up to
    found   those that truly do, counted in their full sets

and for `links` twice more: those whom the hubs leave unexplained search everybody larger, those who
are then still alone everybody smaller (see `dateline.match.links`).

Sets of keys are what costs. All else that is said of a document (`looks`, who seeks) is a narrow
table on disk, of which Spark knows that it is small: it is sent to the sets, not they to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.match import search, search_kernels
from dateline.match.jit import Ints, Ranks
from dateline.match.sections import EVERYBODY, LEVELS, POPULAR_LEVEL, Section
from dateline.run.spark.arrays import batches_of, integers, sketches_of, table_of
from dateline.run.spark.gathering import gathered, places_in
from dateline.run.spark.sketching import cut, section_of

__all__ = ["Needs", "Search", "firsts", "looks_of"]

Needs = Callable[[Ints], Ranks]  # from sizes of sets to how many keys a larger partner must share

PAIRS = "x long, y long, shared long"
_LOOKS = "number long, size long, total long, need int, highest int, over int, most int, liked int"
_MET = "x long, y long, hubs array<long>, keys long, lack long"
_MET_ARROW = pa.schema(
    [
        ("x", pa.int64()),
        ("y", pa.int64()),
        ("hubs", pa.list_(pa.int64())),
        ("keys", pa.int64()),
        ("lack", pa.int64()),
    ]
)


def firsts(sets: Any) -> Any:
    """For each document (number, size) the ``first`` with the same set of keys: often itself.

    Sets are the same if their sizes, sums and hashes are: by chance that is wrong once in 2**128.
    """
    from pyspark.sql import functions as f

    alike = ["size", "total", "hash"]
    same = sets.select("number", "size", "total", f.xxhash64("keys").alias("hash"))
    leaders = same.groupBy(alike).agg(f.min("number").alias("first"))
    return same.join(leaders, alike).select("number", "size", "first")


def looks_of(documents: Any, bits: int, popular: int, share: float, needs: Needs) -> Any:
    """The documents that share a key (number, size, total), with how they look for partners.

    ``highest`` is the frequency class up to which lists are looked through and ``over`` how many
    keys are passed over so, ``share`` of what may be; ``most`` the class if all is that may be.
    ``liked`` counts the keys that more than ``popular`` documents have.
    """
    from pyspark.sql import functions as f

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        table = table_of(batches)
        if table is not None:
            numbers, sizes, totals, keys = section_of(table)
            rows = Section.of(numbers, sizes, totals, keys, bits).levels(popular)
            number, level, count = rows
            yield from batches_of({"number": number, "level": level, "count": count})

    rows = cut(documents, bits).mapInArrow(run, "number long, level long, count long")
    levels = rows.groupBy("number").agg(
        f.collect_list("level").alias("level"), f.collect_list("count").alias("count")
    )
    joined = documents.select("number", "size", "total").join(levels, "number")

    def choose(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from _chosen(batch, share, needs)

    return joined.mapInArrow(choose, _LOOKS)


def _chosen(batch: pa.RecordBatch, share: float, needs: Needs) -> Iterator[pa.RecordBatch]:
    rows, levels = batch.column("level").flatten(), batch.column("count").flatten()
    bounds: Ints = np.array(batch.column("level").offsets, dtype=np.int64)
    row = np.repeat(np.arange(batch.num_rows), np.diff(bounds))
    level, count = np.array(rows, np.int64), np.array(levels, np.int64)
    counts = np.zeros((batch.num_rows, LEVELS), np.int32)
    popular = level == POPULAR_LEVEL
    np.add.at(counts, (row[~popular], level[~popular]), count[~popular])
    liked = np.bincount(row[popular], count[popular], batch.num_rows).astype(np.int32)
    need = needs(integers(batch, "size"))
    highest, over = search.chosen_levels(counts, need, share)
    most, _ = search.chosen_levels(counts, need, 1.0)
    chosen = {"need": need, "highest": highest, "over": over, "most": most, "liked": liked}
    yield from batches_of({n: batch.column(n) for n in ("number", "size", "total")} | chosen)


@dataclass(frozen=True)
class Search:
    """The search for pairs of ``sets`` by ``looks`` (see `looks_of`), in 2**``bits`` sections."""

    sets: Any
    looks: Any
    bits: int
    popular: int
    needs: Needs

    def met(self) -> Any:
        """Who meets whom by the lists without hubs, and by hubs; what only hubs could explain."""
        return self._meetings(self.looks, by_hubs=True)

    def likely(self, met: Any) -> Any:
        """The pairs of ``met`` that may share enough: x the smaller, y."""
        from pyspark.sql import functions as f

        rows = met.where("y is not null").groupBy("x", "y")
        added = rows.agg(f.sum("keys").alias("keys"), f.first("lack").alias("lack"))
        return added.where("keys >= lack").select("x", "y")

    def found(self, likely: Any, cells: int) -> Any:
        """The pairs of ``likely`` that share enough: x, y, shared; counted in ``cells`` buckets."""
        needs = self.needs

        def count(pairs: pa.Table, documents: pa.Table) -> pa.Table:
            return _counted(pairs, documents, needs)

        return gathered(likely, self.sets.select("number", "keys"), count, PAIRS, cells)

    def unexplained(self, met: Any, found: Any) -> Any:
        """The looks, with who ``seeks``: whom the hubs that they were found with leave alone."""
        from pyspark.sql import functions as f

        one = found.select("x", "y")
        other = found.select(f.col("y").alias("x"), f.col("x").alias("y"))
        partners = one.union(other).groupBy("x").agg(f.collect_set("y").alias("partners"))
        doubts = met.where("y is null").join(partners, "x", "left")
        explained = f.coalesce(f.arrays_overlap("hubs", "partners"), f.lit(False))
        missing = doubts.where(~explained).groupBy("x").agg(f.sum("keys").alias("missing"))
        seeking = self.looks.join(missing.withColumnRenamed("x", "number"), "number", "left")
        seeks = f.coalesce(f.expr("over + missing >= need"), f.lit(False))
        return seeking.withColumn("seeks", seeks).drop("missing")

    def alone(self, found: Any) -> Any:
        """The looks of those who have no partner yet, and of the larger that could be theirs."""
        from pyspark.sql import functions as f

        ends = found.select(f.explode(f.array("x", "y")).alias("number")).distinct()
        paired = ends.withColumn("paired", f.lit(True))
        liked = self.looks.where("liked > 0").join(paired, "number", "left")
        alone = f.when(f.col("paired").isNull(), f.col("liked")).otherwise(f.lit(0))
        seeking = liked.withColumn("reach", alone.cast("int")).drop("paired")
        seeking = seeking.withColumn("seeks", f.expr("liked >= need"))
        return seeking.where("seeks or reach > 0")

    def sought(self, seeking: Any) -> Any:
        """Whom those meet who ``seeks`` among the documents of ``seeking``, without hubs."""
        return self._meetings(seeking, by_hubs=False)

    def nearest_smaller(self, found: Any) -> Any:
        """Of each y's pairs the one with the smaller document that shares most."""
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        ranks = self.looks.select(f.col("number").alias("x"), "size", "total")
        unsigned = f.col("total").bitwiseXOR(f.lit(-(1 << 63)))
        best = Window.partitionBy("y").orderBy(f.desc("shared"), f.desc("size"), unsigned, "x")
        ranked = found.join(ranks, "x").withColumn("place", f.row_number().over(best))
        return ranked.where("place = 1").select("x", "y", "shared")

    def _meetings(self, looks: Any, by_hubs: bool) -> Any:
        bits, popular = self.bits, self.popular

        def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            table = table_of(batches)
            if table is not None:
                yield from _meet(table, bits, popular, by_hubs)

        pieces = cut(self.sets.select("number", "keys").join(looks, "number"), bits)
        return pieces.mapInArrow(run, _MET)


def _meet(table: pa.Table, bits: int, popular: int, by_hubs: bool) -> Iterator[pa.RecordBatch]:
    """The meetings in a section, and with ``by_hubs`` the doubts."""
    numbers, sizes, totals, keys = section_of(table)
    section = Section.of(numbers, sizes, totals, keys, bits)
    named = set(table.column_names)

    def by_rank(name: str, otherwise: int) -> Ranks:
        if name not in named:
            return np.full(len(section.order), otherwise, np.int32)
        return integers(table, name)[section.order].astype(np.int32)

    need, liked, over = by_rank("need", 0), by_rank("liked", 0), by_rank("over", 0)
    reach, seeks = by_rank("reach", EVERYBODY), by_rank("seeks", 1) > 0
    with_hubs = section.hubs(popular, liked)
    looking = with_hubs.looking(by_rank("highest" if by_hubs else "most", 0))
    order = np.argsort(section.numbers)
    for x, y, shared in with_hubs.meetings(looking, seeks, need, reach, by_hubs):
        a, b = (order[np.searchsorted(section.numbers, n, sorter=order)] for n in (x, y))
        unseen = over[a] + np.minimum(liked[a], liked[b])  # of what both have, at most
        yield from _met_rows(x, y, shared, ((need[a] - unseen) * by_hubs).astype(np.int64))
    if by_hubs:
        rows = list(with_hubs.doubts(looking, over + liked >= need))
        yield pa.RecordBatch.from_pylist(
            [{"x": x, "hubs": hubs, "keys": count} for x, hubs, count in rows], schema=_MET_ARROW
        )


def _met_rows(x: Any, y: Any, keys: Any, lack: Any) -> Iterator[pa.RecordBatch]:
    no_hubs = pa.nulls(len(x), pa.list_(pa.int64()))
    yield from batches_of({"x": x, "y": y, "hubs": no_hubs, "keys": keys, "lack": lack})


def _counted(pairs: pa.Table, documents: pa.Table, needs: Needs) -> pa.Table:
    """The pairs of a cell that share as much as the smaller one needs, with how much."""
    x, y = integers(pairs, "x"), integers(pairs, "y")
    order, place_x = places_in(integers(documents, "number"), x)
    place_y = np.searchsorted(integers(documents, "number")[order], y)
    sketches = sketches_of(documents.take(pa.array(order)))
    shared = np.zeros(len(x), np.int64)
    search_kernels.count_shared(sketches.keys, sketches.offsets, place_x, place_y, shared)
    enough = shared >= needs(sketches.sizes)[place_x]
    return pa.table({"x": x[enough], "y": y[enough], "shared": shared[enough]})
