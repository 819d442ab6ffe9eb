"""Compiled loops of `postings`, `search` and `links`: sorted keys -> postings -> verified pairs.

A *rank* numbers the documents by falling size of their sets, so that of a pair the one with the
higher rank is the smaller document, whose share of common n-grams is the pair's containment.
"""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Flags, Ints, Keys, Ranks, helper, kernel

_ONE = np.uint64(1)
_BITS = np.uint64(64)
_SPARSE = 8  # places of a hash table per key: few collisions, and still in the first cache


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
    """Count by frequency class the keys that a document shares with a larger one."""
    for r in range(len(starts) - 1):
        level = _level(starts[r + 1] - starts[r])
        for i in range(starts[r] + 1, starts[r + 1]):
            counts[ranks[i], level] += 1


@kernel("void(i4[:, ::1], i4[::1], i4[::1], i4[::1], i4[::1], i8[::1])")
def choose_levels(
    counts: Ranks, need: Ranks, slack: Ranks, highest: Ranks, passed_over: Ranks, probes: Ints
) -> None:
    """Choose up to which frequency class each document looks for partners.

    As many of its most frequent keys are passed over as whole classes fit into ``slack``; where all
    its shared keys are fewer than it needs, it does not look. Writes the class, the number of keys
    passed over, and where each document's list of probes begins.
    """
    probes[0] = 0
    for x in range(len(slack)):
        total = over = 0
        for level in range(counts.shape[1]):
            total += counts[x, level]
        level = counts.shape[1] - 1 if total >= need[x] else -1
        while level >= 0 and over + counts[x, level] <= slack[x]:
            over += counts[x, level]
            level -= 1
        highest[x] = level
        passed_over[x] = over
        probes[x + 1] = probes[x] + (total - over if level >= 0 else 0)


@kernel("void(i4[::1], i8[::1], i8[::1], i4[::1], i8[::1], i4[::1], i4[::1])")
def list_probes(
    ranks: Ranks,
    starts: Ints,
    hub_starts: Ints,
    highest: Ranks,
    cursors: Ints,
    lists: Ranks,
    starred: Ranks,
) -> None:
    """List for each document the shared keys that it looks for partners by.

    A key is listed as the place in ``ranks`` where its documents begin, which are looked through up
    to x; one with hubs as its number, negative: ``-1 - r``. ``starred`` counts the latter.
    """
    for r in range(len(starts) - 1):
        level = _level(starts[r + 1] - starts[r])
        has_hubs = hub_starts[r] < hub_starts[r + 1]
        listed = -1 - r if has_hubs else starts[r]
        for i in range(starts[r] + 1, starts[r + 1]):
            x = ranks[i]
            if level <= highest[x]:
                lists[cursors[x]] = listed
                cursors[x] += 1
                starred[x] += has_hubs


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
def _meet(x: int, others: Ranks, first: int, tally: Ranks, size: int) -> int:
    """Tally the documents from ``others[first]`` up to x; return how many have been met so far."""
    for i in range(first, len(others)):
        y = others[i]
        if y >= x:
            break
        if tally[0, y] == 0:
            tally[1, size] = y
            size += 1
        tally[0, y] += 1
    return size


@helper
def _is_hub(x: int, r: int, hub_starts: Ints, hubs: Ranks) -> bool:
    found = False
    for h in range(hub_starts[r], hub_starts[r + 1]):
        found = found or hubs[h] == x
    return found


@helper
def _tally_larger(
    x: int,
    probes: Ranks,
    ranks: Ranks,
    starts: Ints,
    by_hubs: bool,
    hub_starts: Ints,
    hubs: Ranks,
    tally: Ranks,
) -> int:
    """Count for larger documents that x meets how often; return how many it meets.

    Where a key has hubs, a document meets only these, and only a hub meets everybody.
    ``tally[0, y]`` becomes the count and ``tally[1]`` lists the documents that have one.
    """
    size = 0
    for listed in probes:
        if listed >= 0:
            size = _meet(x, ranks, listed, tally, size)
            continue
        r = -1 - listed
        if by_hubs and not _is_hub(x, r, hub_starts, hubs):
            size = _meet(x, hubs[: hub_starts[r + 1]], hub_starts[r], tally, size)
        else:
            size = _meet(x, ranks, starts[r], tally, size)
    return size


