"""Stage: which reports copies connect, without all edges in one place.

Edges are first contracted where they lie: a task leaves of its edges one for each report, to the
least report that they connect it with. If what is left fits into one task, that task ends it; else
large stars and small stars alternate until nothing changes (Kiveris et al. 2014), each round
written to disk. Nothing here passes through the driver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pyarrow as pa

__all__ = ["contracted", "labelled"]

AT_ONCE = 1 << 20
_EDGES = "a long, b long"

Keep = Callable[[str, Callable[[], Any]], Any]


def labelled(edges: Any, keep: Keep, at_once: int = AT_ONCE) -> Any:
    """For each end of an edge (a, b: numbers) the least number it is connected with: (a, b).

    ``keep`` writes a DataFrame under a name and gives it back; a task takes up to ``at_once`` edges
    at a time. The least number of a component is not listed itself.
    """
    tasks = edges.count() // at_once + 1
    placed = edges.select("a", "b").repartition(tasks)
    found = keep("contracted", lambda: placed.mapInArrow(_contract, _EDGES))
    if tasks == 1:
        return found
    for turn in range(64):
        if found.count() <= at_once:
            return keep("ended", partial(_ended, found))
        after = keep(f"round-{turn}", partial(_stars, found))
        if _same(found, after):
            return after
        found = after
    raise AssertionError("stars come to an end in a number of rounds that is logarithmic")


def _ended(edges: Any) -> Any:
    return edges.coalesce(1).mapInArrow(_contract, _EDGES)


def _stars(edges: Any) -> Any:
    return _small_star(_large_star(edges))


def _contract(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    columns = [(batch.column("a").to_pylist(), batch.column("b").to_pylist()) for batch in batches]
    found = contracted(pair for a, b in columns for pair in zip(a, b, strict=True))
    yield pa.RecordBatch.from_pydict(
        {"a": pa.array(found.keys(), pa.int64()), "b": pa.array(found.values(), pa.int64())}
    )


def contracted(edges: Iterator[tuple[int, int]]) -> dict[int, int]:
    """The least number that each number is connected with, where that is another."""
    parent: dict[int, int] = {}

    def root(x: int) -> int:
        while (up := parent.get(x, x)) != x:
            parent[x] = parent.get(up, up)
            x = up
        return x

    for a, b in edges:
        low, high = sorted((root(a), root(b)))
        if low != high:
            parent[high] = low
    return {x: root(x) for x in parent}


def _large_star(edges: Any) -> Any:
    """Each number's larger neighbours are joined to the least of all its neighbours and itself."""
    from pyspark.sql import functions as f

    both = edges.union(edges.selectExpr("b as a", "a as b"))
    least = both.groupBy("a").agg(f.min("b").alias("m"))
    least = least.select("a", f.least("a", "m").alias("m"))
    return both.where("b > a").join(least, "a").selectExpr("b as a", "m as b").distinct()


def _small_star(edges: Any) -> Any:
    """Each number and its smaller neighbours are joined to the least of these."""
    from pyspark.sql import functions as f

    down = edges.select(f.greatest("a", "b").alias("a"), f.least("a", "b").alias("b"))
    down = down.where("a > b")
    least = down.groupBy("a").agg(f.min("b").alias("m"))
    joined = down.join(least, "a")
    own = least.selectExpr("a", "m as b")
    return joined.where("b > m").selectExpr("b as a", "m as b").union(own).distinct()


def _same(one: Any, other: Any) -> bool:
    return bool(one.count() == other.count() and one.exceptAll(other).isEmpty())
