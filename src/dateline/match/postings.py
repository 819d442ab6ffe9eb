"""Which documents share which n-grams: the inverted index of a pile, without what occurs once.

Keys are packed with the document's number into one 64-bit number, sorted, and scanned for runs.
What the packing cuts off a key can make two n-grams look alike: an index may claim too much, never
too little, and what it proposes is verified on the full keys. Memory is bounded by working through
the key space in slices; slices are sorted in threads.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from dateline.match import posting_kernels
from dateline.match.jit import Ints, Keys, Ranks
from dateline.match.sketch import Sketches
from dateline.match.slices import count_of, slices

_FIRST = 1 << 12
Progress = Callable[[float], None]
WORKERS = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Postings:
    """Who shares keys with whom: every list of two or more documents that have a key in common.

    ``documents[rank]`` is a document's number, ranks by falling number of keys. List ``r`` holds
    the ranks ``ranks[starts[r]:starts[r + 1]]``, rising, and is that of ``weights[r]`` keys: where
    a text is copied, many keys have the same documents. A list may have hubs, some of its documents
    that stand for the others: ``hubs[hub_starts[r]:hub_starts[r + 1]]``, rising.
    """

    documents: Ints
    ranks: Ranks
    starts: Ints
    weights: Ranks
    hub_starts: Ints
    hubs: Ranks


def build(sketches: Sketches, documents: Ints, memory_limit: int, progress: Progress) -> Postings:
    """The postings of ``documents``, the largest first; ``memory_limit`` (bytes) bounds slices."""
    ranks = np.full(len(sketches), -1, dtype=np.int32)
    ranks[documents] = np.arange(len(documents), dtype=np.int32)
    lists = _Lists()
    for shared in _slices(sketches, ranks, memory_limit, progress):
        lists.add(*shared)
    starts = lists.starts[: lists.count + 1].copy()
    no_hubs = np.empty(0, dtype=np.int32)
    kept = lists.ranks[: starts[-1]].copy()
    return Postings(documents, kept, starts, lists.weights(), np.zeros_like(starts), no_hubs)


class _Lists:
    """Lists of ranks, each once, with how often it came."""

    def __init__(self) -> None:
        self.count = 0
        self.starts = np.zeros(_FIRST, dtype=np.int64)
        self.ranks = np.empty(_FIRST, dtype=np.int32)
        self._table = np.zeros((2 * _FIRST, 2), dtype=np.uint64)

    def add(self, ranks: Ranks, lengths: Ranks, hashes: Keys) -> None:
        """Add lists: their ranks one after the other, their lengths and hashes."""
        self._make_room(len(ranks), len(lengths))
        self.count = posting_kernels.merge_lists(
            ranks, lengths, hashes, self.ranks, self.starts, self.count, self._table
        )

    def weights(self) -> Ranks:
        """How often each list came."""
        weights = np.empty(self.count, dtype=np.int32)
        posting_kernels.read_weights(self._table, weights)
        return weights

    def _make_room(self, ranks: int, lists: int) -> None:
        ranks += int(self.starts[self.count])
        lists += self.count + 1
        if ranks > len(self.ranks):
            self.ranks.resize(2 * ranks, refcheck=False)
        if lists > len(self.starts):
            self.starts.resize(2 * lists, refcheck=False)
        if 2 * lists > len(self._table):
            table = np.zeros((1 << (2 * lists).bit_length(), 2), dtype=np.uint64)
            posting_kernels.move_table(self._table, table)
            self._table = table


def _slices(
    sketches: Sketches, ranks: Ranks, memory_limit: int, progress: Progress
) -> Iterator[tuple[Ranks, Ranks, Keys]]:
    """The ranks that share a key, how many they are and their hash, slice by slice."""
    rank_bits = len(ranks).bit_length()
    done, total = 0, count_of(sketches)
    with ThreadPoolExecutor(WORKERS) as pool:
        for packed in slices(sketches, ranks, rank_bits, memory_limit):
            for shared in pool.map(_shared, packed, repeat(rank_bits)):
                yield shared
                done += 1
                progress(done / total)


def _shared(packed: Keys, rank_bits: int) -> tuple[Ranks, Ranks, Keys]:
    packed.sort()
    ranks = np.empty(len(packed), dtype=np.int32)
    lengths = np.empty(len(packed) // 2, dtype=np.int32)
    hashes = np.empty(len(packed) // 2, dtype=np.uint64)
    size, kept = posting_kernels.keep_shared(packed, rank_bits, ranks, lengths, hashes)
    return ranks[:size].copy(), lengths[:kept].copy(), hashes[:kept].copy()
