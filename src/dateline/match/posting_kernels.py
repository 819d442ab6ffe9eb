"""Compiled loops of `postings`: keys -> packed numbers, sorted elsewhere -> ranks that share a key.

A *rank* numbers the documents by falling size of their sets, so that of a pair the one with the
higher rank is the smaller document, whose share of common n-grams is the pair's containment.
"""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Ints, Keys, Ranks, kernel
from dateline.match.sketch_kernels import mix

_ONE = np.uint64(1)
_BITS = np.uint64(64)
_NONE = np.uint64(0)
_HALF = np.uint64(32)
_TURN = np.uint64(29)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


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


@kernel("UniTuple(i8, 2)(u8[::1], u8, i4[::1], i4[::1], u8[::1])")
def keep_shared(
    packed: Keys, rank_bits: int, ranks: Ranks, lengths: Ranks, hashes: Keys
) -> tuple[int, int]:
    """Keep the ranks of the keys that two or more documents have; ``packed`` is sorted.

    Writes key after key the ranks, rising, that have it, how many these are, and a hash of them. A
    rank is repeated where several keys of a document look alike. Returns the number of ranks
    written and of keys kept.
    """
    size = kept = i = 0
    while i < len(packed):
        end = i + 1
        while end < len(packed) and (packed[end] ^ packed[i]) >> rank_bits == 0:
            end += 1
        if end - i > 1:
            hashed = _FACTOR
            for k in range(i, end):
                rank = packed[k] & ((_ONE << rank_bits) - _ONE)
                hashed = mix(hashed + (rank + _ONE) * _FACTOR)
                ranks[size] = rank
                size += 1
            lengths[kept], hashes[kept] = end - i, hashed
            kept += 1
        i = end
    return size, kept


@kernel("i8(i4[::1], i4[::1], u8[::1], i4[::1], i8[::1], i8, u8[:, ::1])")
def merge_lists(
    more: Ranks, lengths: Ranks, hashes: Keys, ranks: Ranks, starts: Ints, lists: int, table: Keys
) -> int:
    """Add the lists of ranks ``more`` to the ``lists`` there are, equal ones once; return how many.

    A row of ``table`` is the hash of a list, and its number plus one (upper half) with how often it
    came (lower half). Lists of equal hash are taken as equal: 64 bits, as the keys themselves.
    """
    mask = np.uint64(len(table) - 1)
    at = 0
    for k in range(len(lengths)):
        slot = np.int64((hashes[k] >> _TURN) & mask)
        while table[slot, 1] and table[slot, 0] != hashes[k]:
            slot = np.int64(np.uint64(slot + 1) & mask)
        if table[slot, 1] == _NONE:
            table[slot, 0] = hashes[k]
            table[slot, 1] = np.uint64(lists + 1) << _HALF
            begin = starts[lists]
            for i in range(lengths[k]):
                ranks[begin + i] = more[at + i]
            starts[lists + 1] = begin + lengths[k]
            lists += 1
        table[slot, 1] += _ONE
        at += lengths[k]
    return lists


@kernel("void(u8[:, ::1], u8[:, ::1])")
def move_table(old: Keys, new: Keys) -> None:
    """Put the rows of a hash table into a larger one, all zero before."""
    mask = np.uint64(len(new) - 1)
    for row in range(len(old)):
        if old[row, 1]:
            slot = np.int64((old[row, 0] >> _TURN) & mask)
            while new[slot, 1]:
                slot = np.int64(np.uint64(slot + 1) & mask)
            new[slot, 0] = old[row, 0]
            new[slot, 1] = old[row, 1]


@kernel("void(u8[:, ::1], i4[::1])")
def read_weights(table: Keys, weights: Ranks) -> None:
    """Write for each list of ranks how often it came."""
    for row in range(len(table)):
        if table[row, 1]:
            weights[np.int64(table[row, 1] >> _HALF) - 1] = table[row, 1] & ((_ONE << _HALF) - _ONE)
