"""Measuring two reports against each other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dateline.match.findings import Figures, Findings, Side
from dateline.match.jit import Flags, Ints
from dateline.match.passages import Shared, share
from dateline.match.profiles import FURNITURE, KINDS, OWN, Profile
from dateline.match.reworded import reworded

__all__ = ["measure"]

Weights = NDArray[np.float64]

# Where words leave little or much doubt, nobody needs to look at sentences.
_LOOK_AGAIN = (0.1, 0.8)
_GOOD_PART = 0.3


def measure(a: Profile, b: Profile) -> tuple[Findings, Shared]:
    """What two reports share, and how it lies in each of them."""
    shared = share(a.words, b.words, weights=(a.weights, b.weights))
    covered_a, covered_b = _covered(a, b, shared)
    sides = _side(a, shared.held_a, covered_a), _side(b, shared.held_b, covered_b)
    if _LOOK_AGAIN[0] <= max(s.kept for s in sides) <= _LOOK_AGAIN[1]:
        again = reworded(a, b), reworded(b, a)
        sides = replace(sides[0], again=again[0]), replace(sides[1], again=again[1])
    identical = len(a.words) > 0 and np.array_equal(a.words, b.words)
    longest = _longest(a, shared)
    return Findings(identical, *sides, _figures(a, b, shared), longest), shared


def _covered(a: Profile, b: Profile, shared: Shared) -> tuple[Weights, Weights]:
    """The weight with which each held word is covered; 0 for the others.

    A word that is another's on one side counts no more on the other. The k-th held word of a
    passage is the same in both.
    """
    covered_a, covered_b = np.zeros(len(a.words)), np.zeros(len(b.words))
    for a0, a1, b0, b1 in shared.runs.tolist():
        in_a = a0 + np.flatnonzero(shared.held_a[a0:a1])
        in_b = b0 + np.flatnonzero(shared.held_b[b0:b1])
        weights = np.minimum(a.weights[in_a], b.weights[in_b])
        covered_a[in_a], covered_b[in_b] = weights, weights
    return covered_a, covered_b


def _side(a: Profile, held: Flags, covered: Weights) -> Side:
    total = float(a.weights.sum())
    half = int(np.searchsorted(np.cumsum(a.weights), total / 2, side="right"))
    return Side(
        tuple(np.bincount(a.kinds, minlength=KINDS).tolist()),
        tuple(np.bincount(a.kinds[held], minlength=KINDS).tolist()),
        total,
        float(covered.sum()),
        float(covered[:half].sum()) / max(1.0, total / 2),
    )


def _figures(a: Profile, b: Profile, shared: Shared) -> Figures:
    in_a, in_b = _told_figures(a, shared.held_a), _told_figures(b, shared.held_b)
    loose_a, loose_b = a.figures & ~shared.held_a, b.figures & ~shared.held_b
    body_a, body_b = a.kinds != FURNITURE, b.kinds != FURNITURE
    before = _before(body_a)
    return Figures(
        agree=len(in_a & in_b),
        of=min(len(in_a), len(in_b)),
        replaced=_replaced(loose_a & body_a, loose_b & body_b, shared.runs),
        among=int((before[shared.runs[:, 1]] - before[shared.runs[:, 0]]).sum()),
        replaced_anywhere=_replaced(loose_a, loose_b, shared.runs),
    )


def _replaced(loose_a: Flags, loose_b: Flags, runs: Ints) -> int:
    """How many flagged words stand against flagged words inside runs."""
    in_a, in_b = _before(loose_a), _before(loose_b)
    against = np.minimum(in_a[runs[:, 1]] - in_a[runs[:, 0]], in_b[runs[:, 3]] - in_b[runs[:, 2]])
    return int(against.sum())


def _told_figures(a: Profile, held: Flags) -> set[int]:
    """The different figures of the sentences that the other report has a good part of."""
    before, (start, end) = _before(held), a.sentences.T
    shared = before[end] - before[start] >= _GOOD_PART * (end - start)
    told = np.zeros(len(a.words) + 1, np.int64)
    np.add.at(told, start[shared], 1)
    np.add.at(told, end[shared], -1)
    chosen = a.figures & (a.kinds != FURNITURE) & (np.cumsum(told)[:-1] > 0)
    return set(a.words[chosen].tolist())


def _longest(a: Profile, shared: Shared) -> int:
    own = _before(a.kinds == OWN)
    return int((own[shared.runs[:, 1]] - own[shared.runs[:, 0]]).max(initial=0))


def _before(flags: Flags) -> NDArray[np.int64]:
    """How many flags are set before each place."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(flags)))
