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
from dateline.match.growing import Growing
from dateline.match.jit import Ints, Keys, Ranks
from dateline.match.sketch import Sketches

_SLICE_KEYS = 1 << 18  # few enough to stay in a processor's cache while they are sorted
_BYTES_PER_KEY = 14  # of slices at work: packed, ranks, lengths
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


def build(sketches: Sketches, documents: Ints, memory_limit: int, progress: Progress) -> Postings:
    """The postings of ``documents``, the largest first; ``memory_limit`` (bytes) bounds slices."""
    ranks = np.full(len(sketches), -1, dtype=np.int32)
    ranks[documents] = np.arange(len(documents), dtype=np.int32)
    shared, lengths = Growing(np.int32), Growing(np.int32)
    for some_ranks, some_lengths in _slices(sketches, ranks, memory_limit, progress):
        shared.append(some_ranks)
        lengths.append(some_lengths)
    counts = lengths.finish()
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    no_hubs = np.empty(0, dtype=np.int32)
    return Postings(documents, shared.finish(), starts, np.zeros_like(starts), no_hubs)


def _slices(
    sketches: Sketches, ranks: Ranks, memory_limit: int, progress: Progress
) -> Iterator[tuple[Ranks, Ranks]]:
    """The ranks that share a key, and how many they are, of each slice of the key space."""
    bits = (len(sketches.keys) // _SLICE_KEYS).bit_length()
    counts = np.zeros(1 << bits, dtype=np.int64)
    posting_kernels.count_slices(sketches.keys, bits, counts)
    rank_bits = len(ranks).bit_length()
    cursors = sketches.offsets[:-1].copy()
    done = 0
    with ThreadPoolExecutor(WORKERS) as pool:
        for end in _rounds(counts, memory_limit):
            begins = np.zeros(len(counts), dtype=np.int64)
            np.cumsum(counts[done : end - 1], out=begins[done + 1 : end])
            places = begins.copy()
            packed = np.empty(counts[done:end].sum(), dtype=np.uint64)
            numbers = (((end << (64 - bits)) - 1), bits, rank_bits)
            posting_kernels.pack_slices(
                sketches.keys, sketches.offsets, ranks, cursors, *numbers, packed, places
            )
            slices = [packed[begins[s] : places[s]] for s in range(done, end)]
            for shared in pool.map(_shared, slices, repeat(rank_bits)):
                yield shared
                done += 1
                progress(done / len(counts))


def _rounds(counts: Ints, memory_limit: int) -> Iterator[int]:
    """The ends of runs of slices, each run as long as the limit allows, at least one slice."""
    size = 0
    for number, count in enumerate(counts.tolist()):
        if size and (size + count) * _BYTES_PER_KEY > memory_limit:
            yield number
            size = 0
        size += count
    yield len(counts)


def _shared(packed: Keys, rank_bits: int) -> tuple[Ranks, Ranks]:
    packed.sort()
    ranks = np.empty(len(packed), dtype=np.int32)
    lengths = np.empty(len(packed) // 2, dtype=np.int32)
    size, kept = posting_kernels.keep_shared(packed, rank_bits, ranks, lengths)
    return ranks[:size].copy(), lengths[:kept].copy()
