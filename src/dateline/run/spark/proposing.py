"""Stage: the pairs to judge, as `dateline.match.find` proposes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dateline.match.jit import Ints, Ranks
from dateline.match.links import POPULAR
from dateline.match.search import PASSED_OVER, needed
from dateline.run.spark.pairs import Search, firsts, looks_of
from dateline.run.spark.stages import Stages

__all__ = ["Pass", "pairs_of"]

_NOBODY = (1 << 31) - 1


@dataclass(frozen=True)
class Pass:
    """One of the two searches: its name, its thresholds, and whether it lists every pair."""

    name: str
    min_containment: float
    min_shared: int
    every_pair: bool

    def needs(self, sizes: Ints) -> Ranks:
        """How many keys the larger partner of a set of each size must share."""
        return needed(sizes, self.min_containment, self.min_shared)


def pairs_of(
    stages: Stages, sets: Any, wanted: Pass, bits: int, cells: Callable[[int], int]
) -> Any:
    """The pairs (a, b by number, a < b) of one search; ``cells`` says how many buckets for pairs.

    Of documents with the same keys one stands for all.
    """
    name, every = wanted.name, wanted.every_pair
    sets = sets.where(f"size >= {wanted.min_shared}")
    same = stages.keep(f"{name}-same", lambda: firsts(sets))
    documents = sets.join(same.where("number = first").select("number"), "number", "left_semi")
    popular, share = (_NOBODY, 1.0) if every else (POPULAR, PASSED_OVER)
    looks = stages.keep(
        f"{name}-looks", lambda: looks_of(documents, bits, popular, share, wanted.needs)
    )
    search = Search(sets, looks, bits, popular, wanted.needs)

    def found(part: str, met: Callable[[], Any]) -> Any:
        likely = stages.keep(f"{name}-{part}-likely", lambda: search.likely(met()))
        size = likely.count()
        return stages.keep(f"{name}-{part}", lambda: search.found(likely, cells(size)))

    if every:
        pairs = found("found", search.met)
        return stages.keep(f"{name}-pairs", lambda: _of_everybody(pairs, same))
    pairs = _with_hubs(stages, search, name, found)
    return stages.keep(f"{name}-pairs", lambda: _with_same(pairs, same))


def _with_hubs(
    stages: Stages, search: Search, name: str, found: Callable[[str, Callable[[], Any]], Any]
) -> Any:
    """The pairs of a search with hubs: those by hubs, then what these leave."""
    met = stages.keep(f"{name}-met", search.met)
    pairs = found("found", lambda: met)
    if search.looks.where("liked > 0").isEmpty():  # nothing is popular: nothing was left to hubs
        return pairs
    left = stages.keep(f"{name}-left", lambda: search.unexplained(met, pairs))
    if not left.where("seeks").isEmpty():
        pairs = pairs.union(found("more", lambda: search.sought(left)))
    alone = stages.keep(f"{name}-alone", lambda: search.alone(pairs))
    last = found("last", lambda: search.sought(alone))
    return pairs.union(search.nearest_smaller(last))


def _ordered(pairs: Any) -> Any:
    """Each pair once, the earlier document first."""
    from pyspark.sql import functions as f

    return pairs.select(f.least("x", "y").alias("a"), f.greatest("x", "y").alias("b")).distinct()


def _with_same(found: Any, same: Any) -> Any:
    """The pairs, and each document with the first that has the same keys."""
    again = same.where("number <> first").selectExpr("number as x", "first as y")
    return _ordered(found.select("x", "y").union(again))


def _of_everybody(found: Any, same: Any) -> Any:
    """The pairs of all whom the documents stand for, and those among these."""
    one = same.selectExpr("first as x", "number as one")
    other = same.selectExpr("first as y", "number as other")
    outer = found.join(one, "x").join(other, "y").selectExpr("one as x", "other as y")
    twins = one.join(other.withColumnRenamed("y", "x"), "x").where("one < other")
    return _ordered(outer.union(twins.selectExpr("one as x", "other as y")))
