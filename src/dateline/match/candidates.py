"""All pairs of documents that share enough n-grams: exact, whatever is frequent.

::

    pairs = all_pairs(sketches, min_containment=0.3)
    pairs.a, pairs.b, pairs.shared, pairs.containment_ab, pairs.containment_ba

A pair is listed where the larger of its two containments (common n-grams over the n-grams of one of
the two) reaches ``min_containment``. Nothing is sampled and no cap hides a pair: a document looks
for partners by all its n-grams but the most frequent ones, of which it passes over fewer than a
partner must share with it (the prefix filter of Chaudhuri, Ganti and Kaushik, 2006; rare ones first
as in Bayardo, Ma and Srikant, 2007). What is found so is verified on the full sets.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.match import pair_kernels, postings
from dateline.match.jit import Ints, Ranks
from dateline.match.postings import Postings, Progress
from dateline.match.sketch import Sketches

__all__ = ["Pairs", "all_pairs", "needed"]

_PASSED_OVER = 0.25  # share of what may be passed over that is: less looking up, more verifying
_MEMORY_LIMIT = 2 << 30
_LEVELS = 32
_PAIRS_AT_ONCE = 1 << 14
_CHUNKS = 16


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of documents, ``a < b`` by number, in rising order.

    ``shared`` counts common distinct n-grams, ``size_a`` and ``size_b`` those of each document.
    """

    a: Ints
    b: Ints
    shared: Ints
    size_a: Ints
    size_b: Ints

    def __len__(self) -> int:
        return len(self.a)

    @property
    def containment_ab(self) -> NDArray[np.float64]:
        """The share of a's n-grams that b has too."""
        return self.shared / self.size_a

    @property
    def containment_ba(self) -> NDArray[np.float64]:
        """The share of b's n-grams that a has too."""
        return self.shared / self.size_b

    @property
    def containment(self) -> NDArray[np.float64]:
        """The larger of the two containments."""
        return self.shared / np.minimum(self.size_a, self.size_b)

    @property
    def jaccard(self) -> NDArray[np.float64]:
        """Common n-grams over the n-grams of either."""
        return self.shared / (self.size_a + self.size_b - self.shared)


def all_pairs(
    sketches: Sketches,
    min_containment: float = 0.3,
    min_shared: int = 1,
    memory_limit: int = _MEMORY_LIMIT,
    progress: Progress | None = None,
) -> Pairs:
    """Every pair that shares ``min_shared`` n-grams and ``min_containment`` of the smaller one's.

    ``memory_limit`` (bytes) bounds the slices of the key space that are at work at once; sketches
    and result come on top. ``progress`` is called with the share of the work done, 0 to 1. A family
    of thousands of versions has millions of pairs: see `dateline.match.links` for its linear form.

    Raises:
        ValueError: ``min_containment`` is not above 0 and at most 1, or ``min_shared`` is below 1.
    """
    if not 0 < min_containment <= 1 or min_shared < 1:
        raise ValueError("min_containment is above 0 and at most 1, min_shared at least 1")
    stands_for = identical(sketches)
    own = stands_for == np.arange(len(sketches))
    chosen = own & (sketches.sizes >= min_shared)
    index = postings.build(sketches, chosen, memory_limit, _part(progress, 0, 0.5))
    need = needed(sketches.sizes[index.documents], min_containment, min_shared)
    found = _find(sketches, index, need, _part(progress, 0.5, 1))
    a, b, shared = index.documents[found[:, 0]], index.documents[found[:, 1]], found[:, 2]
    if not own.all():
        a, b, shared = _with_identical(sketches, stands_for, min_shared, (a, b, shared))
    return _pairs(sketches, a, b, shared)


def needed(sizes: Ints, min_containment: float, min_shared: int) -> Ranks:
    """The least number of common n-grams that reaches ``min_containment`` of each size."""
    least = np.ceil(sizes * min_containment).astype(np.int32)
    sizes = np.maximum(sizes, 1)
    least -= (least - 1) / sizes >= min_containment  # the product may round to either side
    least += least / sizes < min_containment
    return np.maximum(least, min_shared, dtype=np.int32)


def identical(sketches: Sketches) -> Ints:
    """For each document the first one with the same set of n-grams: often itself.

    A document without n-grams is like no other.
    """
    sums = np.empty(len(sketches), dtype=np.uint64)
    pair_kernels.sum_keys(sketches.keys, sketches.offsets, sums)
    stands_for = np.arange(len(sketches))
    order = np.argsort(sums, kind="stable")
    for group in _runs(sums[order]):
        firsts: list[int] = []
        for document in order[group].tolist():
            same = (d for d in firsts if np.array_equal(sketches[d], sketches[document]))
            stands_for[document] = first = next(same, document)
            if first == document or not len(sketches[document]):
                stands_for[document] = document
                firsts.append(document)
    return stands_for


