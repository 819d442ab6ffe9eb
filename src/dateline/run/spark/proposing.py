"""Stage: the pairs to judge, as `dateline.match.find` proposes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dateline.match.links import POPULAR
from dateline.match.search import PASSED_OVER
from dateline.run.spark.pairs import Search, firsts, looks_of
from dateline.run.spark.sketching import wanted_sets
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


def pairs_of(
    stages: Stages, sets: Any, stock: Any, wanted: Pass, bits: int, cells: Callable[[int], int]
) -> Any:
    """The pairs (a, b by number, a < b) of one search; ``cells`` says how many buckets for pairs.

    Of documents with the same keys one stands for all.
    """
    name, every = wanted.name, wanted.every_pair
    fresh = stages.keep(
        f"{name}-sets",
        lambda: wanted_sets(sets, stock, wanted.min_containment, wanted.min_shared),
    )
    same = stages.keep(f"{name}-same", lambda: firsts(fresh))
    documents = fresh.join(same.where("number = first").select("number"), "number", "left_semi")
    popular, share = (_NOBODY, 1.0) if every else (POPULAR, PASSED_OVER)
    looks = stages.keep(f"{name}-looks", lambda: looks_of(documents, bits, popular, share))
    search = Search(looks, bits, popular, 1)
    met = stages.keep(f"{name}-met", search.met)
    search = Search(looks, bits, popular, cells(met.count()))
    found = stages.keep(f"{name}-found", lambda: search.found(met))
    if every:
        return stages.keep(f"{name}-pairs", lambda: _of_everybody(found, same))
    if looks.where("liked > 0").isEmpty():  # nothing is popular, so nothing was left to hubs
        return stages.keep(f"{name}-pairs", lambda: _with_same(found, same))
    more = stages.keep(f"{name}-more", lambda: search.found(search.met_by_unexplained(met, found)))
    found = found.union(more)
    last = stages.keep(
        f"{name}-last",
        lambda: search.nearest_smaller(search.found(search.met_by_alone(found))),
    )
    return stages.keep(f"{name}-pairs", lambda: _with_same(found.union(last), same))


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
