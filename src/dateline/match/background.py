"""Stock background, learned from the pile: what recurs across otherwise unrelated reports.

A site's footer, an agency's closing sentence on a war, a template's phrases: whoever repeats them
copies nothing. A 5-gram is stock when at least three of its carriers are pairwise unrelated once
stock is set aside. A pile without such reports has no stock, and relations do not need any.
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
_RELATED = 0.3
_SAMPLE = 12
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


def learn(sketches: Sketches, pairs: Pairs) -> Background:
    """The stock of a pile, whatever the order of its documents.

    ``pairs`` lists every pair that shares a noticeable part; pairs that it lacks count as
    unrelated.
    """
    common = _common(sketches.keys)
    if not len(common):
        return Background()
    numbers = np.empty(len(sketches.keys), np.int32)
    kernels.number_keys(sketches.keys, common, numbers)
    carriers, starts = _carriers(sketches, numbers, len(common))
    stock = np.zeros(len(common), np.bool_)
    for _ in range(_ROUNDS):
        before = int(stock.sum())
        neighbours, begins = _related(sketches, pairs, numbers, stock)
        least = _CARRIERS - _TOLERANCE
        kernels.mark_stock(carriers, starts, neighbours, begins, _SAMPLE, least, stock)
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


def _related(sketches: Sketches, pairs: Pairs, numbers: Ranks, stock: Flags) -> tuple[Ints, Ints]:
    """For each document the sorted documents that it shares much with besides stock."""
    related = np.empty(len(pairs), np.bool_)
    a, b = pairs.a.astype(np.int64), pairs.b.astype(np.int64)
    kernels.mark_related(sketches.keys, sketches.offsets, numbers, stock, a, b, _RELATED, related)
    ends = np.stack((np.r_[a[related], b[related]], np.r_[b[related], a[related]]))
    ends = ends[:, np.lexsort((ends[1], ends[0]))]
    begins = np.searchsorted(ends[0], np.arange(len(sketches) + 1)).astype(np.int64)
    return np.ascontiguousarray(ends[1]), begins
