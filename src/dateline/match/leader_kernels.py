"""Compiled loops of `representatives`: fingerprints of sets, and who stands for whom."""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Flags, Ints, Keys, Ranks, helper, kernel
from dateline.match.search_kernels import count_common


@kernel("void(u8[::1], i8[::1], u8[::1])")
def sum_keys(keys: Keys, offsets: Ints, sums: Keys) -> None:
    """Write the sum of each document's keys: equal sets have equal sums."""
    for d in range(len(offsets) - 1):
        total = np.uint64(0)
        for i in range(offsets[d], offsets[d + 1]):
            total += keys[i]
        sums[d] = total


@kernel("void(u8[::1], i8[::1], i8[::1], u8, u8[:, ::1], b1[:, ::1])")
def least_keys(keys: Keys, begins: Ints, ends: Ints, shift: int, least: Keys, empty: Flags) -> None:
    """Write each document's least key in every section of the key space (``key >> shift``)."""
    for x in range(len(begins)):
        for i in range(ends[x] - 1, begins[x] - 1, -1):
            section = np.int64(keys[i] >> shift)
            least[x, section] = keys[i]
            empty[x, section] = False


@helper
def _leader(
    x: int, keys: Keys, begins: Ints, ends: Ints, slots: Ranks, leaders: Ranks, jaccard: float
) -> int:
    """The first leader in the slots of x that is similar enough, or x."""
    mine = ends[x] - begins[x]
    for slot in slots[x]:
        if slot < 0:
            continue
        for y in leaders[slot]:
            if y < 0 or mine < jaccard * (ends[y] - begins[y]):
                continue
            common = count_common(keys, begins[x], ends[x], begins[y], ends[y])
            if common >= jaccard * (mine + ends[y] - begins[y] - common):
                return int(y)
    return x


@kernel("void(u8[::1], i8[::1], i8[::1], i4[:, ::1], i4[:, ::1], f8, i4[::1])")
def join_leaders(
    keys: Keys,
    begins: Ints,
    ends: Ints,
    slots: Ranks,
    leaders: Ranks,
    jaccard: float,
    chosen: Ranks,
) -> None:
    """Write for each document, largest first, the leader that it joins; it may become one itself.

    ``leaders[slot]`` remembers those that came last, which are nearest in size to what follows.
    """
    for x in range(len(slots)):
        chosen[x] = _leader(x, keys, begins, ends, slots, leaders, jaccard)
        if chosen[x] != x:
            continue
        for slot in slots[x]:
            if slot >= 0:
                for place in range(leaders.shape[1] - 1, 0, -1):
                    leaders[slot, place] = leaders[slot, place - 1]
                leaders[slot, 0] = x
