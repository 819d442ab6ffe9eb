"""Compiled loops of `background`, on sketches."""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Bytes, Flags, Ints, Keys, Ranks, helper, kernel

_HALF = np.uint64(32)
_SEED = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_NEARLY_ALL = 0.8
_LITTLE = 0.25
_MORE = 0.5
_MUCH = 0.3


@kernel("void(u8[::1], u8, i8[::1])")
def list_firsts(keys: Keys, shift: int, firsts: Ints) -> None:
    """Write for each value that keys, sorted, have above ``shift`` bits the place of the first."""
    place = 0
    for value in range(len(firsts)):
        while place < len(keys) and keys[place] >> shift < np.uint64(value):
            place += 1
        firsts[value] = place


@kernel("void(u8[::1], u8[::1], u8, i8[::1], i4[::1])")
def number_keys(keys: Keys, common: Keys, shift: int, firsts: Ints, numbers: Ranks) -> None:
    """Write the place of each key in the sorted ``common``, or -1; see `list_firsts`."""
    for i in range(len(keys)):
        value = np.int64(keys[i] >> shift)
        place, end = firsts[value], firsts[value + 1]
        while place < end and common[place] < keys[i]:
            place += 1
        numbers[i] = place if place < end and common[place] == keys[i] else -1


@kernel("void(i4[::1], i8[::1])")
def count_carriers(numbers: Ranks, counts: Ints) -> None:
    """Count the documents that hold each common key."""
    for number in numbers:
        if number >= 0:
            counts[number] += 1


@kernel("void(i4[::1], i8[::1], i8[::1], i8[::1], i4[::1])")
def list_carriers(
    numbers: Ranks, offsets: Ints, order: Ints, cursors: Ints, carriers: Ranks
) -> None:
    """Write the documents that hold each common key, in ``order``, from its cursor on."""
    for d in order:
        for i in range(offsets[d], offsets[d + 1]):
            number = numbers[i]
            if number >= 0:
                carriers[cursors[number]] = d
                cursors[number] += 1


@kernel("void(i4[::1], i8[::1], i8, u8[::1])")
def sign_samples(carriers: Ranks, starts: Ints, most: int, signatures: Keys) -> None:
    """Write a number for the first carriers of each key, the same for the same carriers."""
    for key in range(len(signatures)):
        state = _SEED
        for i in range(starts[key], min(starts[key + 1], starts[key] + most)):
            state = (state ^ np.uint64(carriers[i])) * _PRIME
            state ^= state >> _HALF
        signatures[key] = state


@helper
def _count_holders(
    keys: Keys,
    offsets: Ints,
    numbers: Ranks,
    stock: Flags,
    documents: Ranks,
    slots: Keys,
    bits: Bytes,
    counts: Ints,
) -> None:
    """Count for each set of documents, a bit for each, the keys that just these hold.

    Stock that is known is left out. ``slots`` and ``bits`` are a hash table of at least twice as
    many places as there are keys, a power of two; ``bits`` is all zero before and after.
    """
    total = 0
    for d in documents:
        total += offsets[d + 1] - offsets[d]
    mask = 7
    while mask < 2 * total - 1:
        mask = 2 * mask + 1
    counts[:] = 0
    for n in range(len(documents)):
        for i in range(offsets[documents[n]], offsets[documents[n] + 1]):
            if numbers[i] >= 0 and stock[numbers[i]]:
                continue
            slot = np.int64(keys[i] & np.uint64(mask))
            while bits[slot] and slots[slot] != keys[i]:
                slot = (slot + 1) & mask
            slots[slot] = keys[i]
            counts[bits[slot]] -= 1
            bits[slot] |= 1 << n
            counts[bits[slot]] += 1
    bits[: mask + 1] = 0


