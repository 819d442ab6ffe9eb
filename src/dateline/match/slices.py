"""The key space of a pile in slices: its keys brought together, a bounded number at a time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dateline.match import posting_kernels
from dateline.match.jit import Ints, Keys, Ranks
from dateline.match.sketch import Sketches

__all__ = ["MEMORY_LIMIT", "bits_of", "count_of", "slices"]

MEMORY_LIMIT = 2 << 30
_SLICE_KEYS = 1 << 18  # few enough to stay in a processor's cache while they are sorted
_BYTES_PER_KEY = 18  # of slices at work: packed, ranks, lengths, hashes


def bits_of(sketches: Sketches) -> int:
    """How many leading bits of a key number its slice."""
    return (len(sketches.keys) // _SLICE_KEYS).bit_length()


def count_of(sketches: Sketches) -> int:
    """How many slices there are."""
    return 1 << bits_of(sketches)


def slices(
    sketches: Sketches, ranks: Ranks, rank_bits: int, memory_limit: int
) -> Iterator[list[Keys]]:
    """All slices in their order, as many at once as ``memory_limit`` (bytes) allows, or one.

    A slice holds for each of its keys, unsorted, the key without its leading `bits_of` bits and,
    in place of its lowest ``rank_bits``, the rank of its document. Documents of negative rank are
    left out.
    """
    bits = bits_of(sketches)
    counts = np.zeros(1 << bits, dtype=np.int64)
    posting_kernels.count_slices(sketches.keys, bits, counts)
    cursors = sketches.offsets[:-1].copy()
    done = 0
    for end in _rounds(counts, memory_limit):
        begins = np.zeros(len(counts), dtype=np.int64)
        np.cumsum(counts[done : end - 1], out=begins[done + 1 : end])
        places = begins.copy()
        packed = np.empty(counts[done:end].sum(), dtype=np.uint64)
        numbers = (((end << (64 - bits)) - 1), bits, rank_bits)
        posting_kernels.pack_slices(
            sketches.keys, sketches.offsets, ranks, cursors, *numbers, packed, places
        )
        yield [packed[begins[s] : places[s]] for s in range(done, end)]
        done = end


def _rounds(counts: Ints, memory_limit: int) -> Iterator[int]:
    """The ends of runs of slices, each run as long as the limit allows, at least one slice."""
    size = 0
    for number, count in enumerate(counts.tolist()):
        if size and (size + count) * _BYTES_PER_KEY > memory_limit:
            yield number
            size = 0
        size += count
    yield len(counts)
