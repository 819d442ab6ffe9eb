"""Compiled loops of `postings`, `search` and `links`: sorted keys -> postings -> verified pairs.

A *rank* numbers the documents by falling size of their sets, so that of a pair the one with the
higher rank is the smaller document, whose share of common n-grams is the pair's containment.
"""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Flags, Ints, Keys, Ranks, helper, kernel

_ONE = np.uint64(1)
_BITS = np.uint64(64)


@kernel("void(u8[::1], i8[::1], u8[::1])")
def sum_keys(keys: Keys, offsets: Ints, sums: Keys) -> None:
    """Write the sum of each document's keys: equal sets have equal sums."""
    for d in range(len(offsets) - 1):
        total = np.uint64(0)
        for i in range(offsets[d], offsets[d + 1]):
            total += keys[i]
        sums[d] = total


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


@helper
def _level(length: int) -> int:
    """The frequency class of a key that so many documents have: its binary logarithm, floored."""
    level = 0
    while length > 1:
        length >>= 1
        level += 1
    return level


@kernel("void(i4[::1], i8[::1], i4[:, ::1])")
def count_levels(ranks: Ranks, starts: Ints, counts: Ranks) -> None:
    """Count each document's shared keys by frequency class: ``counts[rank, level]``."""
    for r in range(len(starts) - 1):
        level = _level(starts[r + 1] - starts[r])
        for i in range(starts[r], starts[r + 1]):
            counts[ranks[i], level] += 1


@kernel("void(i4[:, ::1], i4[::1], i4[::1], i4[::1], i8[::1])")
def choose_levels(
    counts: Ranks, slack: Ranks, highest: Ranks, passed_over: Ranks, probes: Ints
) -> None:
    """Choose up to which frequency class each document looks for partners.

    As many of its most frequent keys are passed over as whole classes fit into ``slack``. Writes
    the class, the number of keys passed over, and where each document's list of probes begins.
    """
    probes[0] = 0
    for x in range(len(slack)):
        level = counts.shape[1] - 1
        over = 0
        while level > 0 and over + counts[x, level] <= slack[x]:
            over += counts[x, level]
            level -= 1
        highest[x] = level
        passed_over[x] = over
        probes[x + 1] = probes[x]
        for below in range(level + 1):
            probes[x + 1] += counts[x, below]


@kernel("void(i4[::1], i8[::1], i4[::1], i8[::1], i4[::1])")
def list_probes(ranks: Ranks, starts: Ints, highest: Ranks, cursors: Ints, lists: Ranks) -> None:
    """Write for each document the numbers of the shared keys that it looks for partners by."""
    for r in range(len(starts) - 1):
        level = _level(starts[r + 1] - starts[r])
        for i in range(starts[r], starts[r + 1]):
            x = ranks[i]
            if level <= highest[x]:
                lists[cursors[x]] = r
                cursors[x] += 1


@helper
def count_common(keys: Keys, i: int, i_end: int, k: int, k_end: int) -> int:
    """The number of keys that two sorted sets have in common."""
    common = 0
    while i < i_end and k < k_end:
        a, b = keys[i], keys[k]
        common += a == b
        i += a <= b
        k += b <= a
    return common


@helper
def _larger(x: int, r: int, starts: Ints, hub_starts: Ints, hubs: Ranks) -> tuple[bool, int, int]:
    """Whom x meets by key ``r``: a range of the hubs (True) or of all ranks that have the key.

    Where a key has hubs, a document meets only these, and only a hub meets everybody.
    """
    for h in range(hub_starts[r], hub_starts[r + 1]):
        if hubs[h] == x:
            return False, starts[r], starts[r + 1]
    if hub_starts[r] < hub_starts[r + 1]:
        return True, hub_starts[r], hub_starts[r + 1]
    return False, starts[r], starts[r + 1]


@helper
def _tally_larger(
    x: int, ranks: Ranks, starts: Ints, hub_starts: Ints, hubs: Ranks, probes: Ranks, tally: Ranks
) -> int:
    """Count for larger documents that x meets how often; return how many it meets.

    ``tally[0, y]`` becomes the count and ``tally[1]`` lists the documents that have one.
    """
    size = 0
    for r in probes:
        among_hubs, first, last = _larger(x, r, starts, hub_starts, hubs)
        for i in range(first, last):
            y = hubs[i] if among_hubs else ranks[i]
            if y >= x:
                break
            if tally[0, y] == 0:
                tally[1, size] = y
                size += 1
            tally[0, y] += 1
    return size


@kernel(
    "UniTuple(i8, 2)(i4[::1], i4[::1], i8[::1], i8[::1], i4[::1], i8[::1], i4[::1], i4[::1],"
    " i4[::1], u8[::1], i8[::1], i8[::1], i4[:, ::1], i4[:, ::1])"
)
def find_pairs(
    seekers: Ranks,
    ranks: Ranks,
    starts: Ints,
    hub_starts: Ints,
    hubs: Ranks,
    probes: Ints,
    lists: Ranks,
    need: Ranks,
    uncounted: Ranks,
    keys: Keys,
    begins: Ints,
    ends: Ints,
    tally: Ranks,
    pairs: Ranks,
) -> tuple[int, int]:
    """Write (x, y, shared) for every seeker x and larger y that have ``need[x]`` keys in common.

    Common keys are counted in the full sets. Returns how many pairs and how many seekers are done:
    all of them, unless the pairs of the next did not fit any more. ``tally`` is all zero in its
    first row before and after.
    """
    size = 0
    for s in range(len(seekers)):
        x = seekers[s]
        done = size
        mine = lists[probes[x] : probes[x + 1]]
        found = _tally_larger(x, ranks, starts, hub_starts, hubs, mine, tally)
        for t in range(found):
            y = tally[1, t]
            possible = tally[0, y] + uncounted[x]
            tally[0, y] = 0
            if possible < need[x] or size > len(pairs):
                continue
            common = count_common(keys, begins[x], ends[x], begins[y], ends[y])
            if common >= need[x]:
                if size < len(pairs):
                    pairs[size, 0], pairs[size, 1], pairs[size, 2] = x, y, common
                size += 1
        if size > len(pairs):
            return done, s
    return size, len(seekers)


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
