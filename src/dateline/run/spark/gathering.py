"""Pairs and the documents they are of, brought together in buckets.

A pair lies in one cell of a square grid, by a hash of either end, and a document is sent once to
each cell that has a pair of it: at most twice the side of the grid, however many pairs it is in.
That is what keeps a dispatch of thousands of versions from filling one machine.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, sqrt
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.match.jit import Ints

__all__ = ["gathered", "places_in"]

Work = Callable[[pa.Table, pa.Table], pa.Table]


def gathered(pairs: Any, documents: Any, work: Work, schema: str, cells: int) -> Any:
    """What ``work`` makes of the pairs (columns x, y …) and documents (number …) of each cell.

    ``cells`` is about how many there are.
    """
    from pyspark.sql import functions as f

    side = max(1, ceil(sqrt(cells)))
    cell = f.pmod(f.hash("x"), side) * side + f.pmod(f.hash("y"), side)
    placed = pairs.withColumn("cell", cell.cast("int"))
    both = f.explode(f.array("x", "y")).alias("number")
    ends = placed.select(f.col("cell").alias("goal"), both).distinct()
    sent = ends.join(documents, "number")

    return placed.groupBy("cell").cogroup(sent.groupBy("goal")).applyInArrow(work, schema)


def places_in(numbers: Ints, wanted: Ints) -> tuple[Ints, Ints]:
    """An order that sorts ``numbers``, and the place in it of each that is ``wanted``."""
    order = np.argsort(numbers, kind="stable")
    return order, np.searchsorted(numbers[order], wanted)
