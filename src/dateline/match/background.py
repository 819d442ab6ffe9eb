"""Stock background, learned from the pile: what recurs across otherwise unrelated reports.

A site's footer, an agency's closing sentence on a war, a template's phrases: whoever repeats them
copies nothing. A 5-gram is stock when three of its carriers are mutually unrelated: two of them
share little, or just what all of them share, and have much else besides. Versions of one dispatch
are not like that: either they have little else, or some share more than others. A pile that has no
stock needs none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from dateline.match import background_kernels as kernels
from dateline.match.jit import Flags, Ints, Keys, Ranks
from dateline.match.pairs import Pairs
from dateline.match.representatives import sums
from dateline.match.sketch import WIDTH, Sketches
from dateline.match.words import gram_keys

__all__ = ["Background", "learn"]

_CARRIERS = 3
_SAMPLE = 8
_ROUNDS = 4
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Background:
    """The stock of a pile: the sorted keys of its 5-grams."""

    keys: Keys = field(default_factory=lambda: np.empty(0, np.uint64))

    def marks(self, words: Keys) -> Flags:
        """Which of a report's words stand inside stock (``words``: see ``match.words``)."""
        out = np.zeros(len(words), np.bool_)
        grams = gram_keys(words, WIDTH)
        if not len(self.keys) or not len(grams):
            return out
        places = np.searchsorted(self.keys, grams)
        found = self.keys[np.minimum(places, len(self.keys) - 1)] == grams
        for k in range(WIDTH):
            out[k : k + len(grams)] |= found
        return out

    def without(self, sketches: Sketches, pairs: Pairs) -> Pairs:
        """The same pairs, with what they share and have besides the stock."""
        if not len(self.keys):
            return pairs
        numbers = np.empty(len(sketches.keys), np.int32)
        kernels.number_keys(sketches.keys, self.keys, numbers)
        counts = np.empty((3, len(pairs)), np.int64)
        pile = (sketches.keys, sketches.offsets, numbers)
        kernels.count_fresh(*pile, pairs.a, pairs.b, counts[0], counts[1], counts[2])
        return Pairs(pairs.a, pairs.b, counts[0], counts[1], counts[2])


def learn(sketches: Sketches) -> Background:
    """The stock of a pile, whatever the order of its documents."""
    common = _common(sketches.keys)
    numbers = np.empty(len(sketches.keys), np.int32)
    if not len(common):
        return Background()
    kernels.number_keys(sketches.keys, common, numbers)
    carriers, starts = _carriers(sketches, numbers, len(common))
    signatures = np.empty(len(common), np.uint64)
    kernels.sign_samples(carriers, starts, _SAMPLE, signatures)
    order = np.argsort(signatures, kind="stable")
    pile = (sketches.keys, sketches.offsets, numbers, carriers, starts, signatures, order)
    stock = np.zeros(len(common), np.bool_)
    for _ in range(_ROUNDS):
        before = int(stock.sum())
        kernels.mark_stock(*pile, _SAMPLE, _CARRIERS - _TOLERANCE, stock)
        if int(stock.sum()) == before:
            break
    return Background(common[stock])


def _common(keys: Keys) -> Keys:
    """The keys that enough documents hold, sorted."""
    ordered = np.sort(keys)
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]][: len(keys)])
    counts = np.diff(np.r_[starts, len(keys)])
    common: Keys = ordered[starts[counts >= _CARRIERS]]
    return common


def _carriers(sketches: Sketches, numbers: Ranks, size: int) -> tuple[Ints, Ints]:
    """The documents that hold each common key, in an order that is the documents' own."""
    counts = np.bincount(numbers[numbers >= 0], minlength=size)
    starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    carriers = np.empty(starts[-1], np.int64)
    order = np.argsort(sums(sketches), kind="stable")
    kernels.list_carriers(numbers, sketches.offsets, order, starts[:-1].copy(), carriers)
    return carriers, starts
