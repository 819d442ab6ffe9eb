"""Compiled loops of `background`, on sketches."""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Flags, Ints, Keys, Ranks, helper, kernel

_HALF = np.uint64(32)
_SEED = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_NEARLY_ALL = 0.8
_LITTLE = 0.25
_MORE = 0.5
_MUCH = 0.3


@helper
def _find(keys: Keys, key: np.uint64) -> np.int64:
    """The place of ``key`` in sorted, evenly spread ``keys``, or -1: guess, then walk."""
    last = np.int64(len(keys) - 1)
    at = np.int64(((key >> _HALF) * np.uint64(len(keys))) >> _HALF)
    while at > 0 and keys[at] > key:
        at -= 1
    while at < last and keys[at] < key:
        at += 1
    return at if keys[at] == key else np.int64(-1)


@kernel("void(u8[::1], u8[::1], i4[::1])")
def number_keys(keys: Keys, common: Keys, numbers: Ranks) -> None:
    """Write the place of each key in the sorted ``common``, or -1."""
    for i in range(len(keys)):
        numbers[i] = _find(common, keys[i])


@kernel("void(i4[::1], i8[::1], i8[::1], i8[::1], i8[::1])")
def list_carriers(
    numbers: Ranks, offsets: Ints, order: Ints, cursors: Ints, carriers: Ints
) -> None:
    """Write the documents that hold each common key, in ``order``, from its cursor on."""
    for d in order:
        for i in range(offsets[d], offsets[d + 1]):
            number = numbers[i]
            if number >= 0:
                carriers[cursors[number]] = d
                cursors[number] += 1


@kernel("void(i8[::1], i8[::1], i8, u8[::1])")
def sign_samples(carriers: Ints, starts: Ints, most: int, signatures: Keys) -> None:
    """Write a number for the first carriers of each key, the same for the same carriers."""
    for key in range(len(signatures)):
        state = _SEED
        for i in range(starts[key], min(starts[key + 1], starts[key] + most)):
            state = (state ^ np.uint64(carriers[i])) * _PRIME
            state ^= state >> _HALF
        signatures[key] = state


@helper
def _held_by(keys: Keys, ends: Ints, documents: Ints, cursors: Ints) -> tuple[np.uint64, np.int64]:
    """The next key of sorted documents, as its place and a bit for each that holds it.

    Without a key left there are no bits.
    """
    least: np.int64 = np.int64(-1)
    for d in range(len(documents)):
        place: np.int64 = cursors[d]
        if place < ends[d] and (least < 0 or keys[place] < keys[least]):
            least = place
    bits = np.uint64(0)
    if least >= 0:
        for d in range(len(documents)):
            if cursors[d] < ends[d] and keys[cursors[d]] == keys[least]:
                bits |= np.uint64(1) << np.uint64(d)
                cursors[d] += 1
    return bits, least


@helper
def _compare(
    keys: Keys,
    offsets: Ints,
    numbers: Ranks,
    stock: Flags,
    documents: Ints,
    shared: Ints,
    besides: Ints,
) -> np.int64:
    """Count the keys that documents have in common; return how many nearly all of them have.

    ``shared[d, e]`` counts those of two documents, ``besides[d, e]`` those that not nearly all
    have; ``[d, d]`` counts a document's own. Stock that is known is left out.
    """
    size = len(documents)
    cursors, ends = np.empty(size, np.int64), np.empty(size, np.int64)
    for d in range(size):
        cursors[d], ends[d] = offsets[documents[d]], offsets[documents[d] + 1]
    shared[:, :] = 0
    besides[:, :] = 0
    core = np.int64(0)
    while True:
        bits, place = _held_by(keys, ends, documents, cursors)
        if place < 0:
            return core
        if numbers[place] >= 0 and stock[numbers[place]]:
            continue
        holders = np.int64(0)
        for d in range(size):
            holders += np.int64((bits >> np.uint64(d)) & np.uint64(1))
        is_core = holders >= _NEARLY_ALL * size
        core += np.int64(is_core)
        for d in range(size):
            if (bits >> np.uint64(d)) & np.uint64(1):
                for e in range(d + 1):
                    held = np.int64((bits >> np.uint64(e)) & np.uint64(1))
                    shared[d, e] += held
                    besides[d, e] += 0 if is_core else held


@helper
def _are_related(d: int, e: int, core: np.int64, shared: Ints, besides: Ints) -> bool:
    """Whether two documents share much, and not just the core with much else besides it."""
    d, e = max(d, e), min(d, e)
    if shared[d, e] < _MUCH * min(shared[d, d], shared[e, e]):
        return False
    rest = min(besides[d, d], besides[e, e])
    return bool(rest < _LITTLE * core or besides[d, e] >= min(_MORE * core, _MUCH * rest))


@helper
def _unrelated(size: int, core: np.int64, shared: Ints, besides: Ints) -> float:
    """How many documents of a sample are mutually unrelated: the bound of Caro and Wei."""
    total = 0.0
    for d in range(size):
        related = 0
        for e in range(size):
            related += d != e and _are_related(d, e, core, shared, besides)
        total += 1 / (1 + related)
    return total


@kernel("void(u8[::1], i8[::1], i4[::1], i8[::1], i8[::1], u8[::1], i8[::1], i8, f8, b1[::1])")
def mark_stock(
    keys: Keys,
    offsets: Ints,
    numbers: Ranks,
    carriers: Ints,
    starts: Ints,
    signatures: Keys,
    order: Ints,
    most: int,
    least: float,
    stock: Flags,
) -> None:
    """Mark the common keys whose first carriers hold ``least`` mutually unrelated documents.

    ``order`` brings keys with the same signature together: they are judged once.
    """
    shared, besides = np.empty((most, most), np.int64), np.empty((most, most), np.int64)
    known = stock.copy()
    last = np.int64(-1)
    for key in order:
        if known[key]:
            continue
        if last >= 0 and signatures[last] == signatures[key]:
            stock[key] = stock[last]
            continue
        first, end = starts[key], min(starts[key + 1], starts[key] + most)
        core = _compare(keys, offsets, numbers, known, carriers[first:end], shared, besides)
        stock[key] = _unrelated(end - first, core, shared, besides) >= least
        last = key


@kernel("void(u8[::1], i8[::1], i4[::1], i8[::1], i8[::1], i8[::1], i8[::1], i8[::1])")
def count_fresh(
    keys: Keys,
    offsets: Ints,
    numbers: Ranks,
    a: Ints,
    b: Ints,
    shared: Ints,
    size_a: Ints,
    size_b: Ints,
) -> None:
    """Write how many keys two documents share and have, keys with a number left out."""
    for pair in range(len(a)):
        i, end_i = offsets[a[pair]], offsets[a[pair] + 1]
        j, end_j = offsets[b[pair]], offsets[b[pair] + 1]
        shared[pair] = size_a[pair] = size_b[pair] = 0
        while i < end_i or j < end_j:
            in_a = j == end_j or (i < end_i and keys[i] <= keys[j])
            in_b = i == end_i or (j < end_j and keys[j] <= keys[i])
            if (numbers[i] if in_a else numbers[j]) < 0:
                size_a[pair] += in_a
                size_b[pair] += in_b
                shared[pair] += in_a and in_b
            i += in_a
            j += in_b
