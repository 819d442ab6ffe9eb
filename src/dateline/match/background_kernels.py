"""Compiled loops of `background`, on sketches and the pairs found among them."""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Flags, Ints, Keys, Ranks, helper, kernel

_HALF = np.uint64(32)


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


@kernel("void(u8[::1], i8[::1], i4[::1], b1[::1], i8[::1], i8[::1], f8, b1[::1])")
def mark_related(
    keys: Keys,
    offsets: Ints,
    numbers: Ranks,
    stock: Flags,
    a: Ints,
    b: Ints,
    least: float,
    related: Flags,
) -> None:
    """Say of each pair whether it shares ``least`` of the smaller document, stock keys left out."""
    for pair in range(len(a)):
        i, end_i = offsets[a[pair]], offsets[a[pair] + 1]
        j, end_j = offsets[b[pair]], offsets[b[pair] + 1]
        shared = size_a = size_b = 0
        while i < end_i or j < end_j:
            in_a = j == end_j or (i < end_i and keys[i] <= keys[j])
            in_b = i == end_i or (j < end_j and keys[j] <= keys[i])
            number = numbers[i] if in_a else numbers[j]
            if number < 0 or not stock[number]:
                size_a += in_a
                size_b += in_b
                shared += in_a and in_b
            i += in_a
            j += in_b
        related[pair] = shared >= least * max(1, min(size_a, size_b))


@helper
def _is_neighbour(neighbours: Ints, first: int, last: int, wanted: int) -> bool:
    while first < last:
        middle = (first + last) // 2
        if neighbours[middle] < wanted:
            first = middle + 1
        else:
            last = middle
    return first < len(neighbours) and neighbours[first] == wanted


@kernel("void(i8[::1], i8[::1], i8[::1], i8[::1], i8, f8, b1[::1])")
def mark_stock(
    carriers: Ints,
    starts: Ints,
    neighbours: Ints,
    begins: Ints,
    most: int,
    least: float,
    stock: Flags,
) -> None:
    """Mark the common keys whose carriers hold ``least`` mutually unrelated documents.

    Of more than ``most`` carriers the first ones speak for all. The documents related to ``d`` are
    ``neighbours[begins[d]:begins[d + 1]]``, sorted. The count is the bound of Caro and Wei: the
    sum over carriers of 1 / (1 + related carriers).
    """
    for key in range(len(stock)):
        first, last = starts[key], min(starts[key + 1], starts[key] + most)
        unrelated = 0.0
        for i in range(first, last):
            d = carriers[i]
            related = 0
            for k in range(first, last):
                related += k != i and _is_neighbour(
                    neighbours, begins[d], begins[d + 1], carriers[k]
                )
            unrelated += 1 / (1 + related)
        stock[key] |= unrelated >= least
