"""All pairs of sparse vectors that are alike, by way of an inverted index."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.match.jit import Ints

__all__ = ["Pairs", "Vectors", "alike"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse rows of length 1: row i has ``columns`` and ``weights`` from ``starts[i]`` on."""

    starts: Ints
    columns: Ints
    weights: Floats
    width: int

    def __len__(self) -> int:
        return len(self.starts) - 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows, a before b, and the cosine of their angle."""

    a: Ints
    b: Ints
    cosine: Floats


def alike(vectors: Vectors, least: float) -> Pairs:
    """All pairs of rows whose cosine is at least ``least``, exact, in order of a, then b.

    The work is the number of pairs that share a column, counted once for each column.
    """
    from dateline.claims.stories import likeness_kernels as kernels

    index = np.empty(vectors.width + 1, np.int64)
    rows = np.empty(len(vectors.columns), np.int64)
    weights = np.empty(len(vectors.columns), np.float64)
    kernels.invert(vectors.starts, vectors.columns, vectors.weights, index, rows, weights)
    pile = (vectors.starts, vectors.columns, vectors.weights, index, rows, weights, least)
    nothing = np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float64)
    count = kernels.pairs(*pile, *nothing)
    a, b, cosine = np.empty(count, np.int64), np.empty(count, np.int64), np.empty(count, np.float64)
    kernels.pairs(*pile, a, b, cosine)
    return Pairs(a, b, cosine)
