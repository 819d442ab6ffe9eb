"""Pairs and the documents they are of, brought together in buckets.

A pair lies in one cell of a square grid, by a hash of either end, and a document is sent once to
each cell that has a pair of it: at most twice the side of the grid, however many pairs it is in.
That is what keeps a dispatch of thousands of versions from filling one machine. Pairs whose ends
have the same first partner, if they are few, lie in one cell instead: the versions of a dispatch
are then sent, and read, once. So are the thousands that are paired with a few: such a pair lies by
the hash of the one that has fewer partners, and the few are sent to all.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, sqrt
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.match.jit import Ints

__all__ = ["gathered", "places_in"]

_MANY_TIMES = 16

Work = Callable[[pa.Table, pa.Table], pa.Table]


def gathered(pairs: Any, documents: Any, work: Work, schema: Any, cells: int, near: int = 0) -> Any:
    """What ``work`` makes of the pairs (columns x, y …) and documents (number …) of each cell.

    ``cells`` is about how many there are. Up to ``near`` pairs with the same first partner are kept
    together.
    """
    from pyspark.sql import functions as f

    side = max(1, ceil(sqrt(cells)))
    placed = _placed(pairs, side, near) if near else pairs.withColumn("cell", _in_grid(side))
    both = f.explode(f.array("x", "y")).alias("number")
    ends = placed.select(f.col("cell").alias("goal"), both).distinct()
    sent = ends.join(documents, "number")

    return placed.groupBy("cell").cogroup(sent.groupBy("goal")).applyInArrow(work, schema)


def _in_grid(side: int) -> Any:
    from pyspark.sql import functions as f

    return (f.pmod(f.hash("x"), side) * side + f.pmod(f.hash("y"), side)).cast("int")


def _placed(pairs: Any, side: int, near: int) -> Any:
    """The pairs with their cells, those of small families together."""
    from pyspark.sql import functions as f

    both = pairs.select("x", "y").union(pairs.selectExpr("y as x", "x as y"))
    found = both.groupBy("x").agg(f.min("y").alias("y"), f.count("y").alias("partners"))
    ends = found.select(f.col("x").alias("number"), f.least("x", "y").alias("home"), "partners")
    of_x = pairs.join(ends.toDF("x", "home_x", "partners_x"), "x")
    of_both = of_x.join(ends.toDF("y", "home_y", "partners_y"), "y")
    family = of_both.where("home_x = home_y").groupBy("home_x").count()
    small = family.where(f"count <= {near}").selectExpr("home_x", "true as small")
    known = of_both.join(small, "home_x", "left")
    together = f.col("small").isNotNull() & (f.col("home_x") == f.col("home_y"))
    few, many = f.least("partners_x", "partners_y"), f.greatest("partners_x", "partners_y")
    fewer = f.when(f.col("partners_x") == few, f.col("x")).otherwise(f.col("y"))

    def cell_of(number: Any) -> Any:
        return f.pmod(f.hash(number), side * side).cast("int")

    cell = (
        f.when(together, cell_of("home_x"))
        .when(many >= _MANY_TIMES * few, cell_of(fewer))
        .otherwise(_in_grid(side))
    )
    return known.select(*pairs.columns, cell.alias("cell"))


def places_in(numbers: Ints, wanted: Ints) -> tuple[Ints, Ints]:
    """An order that sorts ``numbers``, and the place in it of each that is ``wanted``."""
    order = np.argsort(numbers, kind="stable")
    return order, np.searchsorted(numbers[order], wanted)
