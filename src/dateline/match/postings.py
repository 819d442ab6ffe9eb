"""Which documents share which n-grams: the inverted index of a pile, without what occurs once.

Keys are packed with the document's number into one 64-bit number, sorted, and scanned for runs.
What the packing cuts off a key can make two n-grams look alike: an index may claim too much, never
too little, and what it proposes is verified on the full keys. Memory is bounded by working through
the key space in slices; slices are sorted in threads.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.match import pair_kernels
from dateline.match.jit import Ints, Keys, Ranks
from dateline.match.representatives import by_size
from dateline.match.sketch import Sketches

_SLICE_KEYS = 1 << 20  # small enough to stay in a processor's cache while it is sorted
_BYTES_PER_KEY = 20  # of a slice at work: packed, kept ranks, starts
Progress = Callable[[float], None]
WORKERS = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Postings:
    """The keys that two or more documents have, and who has them.

    ``documents[rank]`` is a document's number, ranks by falling number of keys. Shared key ``r`` is
    in the documents of ranks ``ranks[starts[r]:starts[r + 1]]``, rising. A key may have hubs, some
    of these documents that stand for the others: ``hubs[hub_starts[r]:hub_starts[r + 1]]``, rising.
    """

    documents: Ints
    ranks: Ranks
    starts: Ints
    hub_starts: Ints
    hubs: Ranks


def build(
    sketches: Sketches, chosen: NDArray[np.bool_], memory_limit: int, progress: Progress
) -> Postings:
    """The postings of the ``chosen`` documents; ``memory_limit`` bounds the slices (bytes)."""
    documents = by_size(sketches, np.flatnonzero(chosen))
    ranks = np.full(len(sketches), -1, dtype=np.int32)
    ranks[documents] = np.arange(len(documents), dtype=np.int32)
    parts = list(_slices(sketches, ranks, memory_limit, progress))
    starts = np.zeros(sum(len(lengths) for _, lengths in parts) + 1, dtype=np.int64)
    np.cumsum(np.concatenate([lengths for _, lengths in parts]), out=starts[1:])
    shared = np.concatenate([part for part, _ in parts])
    return Postings(documents, shared, starts, np.zeros_like(starts), np.empty(0, dtype=np.int32))


def _slices(
    sketches: Sketches, ranks: Ranks, memory_limit: int, progress: Progress
) -> Iterator[tuple[Ranks, Ranks]]:
    """The ranks that share a key, and how many they are, of each slice of the key space."""
    bits = _slice_bits(len(sketches.keys), memory_limit)
    counts = np.array([len(sketches.keys)])
    if bits:
        counts = np.zeros(1 << bits, dtype=np.int64)
        pair_kernels.count_slices(sketches.keys, 64 - bits, counts)
    rank_bits = max(1, len(ranks).bit_length())
    cursors = sketches.offsets[:-1].copy()
    waiting: deque[Future[tuple[Ranks, Ranks]]] = deque()
    with ThreadPoolExecutor(WORKERS) as pool:
        for number, count in enumerate(counts):
            packed = np.empty(count, dtype=np.uint64)
            last = ((number + 1) << (64 - bits)) - 1
            size = pair_kernels.pack_slice(
                sketches.keys, sketches.offsets, ranks, cursors, last, bits, rank_bits, packed
            )
            waiting.append(pool.submit(_shared, packed[:size], rank_bits))
            progress((number + 1) / len(counts))
            if len(waiting) > WORKERS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _slice_bits(keys: int, memory_limit: int) -> int:
    """How many leading bits number the slices, so that those at work fit into the limit."""
    at_once = min(_SLICE_KEYS, max(1, memory_limit // (_BYTES_PER_KEY * (WORKERS + 2))))
    return min(24, max(0, keys // at_once).bit_length())


def _shared(packed: Keys, rank_bits: int) -> tuple[Ranks, Ranks]:
    packed.sort()
    ranks = np.empty(len(packed), dtype=np.int32)
    lengths = np.empty(len(packed) // 2, dtype=np.int32)
    size, kept = pair_kernels.keep_shared(packed, rank_bits, ranks, lengths)
    return ranks[:size].copy(), lengths[:kept].copy()
