"""Compiled loops of `search`: what documents look by, whom they meet, what they truly share."""

from __future__ import annotations

import numpy as np

from dateline.match.jit import Ints, Keys, Ranks, helper, kernel

_SPARSE = 8  # places of a hash table per key: few collisions, and still in the first cache


@helper
def level_of(length: int) -> int:
    """The frequency class of a key that so many documents have: its binary logarithm, floored."""
    level = 0
    while length > 1:
        length >>= 1
        level += 1
    return level


@kernel("void(i4[::1], i8[::1], i4[::1], i4[:, ::1])")
def count_levels(ranks: Ranks, starts: Ints, weights: Ranks, counts: Ranks) -> None:
    """Count by frequency class the keys that a document shares with a larger one."""
    for r in range(len(weights)):
        level = level_of(starts[r + 1] - starts[r])
        for i in range(starts[r] + 1, starts[r + 1]):
            counts[ranks[i], level] += weights[r]


@kernel("void(i4[:, ::1], i4[::1], i4[::1], i4[::1], i4[::1])")
def choose_levels(
    counts: Ranks, need: Ranks, slack: Ranks, highest: Ranks, passed_over: Ranks
) -> None:
    """Choose up to which frequency class each document looks for partners.

    As many of its most frequent keys are passed over as whole classes fit into ``slack``; where all
    its shared keys are fewer than it needs, it does not look: its class is -1.
    """
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


@kernel("void(i4[::1], i8[::1], i4[::1], i8[::1])")
def count_probes(ranks: Ranks, starts: Ints, highest: Ranks, counts: Ints) -> None:
    """Count the lists that each document looks through."""
    for r in range(len(starts) - 1):
        level = level_of(starts[r + 1] - starts[r])
        for i in range(starts[r] + 1, starts[r + 1]):
            counts[ranks[i]] += level <= highest[ranks[i]]


@kernel("void(i4[::1], i8[::1], i4[::1], i8[::1], i4[::1], i8[::1], i4[:, ::1], i4[::1])")
def list_probes(
    ranks: Ranks,
    starts: Ints,
    weights: Ranks,
    hub_starts: Ints,
    highest: Ranks,
    cursors: Ints,
    probes: Ranks,
    starred: Ranks,
) -> None:
    """List for each document the lists of documents that it looks through, and their weights.

    A list is named by the place in ``ranks`` where it begins (it is looked through up to x); one
    with hubs by its number, negative: ``-1 - r``. ``starred`` adds up the weights of the latter.
    """
    for r in range(len(weights)):
        level = level_of(starts[r + 1] - starts[r])
        has_hubs = hub_starts[r] < hub_starts[r + 1]
        for i in range(starts[r] + 1, starts[r + 1]):
            x = ranks[i]
            if level <= highest[x]:
                probes[cursors[x], 0] = -1 - r if has_hubs else starts[r]
                probes[cursors[x], 1] = weights[r]
                cursors[x] += 1
                starred[x] += weights[r] * has_hubs


@helper
def _meet(x: int, others: Ranks, first: int, weight: int, tally: Ranks, size: int) -> int:
    """Tally the documents from ``others[first]`` up to x; return how many have been met so far."""
    for i in range(first, len(others)):
        y = others[i]
        if y >= x:
            break
        if tally[0, y] == 0:
            tally[1, size] = y
            size += 1
        tally[0, y] += weight
    return size


@helper
def is_hub(x: int, r: int, hub_starts: Ints, hubs: Ranks) -> bool:
    """Whether x is a hub of list ``r``."""
    found = False
    for h in range(hub_starts[r], hub_starts[r + 1]):
        found = found or hubs[h] == x
    return found


@helper
def tally_larger(
    x: int,
    probes: Ranks,
    ranks: Ranks,
    starts: Ints,
    by_hubs: bool,
    hub_starts: Ints,
    hubs: Ranks,
    tally: Ranks,
) -> int:
    """Count for larger documents by how many keys x meets them; return how many it meets.

    Where a list has hubs, a document meets only these, and only a hub meets everybody.
    ``tally[0, y]`` becomes the count and ``tally[1]`` lists the documents that have one.
    """
    size = 0
    for p in range(len(probes)):
        place, weight = probes[p, 0], probes[p, 1]
        if place >= 0:
            size = _meet(x, ranks, place, weight, tally, size)
            continue
        r = -1 - place
        if by_hubs and not is_hub(x, r, hub_starts, hubs):
            size = _meet(x, hubs[: hub_starts[r + 1]], hub_starts[r], weight, tally, size)
        else:
            size = _meet(x, ranks, starts[r], weight, tally, size)
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
    "UniTuple(i8, 2)(i4[::1], i8[::1], i4[:, ::1], i4[::1], i4[::1], i4[::1], i8[::1], b1, i8[::1],"
    " i4[::1], u8[::1], i8[::1], i8[::1], i4[:, ::1], i4[::1], i4[:, ::1])"
)
def find_pairs(
    seekers: Ranks,
    begin: Ints,
    probes: Ranks,
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
        mine = probes[begin[x] : begin[x + 1]]
        found = tally_larger(x, mine, ranks, starts, by_hubs, hub_starts, hubs, tally)
        kept = _keep_possible(found, uncounted[x], need[x], tally)
        if kept == 0:
            continue
        others = tally[1, :kept]
        after = _verify(x, others, need[x], keys, begins, ends, table, pairs, size)
        if after > len(pairs):
            return size, s
        size = after
    return size, len(seekers)


@kernel("void(u8[::1], i8[::1], i8[::1], i8[::1], i8[::1])")
def count_shared(keys: Keys, offsets: Ints, a: Ints, b: Ints, shared: Ints) -> None:
    """Write how many keys two documents have in common, pair for pair."""
    for p in range(len(a)):
        i, i_end = offsets[a[p]], offsets[a[p] + 1]
        shared[p] = count_common(keys, i, i_end, offsets[b[p]], offsets[b[p] + 1])