@helper
def _keep_possible(found: int, uncounted: int, need: int, tally: Ranks) -> int:
    """Keep the tallied documents that may share enough, and clear the counts; return how many."""
    kept = 0
    for t in range(found):
        y = tally[1, t]
        if tally[0, y] + uncounted >= need:
            tally[1, kept] = y
            kept += 1
        tally[0, y] = 0
    return kept


@helper
def _make_table(keys: Keys, begin: int, end: int, table: Ranks) -> int:
    """Hash the places of a set's keys into ``table``, all zero before; return the mask, or -1."""
    mask = 7
    while mask < _SPARSE * (end - begin):
        mask = 2 * mask + 1
    if mask >= len(table):
        return -1
    for i in range(begin, end):
        slot = np.int64(keys[i] & np.uint64(mask))
        while table[slot]:
            slot = (slot + 1) & mask
        table[slot] = i - begin + 1
    return mask


@helper
def _count_in_table(
    keys: Keys, begin: int, table: Ranks, mask: int, y_begin: int, y_end: int
) -> int:
    """The number of keys of the second set that the table of the set at ``begin`` has."""
    common = 0
    for k in range(y_begin, y_end):
        key = keys[k]
        slot = np.int64(key & np.uint64(mask))
        while table[slot]:
            if keys[begin + table[slot] - 1] == key:
                common += 1
                break
            slot = (slot + 1) & mask
    return common


@helper
def _verify(
    x: int,
    others: Ranks,
    need: int,
    keys: Keys,
    begins: Ints,
    ends: Ints,
    table: Ranks,
    pairs: Ranks,
    size: int,
) -> int:
    """Write the pairs of x with those of the others that share enough; return the new size.

    It counts on beyond the room of ``pairs``, so that the caller sees that there was too little.
    """
    mask = _make_table(keys, begins[x], ends[x], table)
    for y in others:
        if mask < 0:
            common = count_common(keys, begins[x], ends[x], begins[y], ends[y])
        else:
            common = _count_in_table(keys, begins[x], table, mask, begins[y], ends[y])
        if common >= need:
            if size < len(pairs):
                pairs[size, 0], pairs[size, 1], pairs[size, 2] = x, y, common
            size += 1
    table[: mask + 1] = 0
    return size


@kernel(
    "UniTuple(i8, 2)(i4[::1], i8[::1], i4[::1], i4[::1], i4[::1], i4[::1], i8[::1], b1, i8[::1],"
    " i4[::1], u8[::1], i8[::1], i8[::1], i4[:, ::1], i4[::1], i4[:, ::1])"
)
def find_pairs(
    seekers: Ranks,
    probes: Ints,
    lists: Ranks,
    need: Ranks,
    uncounted: Ranks,
    ranks: Ranks,
    starts: Ints,
    by_hubs: bool,
    hub_starts: Ints,
    hubs: Ranks,
    keys: Keys,
    begins: Ints,
    ends: Ints,
    tally: Ranks,
    table: Ranks,
    pairs: Ranks,
) -> tuple[int, int]:
    """Write (x, y, shared) for every seeker x and larger y that have ``need[x]`` keys in common.

    Common keys are counted in the full sets. Returns how many pairs and how many seekers are done:
    all of them, unless the pairs of the next did not fit any more. ``table`` and the first row of
    ``tally`` are all zero before and after.
    """
    size = 0
    for s in range(len(seekers)):
        x = seekers[s]
        mine = lists[probes[x] : probes[x + 1]]
        found = _tally_larger(x, mine, ranks, starts, by_hubs, hub_starts, hubs, tally)
        kept = _keep_possible(found, uncounted[x], need[x], tally)
        if kept == 0:
            continue
        others = tally[1, :kept]
        after = _verify(x, others, need[x], keys, begins, ends, table, pairs, size)
        if after > len(pairs):
            return size, s
        size = after
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
