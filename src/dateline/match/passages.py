"""Passages: the stretches that two reports share, whatever their order.

Anchors are shared n-grams, those first that stand once in each report; each grows to the longest
run of equal words and on through small gaps, so that a renamed word does not break a passage (seed,
chain and extend, as minimap2 does for sequences: Li 2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.match import passage_kernels as kernels
from dateline.match.jit import Flags, Ints, Keys
from dateline.model import Passage
from dateline.text import Tokens

Weights = NDArray[np.float64]

__all__ = ["GAP", "LEAST", "Shared", "passages", "share"]

LEAST = 5
GAP = 5
_WIDTH = 4
_MOST = 8


@dataclass(frozen=True, slots=True)
class Shared:
    """What two word sequences share.

    ``runs`` has one row ``(a0, a1, b0, b1)`` of word numbers for each passage, in a's order, half
    open, disjoint on either side. ``held_a`` and ``held_b`` mark the words that stand in a passage
    and are equal on the other side.
    """

    runs: Ints
    held_a: Flags
    held_b: Flags


def passages(a: Tokens, b: Tokens, least: int = LEAST, gap: int = GAP) -> tuple[Passage, ...]:
    """The stretches of at least ``least`` words that a and b share, in a's order.

    Up to ``gap`` words on either side may differ inside a passage. Offsets count code points in the
    texts of ``a`` and ``b``.
    """
    known: dict[str, int] = {}
    runs = share(_numbers(a.keys, known), _numbers(b.keys, known), least, gap).runs
    return at_offsets(runs, a, b)


def at_offsets(runs: Ints, a: Tokens, b: Tokens) -> tuple[Passage, ...]:
    """Runs of words as offsets in the texts."""
    return tuple(
        Passage((a.starts[a0], a.ends[a1 - 1]), (b.starts[b0], b.ends[b1 - 1]))
        for a0, a1, b0, b1 in runs.tolist()
    )


def _numbers(keys: Sequence[str], known: dict[str, int]) -> Keys:
    return np.array([known.setdefault(key, len(known)) for key in keys], dtype=np.uint64)


def share(
    a: Keys,
    b: Keys,
    least: int = LEAST,
    gap: int = GAP,
    weights: tuple[Weights, Weights] | None = None,
) -> Shared:
    """The passages of two sequences of word keys; equal keys are equal words.

    Where a stretch could stand against more than one, the longer run is taken, or, with
    ``weights`` of the words of a and b, the weightier one: a lead that a standfirst repeats is
    found in the body.
    """
    room = _MOST * min(len(a), len(b)) + 1
    runs = np.empty((room, 4), np.int64)
    lengths, unique = np.empty(room, np.int64), np.empty(room, np.int64)
    count = kernels.find_runs(a, b, _WIDTH, _MOST, runs, lengths, unique)
    state_a, state_b = np.zeros(len(a), np.int8), np.zeros(len(b), np.int8)
    taken = np.empty((count, 4), np.int64)
    merit = lengths[:count] if weights is None else _weighed(runs[:count], *weights)
    best_first = np.argsort(-merit, kind="stable")
    is_unique = unique[:count][best_first] > 0
    size = 0
    for order in (best_first[is_unique], best_first[~is_unique]):
        size = kernels.take_runs(a, b, runs, order, _WIDTH, gap, size, taken, state_a, state_b)
    joined = _joined(taken[:size], gap, state_b)
    return _long_enough(joined, least, state_a == kernels.HELD, state_b == kernels.HELD)


def _weighed(runs: Ints, weights_a: Weights, weights_b: Weights) -> Weights:
    """The weight of each run on its lighter side; a little for its length."""
    sums_a = np.concatenate((np.zeros(1), np.cumsum(weights_a)))
    sums_b = np.concatenate((np.zeros(1), np.cumsum(weights_b)))
    in_a = sums_a[runs[:, 1]] - sums_a[runs[:, 0]]
    in_b = sums_b[runs[:, 3]] - sums_b[runs[:, 2]]
    merit: Weights = np.minimum(in_a, in_b) + 0.01 * (runs[:, 1] - runs[:, 0])
    return merit


def _joined(taken: Ints, gap: int, state_b: kernels.States) -> Ints:
    """Join neighbours that follow each other on both sides with no more than a gap between."""
    rows: list[list[int]] = []
    for row in taken[np.argsort(taken[:, 0])].tolist():
        last = rows[-1] if rows else None
        near = last and row[0] - last[1] <= gap and 0 <= row[2] - last[3] <= gap
        if last and near and not state_b[last[3] : row[2]].any():
            last[1], last[3] = row[1], row[3]
        else:
            rows.append(row)
    return np.array(rows, np.int64).reshape(-1, 4)


def _long_enough(runs: Ints, least: int, held_a: Flags, held_b: Flags) -> Shared:
    """Let go of passages of fewer than ``least`` shared words."""
    words = np.concatenate(([0], np.cumsum(held_a)))
    keep: NDArray[np.bool_] = words[runs[:, 1]] - words[runs[:, 0]] >= least
    for a0, a1, b0, b1 in runs[~keep].tolist():
        held_a[a0:a1] = False
        held_b[b0:b1] = False
    return Shared(runs[keep], held_a, held_b)