@helper
def _compare(size: int, counts: Ints, shared: Ints, besides: Ints) -> int:
    """Add up the keys that documents have in common; return how many nearly all of them have.

    ``shared[d, e]`` are those of two documents, ``besides[d, e]`` those that not nearly all have;
    ``[d, d]`` are a document's own. ``counts`` are as `_count_holders` makes them.
    """
    shared[:, :] = 0
    besides[:, :] = 0
    core = 0
    for held in range(1, 1 << size):
        if counts[held] == 0:
            continue
        holders = 0
        for d in range(size):
            holders += (held >> d) & 1
        is_core = holders >= _NEARLY_ALL * size
        core += counts[held] * is_core
        for d in range(size):
            if (held >> d) & 1:
                for e in range(d + 1):
                    both = counts[held] * ((held >> e) & 1)
                    shared[d, e] += both
                    besides[d, e] += 0 if is_core else both
    return core


@helper
def _are_related(d: int, e: int, core: int, shared: Ints, besides: Ints) -> bool:
    """Whether two documents share much, and not just the core with much else besides it."""
    d, e = max(d, e), min(d, e)
    if shared[d, e] < _MUCH * min(shared[d, d], shared[e, e]):
        return False
    rest = min(besides[d, d], besides[e, e])
    return bool(rest < _LITTLE * core or besides[d, e] >= min(_MORE * core, _MUCH * rest))


@helper
def _unrelated(size: int, core: int, shared: Ints, besides: Ints) -> float:
    """How many documents of a sample are mutually unrelated: the bound of Caro and Wei."""
    total = 0.0
    for d in range(size):
        related = 0
        for e in range(size):
            related += d != e and _are_related(d, e, core, shared, besides)
        total += 1 / (1 + related)
    return total


@kernel("void(i4[::1], i8[::1], b1[::1], b1[::1])")
def mark_touched(numbers: Ranks, offsets: Ints, fresh: Flags, touched: Flags) -> None:
    """Mark the documents that hold a common key which is ``fresh``."""
    for d in range(len(touched)):
        touched[d] = False
        for i in range(offsets[d], offsets[d + 1]):
            touched[d] |= numbers[i] >= 0 and fresh[numbers[i]]


@helper
def _is_touched(documents: Ranks, touched: Flags) -> bool:
    found = False
    for d in documents:
        found = found or touched[d]
    return found


@kernel(
    "void(u8[::1], i8[::1], i4[::1], i4[::1], i8[::1], u8[::1], i8[::1], i8, f8, b1[::1], b1[::1],"
    " u8[::1], u1[::1], b1[::1])"
)
def mark_stock(
    keys: Keys,
    offsets: Ints,
    numbers: Ranks,
    carriers: Ranks,
    starts: Ints,
    signatures: Keys,
    order: Ints,
    most: int,
    least: float,
    touched: Flags,
    known: Flags,
    slots: Keys,
    bits: Bytes,
    stock: Flags,
) -> None:
    """Mark the common keys whose first carriers hold ``least`` mutually unrelated documents.

    ``order`` brings keys with the same signature together: they are judged once. Where no carrier
    was ``touched`` by what became ``known``, all stays as it is. ``slots`` and ``bits`` are room
    for twice the keys of any ``most`` documents.
    """
    shared, besides = np.empty((most, most), np.int64), np.empty((most, most), np.int64)
    counts = np.empty(1 << most, np.int64)
    last = np.int64(-1)
    for key in order:
        if known[key]:
            continue
        if last >= 0 and signatures[last] == signatures[key]:
            stock[key] = stock[last]
            continue
        last = key
        sample = carriers[starts[key] : min(starts[key + 1], starts[key] + most)]
        if _is_touched(sample, touched):
            _count_holders(keys, offsets, numbers, known, sample, slots, bits, counts)
            core = _compare(len(sample), counts, shared, besides)
            stock[key] = _unrelated(len(sample), core, shared, besides) >= least


@kernel("void(i4[::1], i8[::1], i8[::1])")
def count_fresh(numbers: Ranks, offsets: Ints, ends: Ints) -> None:
    """Write after the first of ``ends`` how many keys up to each document's end have no number."""
    size = 0
    for d in range(len(offsets) - 1):
        for i in range(offsets[d], offsets[d + 1]):
            size += numbers[i] < 0
        ends[d + 1] = size
