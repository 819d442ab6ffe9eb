"""Which document can stand for another: the same n-grams, or nearly.

What stands for another is chosen by content, never by place in the pile.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dateline.match import leader_kernels
from dateline.match.jit import Ints, Keys, Ranks
from dateline.match.sketch import Sketches

__all__ = ["by_size", "identical", "representatives", "sums"]

_SECTION_BITS = 3
_LEADERS = 4


def sums(sketches: Sketches) -> Keys:
    """The sum of each document's keys: a fingerprint of its set."""
    totals = np.empty(len(sketches), dtype=np.uint64)
    leader_kernels.sum_keys(sketches.keys, sketches.offsets, totals)
    return totals


def by_size(sketches: Sketches, totals: Keys, documents: Ints) -> Ints:
    """The documents with the largest set first, equal sizes in an order that content decides."""
    order = np.lexsort((totals[documents], -sketches.sizes[documents]))
    return documents[order]


def identical(sketches: Sketches, totals: Keys) -> Ints:
    """For each document the first one with the same set of n-grams: often itself.

    ``totals`` are the `sums`. A document without n-grams is like no other.
    """
    stands_for = np.arange(len(sketches))
    filled = np.flatnonzero(sketches.sizes)
    filled = filled[np.argsort(totals[filled])]
    for group in _equal_neighbours(totals[filled]):
        firsts: list[int] = []
        for document in sorted(filled[group].tolist()):
            same = (d for d in firsts if np.array_equal(sketches[d], sketches[document]))
            stands_for[document] = first = next(same, document)
            if first == document:
                firsts.append(document)
    return stands_for


def _equal_neighbours(values: Keys) -> Iterator[slice]:
    edges = np.flatnonzero(np.diff(values)) + 1
    starts, ends = np.r_[0, edges], np.r_[edges, len(values)]
    several = ends - starts > 1
    return map(slice, starts[several].tolist(), ends[several].tolist())


def representatives(sketches: Sketches, min_jaccard: float = 0.9) -> Ints:
    """For each document one that stands for it, whose Jaccard similarity is at least so high.

    Largest first, a document joins a representative that it shares the least n-gram of a section of
    the key space with, or becomes one. Linear in the pile; every tie is verified, and with eight
    sections a near-identical document is overlooked about once in 10⁸ (it then stands for itself).
    """
    totals = sums(sketches)
    stands_for = identical(sketches, totals)
    alone = (stands_for == np.arange(len(sketches))) & (sketches.sizes > 0)
    documents = by_size(sketches, totals, np.flatnonzero(alone))
    slots, count = _signatures(sketches, documents)
    leaders = np.full((count, _LEADERS), -1, dtype=np.int32)
    chosen = np.empty(len(documents), dtype=np.int32)
    begins, ends = sketches.offsets[documents], sketches.offsets[documents + 1]
    leader_kernels.join_leaders(sketches.keys, begins, ends, slots, leaders, min_jaccard, chosen)
    joined = np.arange(len(sketches))
    joined[documents] = documents[chosen]
    return joined[stands_for]


def _signatures(sketches: Sketches, documents: Ints) -> tuple[Ranks, int]:
    """For each document and section of the key space the number of its least key there, or -1."""
    shape = (len(documents), 1 << _SECTION_BITS)
    least: Keys = np.zeros(shape, dtype=np.uint64)
    empty: NDArray[np.bool_] = np.ones(shape, dtype=np.bool_)
    begins, ends = sketches.offsets[documents], sketches.offsets[documents + 1]
    leader_kernels.least_keys(sketches.keys, begins, ends, 64 - _SECTION_BITS, least, empty)
    order = np.argsort(least, axis=None)
    values = least.ravel()[order]
    numbers = np.empty(least.size, dtype=np.int32)
    numbers[order] = np.cumsum(np.r_[False, values[1:] != values[:-1]][: len(values)])
    slots = numbers.reshape(shape)
    count = int(slots.max(initial=-1)) + 1
    slots[empty] = -1
    return slots, count
