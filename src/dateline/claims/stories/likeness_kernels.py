"""Kernels of ``dateline.claims.stories.likeness``."""

from __future__ import annotations

import numpy as np

from dateline.claims.stories.likeness import Floats
from dateline.match.jit import Ints, kernel


@kernel("void(i8[::1], i8[::1], f8[::1], i8[::1], i8[::1], f8[::1])")
def invert(
    starts: Ints, columns: Ints, weights: Floats, index: Ints, rows: Ints, turned: Floats
) -> None:
    """For each column its rows in order with their weights, from ``index[column]`` on."""
    index[:] = 0
    for c in columns:
        index[c + 1] += 1
    for c in range(len(index) - 1):
        index[c + 1] += index[c]
    at = index.copy()
    for row in range(len(starts) - 1):
        for n in range(starts[row], starts[row + 1]):
            c = columns[n]
            rows[at[c]] = row
            turned[at[c]] = weights[n]
            at[c] += 1


@kernel("i8(i8[::1], i8[::1], f8[::1], i8[::1], i8[::1], f8[::1], f8, i8[::1], i8[::1], f8[::1])")
def pairs(
    starts: Ints,
    columns: Ints,
    weights: Floats,
    index: Ints,
    rows: Ints,
    turned: Floats,
    least: float,
    out_a: Ints,
    out_b: Ints,
    out_cosine: Floats,
) -> int:
    """How many pairs are alike; they are written too where there is room for them."""
    sums = np.zeros(len(starts) - 1, np.float64)
    found = 0
    for a in range(len(starts) - 1):
        sums[a + 1 :] = 0.0
        for n in range(starts[a], starts[a + 1]):
            for m in range(index[columns[n]], index[columns[n] + 1]):
                sums[rows[m]] += weights[n] * turned[m]
        for b in range(a + 1, len(starts) - 1):
            if sums[b] >= least:
                if found < len(out_a):
                    out_a[found], out_b[found], out_cosine[found] = a, b, sums[b]
                found += 1
    return found
