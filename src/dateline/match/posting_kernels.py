"""Compiled loops of `postings`: keys -> packed numbers, sorted elsewhere -> ranks that share a key.

A *rank* numbers the documents by falling size of their sets, so that of a pair the one with the
higher rank is the smaller document, whose share of common n-grams is the pair's containment.
"""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Ints, Keys, Ranks, kernel

_ONE = np.uint64(1)
_BITS = np.uint64(64)


@kernel("void(u8[::1], u8, i8[::1])")
def count_slices(keys: Keys, bits: int, counts: Ints) -> None:
    """Count the keys of each slice of the key space; the leading ``bits`` number the slices."""
    for key in keys:
        counts[np.int64(key >> (_BITS - bits)) if bits else 0] += 1


@kernel("void(u8[::1], i8[::1], i4[::1], i8[::1], u8, u8, u8, u8[::1], i8[::1])")
def pack_slices(
    keys: Keys,
    offsets: Ints,
    ranks: Ranks,
    cursors: Ints,
    last: int,
    bits: int,
    rank_bits: int,
    packed: Keys,
    places: Ints,
) -> None:
    """Write key and rank as one number for every key up to ``last`` from the cursors on.

    The leading ``bits`` of a key are its slice: they say where it goes, ``places[slice]``, and make
    room for the rank in the lowest bits. Documents of negative rank are left out. Cursors and
    places move on.
    """
    keep = ~((_ONE << rank_bits) - _ONE)
    for d in range(len(ranks)):
        if ranks[d] < 0:
            continue
        rank = np.uint64(ranks[d])
        i = cursors[d]
        while i < offsets[d + 1] and keys[i] <= last:
            number = np.int64(keys[i] >> (_BITS - bits)) if bits else 0
            packed[places[number]] = (keys[i] << bits) & keep | rank
            places[number] += 1
            i += 1
        cursors[d] = i


@kernel("UniTuple(i8, 2)(u8[::1], u8, i4[::1], i4[::1])")
def keep_shared(packed: Keys, rank_bits: int, ranks: Ranks, lengths: Ranks) -> tuple[int, int]:
    """Keep the ranks of the keys that two or more documents have; ``packed`` is sorted.

    Writes key after key the ranks, rising, that have it, and how many these are. Returns the number
    of ranks written and of keys kept.
    """
    size = kept = i = 0
    while i < len(packed):
        end = i + 1
        while end < len(packed) and (packed[end] ^ packed[i]) >> rank_bits == 0:
            end += 1
        if end - i > 1:
            for k in range(i, end):
                ranks[size] = packed[k] & ((_ONE << rank_bits) - _ONE)
                size += 1
            lengths[kept] = end - i
            kept += 1
        i = end
    return size, kept