def _runs(values: NDArray[np.uint64]) -> Iterator[slice]:
    """Where equal neighbours of two or more stand."""
    edges = np.flatnonzero(np.diff(values)) + 1
    starts, ends = np.r_[0, edges], np.r_[edges, len(values)]
    several = ends - starts > 1
    return map(slice, starts[several].tolist(), ends[several].tolist())


def _find(sketches: Sketches, index: Postings, need: Ranks, progress: Progress) -> Ints:
    """Rows of (rank of the smaller, rank of the larger, common n-grams)."""
    probes, lists, passed_over = _probes(index, need)
    begins = sketches.offsets[index.documents]
    ends = sketches.offsets[index.documents + 1]
    shared = (index.ranks, index.starts, probes, lists, need, passed_over, sketches.keys)

    def search(first: int, last: int) -> list[NDArray[np.int32]]:
        tally = np.zeros((2, len(need)), dtype=np.int32)
        room = np.empty((_PAIRS_AT_ONCE, 3), dtype=np.int32)
        found = []
        while first < last:
            size, after = pair_kernels.find_pairs(first, last, *shared, begins, ends, tally, room)
            found.append(room[:size].copy())
            if after == first:
                room = np.empty((2 * len(room), 3), dtype=np.int32)
            first = after
        return found

    bounds = _chunks(probes)
    rows = [np.empty((0, 3), dtype=np.int32)]
    with ThreadPoolExecutor(postings.WORKERS) as pool:
        for done, part in enumerate(pool.map(search, bounds[:-1], bounds[1:])):
            rows += part
            progress((done + 1) / (len(bounds) - 1))
    return np.concatenate(rows).astype(np.int64)


def _probes(index: Postings, need: Ranks) -> tuple[Ints, Ranks, Ranks]:
    """Which shared keys each document looks for partners by, and how many it passes over."""
    size = len(index.documents)
    counts = np.zeros((size, _LEVELS), dtype=np.int32)
    pair_kernels.count_levels(index.ranks, index.starts, counts)
    slack = ((need - 1) * _PASSED_OVER).astype(np.int32)
    highest = np.empty(size, dtype=np.int32)
    passed_over = np.empty(size, dtype=np.int32)
    probes = np.empty(size + 1, dtype=np.int64)
    pair_kernels.choose_levels(counts, slack, highest, passed_over, probes)
    lists = np.empty(probes[-1], dtype=np.int32)
    cursors = probes[:-1].copy()
    pair_kernels.list_probes(index.ranks, index.starts, highest, cursors, lists)
    return probes, lists, passed_over


def _chunks(probes: Ints) -> list[int]:
    """Bounds of runs of documents with about as many probes each."""
    wanted = np.linspace(0, probes[-1], _CHUNKS + 1)[1:-1]
    return [0, *np.searchsorted(probes, wanted).tolist(), len(probes) - 1]


def _with_identical(
    sketches: Sketches, stands_for: Ints, min_shared: int, pairs: tuple[Ints, Ints, Ints]
) -> tuple[Ints, Ints, Ints]:
    """Add the pairs of the documents that others stand for."""
    order = np.argsort(stands_for, kind="stable")
    counts = np.bincount(stands_for, minlength=len(sketches))
    begins = np.cumsum(counts) - counts
    groups = np.flatnonzero((counts > 1) & (sketches.sizes >= min_shared))
    a, b, shared = (
        np.concatenate(both)
        for both in zip(pairs, (groups, groups, sketches.sizes[groups]), strict=True)
    )
    times_a, times_b = counts[a], counts[b]
    row = np.repeat(np.arange(len(a)), times_a * times_b)
    within = np.arange(len(row)) - np.repeat(
        np.cumsum(times_a * times_b) - times_a * times_b, times_a * times_b
    )
    left = order[begins[a[row]] + within // times_b[row]]
    right = order[begins[b[row]] + within % times_b[row]]
    once = (a[row] != b[row]) | (left < right)
    return left[once], right[once], shared[row][once]


def _pairs(sketches: Sketches, a: Ints, b: Ints, shared: Ints) -> Pairs:
    low, high = np.minimum(a, b), np.maximum(a, b)
    order = np.lexsort((high, low))
    low, high = low[order], high[order]
    sizes = sketches.sizes
    return Pairs(low, high, shared[order], sizes[low], sizes[high])


def _part(progress: Progress | None, start: float, end: float) -> Progress:
    """A progress that fills one part of the whole."""
    return lambda share: progress(start + (end - start) * share) if progress else None
