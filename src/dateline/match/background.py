"""Stock background, learned from the pile: what recurs across otherwise unrelated reports.

A site's footer, an agency's closing sentence on a war, a template's phrases: whoever repeats them
copies nothing. A 5-gram is stock when three of its carriers are mutually unrelated: two of them
share little, or just what all of them share, and have much else besides. Versions of one dispatch
are not like that: either they have little else, or some share more than others. A pile that has no
stock needs none.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np

from dateline.match import background_kernels as kernels
from dateline.match.jit import Flags, Ints, Keys, Ranks
from dateline.match.postings import WORKERS
from dateline.match.representatives import sums
from dateline.match.sketch import WIDTH, Sketches
from dateline.match.slices import MEMORY_LIMIT, bits_of, slices
from dateline.match.words import gram_keys

__all__ = ["CARRIERS", "ROUNDS", "SAMPLE", "TOLERANCE", "Background", "learn"]

CARRIERS = 3
SAMPLE = 8
ROUNDS = 4
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Background:
    """The stock of a pile: the sorted keys of its 5-grams."""

    keys: Keys = field(default_factory=lambda: np.empty(0, np.uint64))

    def marks(self, words: Keys) -> Flags:
        """Which of a report's words stand inside stock (``words``: see ``match.words``)."""
        out = np.zeros(len(words), np.bool_)
        grams = gram_keys(words, WIDTH)
        found = self.has(grams)
        for k in range(WIDTH):
            out[k : k + len(grams)] |= found
        return out

    def among(self, keys: Keys) -> Keys:
        """Those of a report's own keys that are stock: what judging it takes of the whole."""
        return keys[self.has(keys)]

    def has(self, keys: Keys) -> Flags:
        """Which keys are stock."""
        if not len(self.keys):
            return np.zeros(len(keys), np.bool_)
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        found: Flags = self.keys[places] == keys
        return found

    def without(self, sketches: Sketches) -> Sketches:
        """The sketches without the stock."""
        if not len(self.keys):
            return sketches
        numbers = numbers_in(sketches.keys, self.keys)
        offsets = np.zeros_like(sketches.offsets)
        kernels.count_fresh(numbers, sketches.offsets, offsets)
        return Sketches(sketches.keys[numbers < 0], offsets)


def learn(sketches: Sketches, memory_limit: int = MEMORY_LIMIT) -> Background:
    """The stock of a pile, whatever the order of its documents.

    ``memory_limit`` (bytes) bounds the slices of the key space that are at work at once.
    """
    common = common_keys(sketches, memory_limit)
    if not len(common):
        return Background()
    numbers = numbers_in(sketches.keys, common)
    carriers, starts = carriers_of(sketches, numbers, len(common), sums(sketches))
    signatures = np.empty(len(common), np.uint64)
    kernels.sign_samples(carriers, starts, SAMPLE, signatures)
    order = np.argsort(signatures, kind="stable")
    stock = np.zeros(len(common), np.bool_)
    touched = np.ones(len(sketches), np.bool_)
    for _ in range(ROUNDS):
        known = stock.copy()
        _mark(sketches, (numbers, carriers, starts, signatures), order, touched, known, stock)
        if np.array_equal(stock, known):
            break
        kernels.mark_touched(numbers, sketches.offsets, stock & ~known, touched)
    return Background(common[stock])


def _mark(
    sketches: Sketches,
    tables: tuple[Ranks, Ranks, Ints, Keys],
    order: Ints,
    touched: Flags,
    known: Flags,
    stock: Flags,
) -> None:
    """Mark the stock, in threads: keys of one signature lie together and are judged once."""
    largest = np.sort(sketches.sizes)[-SAMPLE:].sum()
    slots = 1 << int(2 * largest).bit_length()

    def mark(part: Ints) -> None:
        room = np.empty(slots, np.uint64), np.zeros(slots, np.uint8)
        kernels.mark_stock(
            *(sketches.keys, sketches.offsets, *tables, part, SAMPLE, CARRIERS - TOLERANCE),
            *(touched, known, *room, stock),
        )

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(mark, np.array_split(order, WORKERS)))


def common_keys(sketches: Sketches, memory_limit: int = MEMORY_LIMIT) -> Keys:
    """The keys that enough documents hold, sorted."""
    ranks = np.zeros(len(sketches), np.int32)
    bits = bits_of(sketches)
    found = [np.empty(0, np.uint64)]
    with ThreadPoolExecutor(WORKERS) as pool:
        for packed in slices(sketches, ranks, 0, memory_limit):
            found += pool.map(_frequent, packed, range(len(found) - 1, 1 << bits), repeat(bits))
    return np.concatenate(found)


def _frequent(packed: Keys, number: int, bits: int) -> Keys:
    """The keys of a slice, by its number, that come often enough, sorted."""
    packed.sort()
    starts = np.flatnonzero(np.r_[True, packed[1:] != packed[:-1]][: len(packed)])
    counts = np.diff(np.r_[starts, len(packed)])
    often = packed[starts[counts >= CARRIERS]]
    keys: Keys = often >> np.uint64(bits) | np.uint64(number << (64 - bits) if bits else 0)
    return keys


def numbers_in(keys: Keys, common: Keys) -> Ranks:
    """The place of each key in the sorted ``common``, or -1."""
    if not len(common):
        return np.full(len(keys), -1, np.int32)
    bits = len(common).bit_length()
    firsts = np.empty((1 << bits) + 1, np.int64)
    kernels.list_firsts(common, 64 - bits, firsts)
    numbers = np.empty(len(keys), np.int32)
    kernels.number_keys(keys, common, 64 - bits, firsts, numbers)
    return numbers


def carriers_of(sketches: Sketches, numbers: Ranks, size: int, totals: Keys) -> tuple[Ranks, Ints]:
    """The documents that hold each common key, in an order that is the documents' own.

    ``totals`` are the sums of all their keys.
    """
    counts = np.zeros(size, np.int64)
    kernels.count_carriers(numbers, counts)
    starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    carriers = np.empty(starts[-1], np.int32)
    order = np.argsort(totals, kind="stable")
    kernels.list_carriers(numbers, sketches.offsets, order, starts[:-1].copy(), carriers)
    return carriers, starts
