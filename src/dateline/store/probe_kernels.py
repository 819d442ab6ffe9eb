"""Compiled loops of `probe`: a table of the asked documents' keys, and counting against it."""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Flags, Ints, Keys, Ranks, helper, kernel

_ONE = np.uint64(1)
_FILTER_BITS = np.uint64(6)  # of a word of the filter


@helper
def _home(key: np.uint64, bits: int) -> np.int64:
    """Keys are hashes: their upper bits number a slot as well as any hash of them would."""
    return np.int64(key >> np.uint64(64 - bits))


@kernel("void(u8[::1], i8, u8[::1], i4[::1], u8[::1], i8)")
def fill(keys: Keys, bits: int, slots: Keys, places: Ranks, sieve: Keys, sieve_bits: int) -> None:
    """Enter distinct ``keys`` into an open table of ``2**bits`` slots, and into the sieve."""
    mask = len(slots) - 1
    for i in range(len(keys)):
        at = _home(keys[i], bits)
        while places[at] >= 0:
            at = (at + 1) & mask
        slots[at] = keys[i]
        places[at] = i
        bit = keys[i] >> np.uint64(64 - sieve_bits)
        sieve[bit >> _FILTER_BITS] |= _ONE << (bit & np.uint64(63))


@helper
def _find(key: np.uint64, bits: int, slots: Keys, places: Ranks) -> int:
    mask = len(slots) - 1
    at = _home(key, bits)
    while places[at] >= 0:
        if slots[at] == key:
            return int(places[at])
        at = (at + 1) & mask
    return -1


@helper
def _tally(
    keys: Keys,
    bits: int,
    slots: Keys,
    places: Ranks,
    sieve: Keys,
    sieve_bits: int,
    starts: Ints,
    holders: Ranks,
    stock: Flags,
    with_stock: bool,
    tally: Ranks,
) -> int:
    """Count for each asking document how many of ``keys`` it has; returns how many have any.

    Keys marked in ``stock`` count only ``with_stock``.
    ``tally[0, h]`` becomes the count and ``tally[1]`` lists those that have one.
    """
    met = 0
    for key in keys:
        bit = key >> np.uint64(64 - sieve_bits)
        if not (sieve[bit >> _FILTER_BITS] >> (bit & np.uint64(63))) & _ONE:
            continue
        k = _find(key, bits, slots, places)
        if k < 0 or (stock[k] and not with_stock):
            continue
        for i in range(starts[k], starts[k + 1]):
            h = holders[i]
            if tally[0, h] == 0:
                tally[1, met] = h
                met += 1
            tally[0, h] += 1
    return met


@kernel(
    "UniTuple(i8, 2)(u8[::1], i8[::1], i8, b1[::1], b1[::1], i4[::1], i8, u8[::1], i4[::1],"
    " u8[::1], i8, i8[::1], i4[::1], b1[::1], i8[::1], i4[::1], i4[:, ::1], i4[:, ::1])"
)
def count(
    keys: Keys,
    offsets: Ints,
    first: int,
    asked: Flags,
    whole: Flags,
    need: Ranks,
    bits: int,
    slots: Keys,
    places: Ranks,
    sieve: Keys,
    sieve_bits: int,
    starts: Ints,
    holders: Ranks,
    stock: Flags,
    numbers: Ints,
    need_here: Ranks,
    tally: Ranks,
    found: Ranks,
) -> tuple[int, int]:
    """Write (asking document, document, common keys) for every pair that shares enough.

    Document ``d`` of the segment has the number ``first + d``; ``asked[d]`` says whether it is
    looked at, ``whole[d]`` whether its ``stock`` keys count, ``need[d]`` how many common keys its
    size needs; the smaller need of a pair counts.
    ``holders[starts[k]:starts[k + 1]]`` are the asking documents with key ``k``, by place;
    ``numbers`` and ``need_here`` are theirs. ``tally[0]`` is all zero before and after. Returns how
    many pairs and documents are done: all, unless ``found`` was full.
    """
    size = 0
    for d in range(len(offsets) - 1):
        if not asked[d]:
            continue
        if size + len(numbers) > len(found):
            return size, d
        own = keys[offsets[d] : offsets[d + 1]]
        table = (bits, slots, places, sieve, sieve_bits, starts, holders, stock)
        met = _tally(own, *table, whole[d], tally)
        for m in range(met):
            h = tally[1, m]
            common = tally[0, h]
            tally[0, h] = 0
            if common >= min(need[d], need_here[h]) and numbers[h] != first + d:
                found[size, 0], found[size, 1], found[size, 2] = numbers[h], first + d, common
                size += 1
    return size, len(offsets) - 1
