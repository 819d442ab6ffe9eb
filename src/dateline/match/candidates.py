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

import numpy as np

from dateline.match import postings, search
from dateline.match.jit import Ints
from dateline.match.pairs import Pairs
from dateline.match.postings import Progress
from dateline.match.representatives import by_size, identical, sums
from dateline.match.sketch import Sketches
from dateline.match.slices import MEMORY_LIMIT

__all__ = ["MEMORY_LIMIT", "Pairs", "all_pairs"]


def all_pairs(
    sketches: Sketches,
    min_containment: float = 0.3,
    min_shared: int = 1,
    memory_limit: int = MEMORY_LIMIT,
    progress: Progress | None = None,
) -> Pairs:
    """Every pair that shares ``min_shared`` n-grams and ``min_containment`` of the smaller one's.

    ``memory_limit`` (bytes) bounds the slices of the key space that are at work at once; sketches
    and result come on top. ``progress`` is called with the share of the work done, 0 to 1. A family
    of thousands of versions has millions of pairs: see `dateline.match.links` for its linear form.

    Raises:
        ValueError: ``min_containment`` is not above 0 and at most 1, or ``min_shared`` is below 1.
    """
    need = search.needed(sketches.sizes, min_containment, min_shared)
    documents, stands_for = distinct(sketches, min_shared)
    index = postings.build(sketches, documents, memory_limit, part(progress, 0, 0.5))
    looking = search.probes(index, need[index.documents])
    everybody = np.arange(len(index.documents), dtype=np.int32)
    found = search.find(sketches, index, looking, everybody, False, part(progress, 0.5, 1))
    x, y = index.documents[found[:, 0]], index.documents[found[:, 1]]
    x, y, shared = _with_identical(sketches, stands_for, min_shared, (x, y, found[:, 2]))
    return Pairs.of(sketches, x, y, shared)


def distinct(sketches: Sketches, min_shared: int) -> tuple[Ints, Ints]:
    """One of each set that is large enough, the largest first; and whom each document is like."""
    totals = sums(sketches)
    stands_for = identical(sketches, totals)
    own = stands_for == np.arange(len(sketches))
    return by_size(
        sketches, totals, np.flatnonzero(own & (sketches.sizes >= min_shared))
    ), stands_for


def part(progress: Progress | None, start: float, end: float) -> Progress:
    """A progress that fills one part of the whole."""
    return lambda share: progress(start + (end - start) * share) if progress else None


def _with_identical(
    sketches: Sketches, stands_for: Ints, min_shared: int, pairs: tuple[Ints, Ints, Ints]
) -> tuple[Ints, Ints, Ints]:
    """Add the pairs of the documents that others stand for."""
    counts = np.bincount(stands_for, minlength=len(sketches))
    groups = np.flatnonzero((counts > 1) & (sketches.sizes >= min_shared))
    if not len(groups):
        return pairs
    inner = (groups, groups, sketches.sizes[groups])
    a, b, shared = (np.concatenate(both) for both in zip(pairs, inner, strict=True))
    members = np.argsort(stands_for, kind="stable")
    begins = np.cumsum(counts) - counts
    times = counts[a] * counts[b]
    row = np.repeat(np.arange(len(a)), times)
    turn = np.arange(len(row)) - np.repeat(np.cumsum(times) - times, times)
    left = members[begins[a[row]] + turn // counts[b[row]]]
    right = members[begins[b[row]] + turn % counts[b[row]]]
    once = (a[row] != b[row]) | (left < right)
    return left[once], right[once], shared[row][once]
