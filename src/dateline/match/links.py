"""The pairs of a pile in linear form: whom each document must be compared with.

::

    found = links(sketches)
    found.pairs                     # verified pairs, as `all_pairs` gives them, but fewer
    found.stands_for                # each document's first one with the same n-grams

One dispatch in five thousand versions is twelve million pairs, nearly all of which say the same.
Here the documents that share an n-gram which more than ``popular`` have meet only its *hubs*: in
each octave of sizes the document with the most popular n-grams, which is a full version of the
dispatch and not a text that quotes a line of it. Output and work grow with the family, not with its
square. What is not listed is accounted for:

1. A pair that shares an n-gram of at most ``popular`` documents is listed, whatever else it shares.
2. Of a pair that is not listed, the smaller document is listed with one that has some of what they
   share; one of which the hubs explain too little for this searches everybody larger. A document
   that is still alone then searches everybody smaller. So no document that has a partner is without
   one here.
3. Of documents with the same n-grams one stands for all: each other one is listed with it alone.

The result depends on the texts only, not on their order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from dateline.match import explain_kernels, link_kernels, postings, search
from dateline.match.candidates import MEMORY_LIMIT, distinct, part
from dateline.match.jit import Ints, Ranks
from dateline.match.pairs import Pairs
from dateline.match.postings import Postings, Progress
from dateline.match.search import Probes
from dateline.match.sketch import Sketches

__all__ = ["POPULAR", "Links", "links", "popular_keys", "with_hubs"]

POPULAR = 32


@dataclass(frozen=True, slots=True)
class Links:
    """Verified pairs, and for each document the first one with the same set of n-grams."""

    pairs: Pairs
    stands_for: Ints


def links(
    sketches: Sketches,
    min_containment: float = 0.3,
    min_shared: int = 1,
    popular: int = POPULAR,
    memory_limit: int = MEMORY_LIMIT,
    progress: Progress | None = None,
) -> Links:
    """The pairs that say all that `all_pairs` says; see above for what may be left out.

    Raises:
        ValueError: as `dateline.match.candidates.all_pairs`.
    """
    need = search.needed(sketches.sizes, min_containment, min_shared)
    documents, stands_for = distinct(sketches, min_shared)
    index = postings.build(sketches, documents, memory_limit, part(progress, 0, 0.5))
    counts = popular_keys(index, popular)
    index = with_hubs(index, popular, counts, sketches.sizes[index.documents])
    found = _search(sketches, index, need[index.documents], part(progress, 0.5, 1))
    again = np.flatnonzero(
        (stands_for != np.arange(len(sketches))) & (sketches.sizes >= min_shared)
    )
    x = np.concatenate([index.documents[found[:, 0]], again])
    y = np.concatenate([index.documents[found[:, 1]], stands_for[again]])
    shared = np.concatenate([found[:, 2], sketches.sizes[again]])
    return Links(Pairs.of(sketches, x, y, shared), stands_for)


def _search(sketches: Sketches, index: Postings, need: Ranks, progress: Progress) -> Ints:
    """Rows of (rank, rank of a larger partner, common n-grams): by hubs, then what these leave."""
    everybody = np.arange(len(need), dtype=np.int32)
    looking = search.probes(index, need)
    found = search.find(sketches, index, looking, everybody, True, part(progress, 0, 0.8))
    left = np.flatnonzero(_unexplained(index, looking, found) >= need).astype(np.int32)
    more = search.find(sketches, index, looking, left, False, part(progress, 0.8, 1))
    found = np.concatenate([found, more])
    return np.concatenate([found, _smaller(sketches, index, need, found)])


def _smaller(sketches: Sketches, index: Postings, need: Ranks, found: Ints) -> Ints:
    """A smaller partner for each document that shares popular n-grams only and is still alone."""
    size = len(need)
    alone = np.ones(size, dtype=np.bool_)
    alone[found[:, :2]] = False
    own = np.zeros(size + 1, dtype=np.int64)
    keys = (index.ranks, index.starts, index.hub_starts, alone)
    explain_kernels.count_starred(*keys, own[1:])
    np.cumsum(own, out=own)
    lists = np.empty(own[-1], dtype=np.int32)
    explain_kernels.list_starred(*keys, own[:-1].copy(), lists)
    room = np.empty((int(alone.sum()), 3), dtype=np.int32)
    written = explain_kernels.find_smaller(
        *(alone, own, lists, index.ranks, index.starts, index.weights, need, sketches.keys),
        *(sketches.offsets[index.documents], sketches.offsets[index.documents + 1]),
        *(np.zeros((2, size), dtype=np.int32), room),
    )
    return room[:written].astype(np.int64)


def popular_keys(index: Postings, popular: int) -> Ranks:
    """How many keys of each document, by rank, more than ``popular`` documents have."""
    counts = np.zeros(len(index.documents), dtype=np.int32)
    link_kernels.count_popular(index.ranks, index.starts, index.weights, popular, counts)
    return counts


def with_hubs(index: Postings, popular: int, counts: Ranks, sizes: Ints) -> Postings:
    """The index with hubs; by rank, ``counts`` are the popular keys, ``sizes`` all of a document's.

    A document with the most popular keys is a full version of a dispatch.
    """
    octaves = np.log2(np.maximum(sizes, 1)).astype(np.int32)
    starts = np.empty_like(index.starts)

    def choose(hubs: Ranks) -> int:
        return link_kernels.choose_hubs(
            index.ranks, index.starts, popular, counts, octaves, starts, hubs
        )

    hubs = np.empty(choose(np.empty(0, dtype=np.int32)), dtype=np.int32)
    choose(hubs)
    return replace(index, hub_starts=starts, hubs=hubs)


def _unexplained(index: Postings, looking: Probes, found: Ints) -> Ranks:
    """How many of a document's keys no hub explains that it is found with."""
    one = np.concatenate([found[:, 0], found[:, 1]])
    other = np.concatenate([found[:, 1], found[:, 0]])
    starts = np.zeros(len(looking.need) + 1, dtype=np.int64)
    np.cumsum(np.bincount(one, minlength=len(looking.need)), out=starts[1:])
    partners = other[np.argsort(one, kind="stable")].astype(np.int32)
    counts = looking.passed_over.copy()
    marks = np.full(len(counts), -1, dtype=np.int32)
    tables = (looking.starts, looking.lists, index.hub_starts, index.hubs)
    explain_kernels.count_unexplained(*tables, starts, partners, marks, counts)
    return counts
