"""Compiled loops of `links`: what hubs leave unexplained, and whom that shows to be missing."""

from __future__ import annotations

from dateline.match.jit import Ints, Keys, Ranks, helper, kernel
from dateline.match.search_kernels import count_common


@helper
def _is_marked(x: int, r: int, hub_starts: Ints, hubs: Ranks, marks: Ranks) -> bool:
    """Whether a hub of list ``r`` carries the mark of x."""
    found = False
    for h in range(hub_starts[r], hub_starts[r + 1]):
        found = found or marks[hubs[h]] == x
    return found


@kernel("void(i8[::1], i4[:, ::1], i8[::1], i4[::1], i8[::1], i4[::1], i4[::1], i4[::1])")
def count_unexplained(
    begin: Ints,
    probes: Ranks,
    hub_starts: Ints,
    hubs: Ranks,
    partner_starts: Ints,
    partners: Ranks,
    marks: Ranks,
    counts: Ranks,
) -> None:
    """Add for each document how many of its keys have hubs, none of them itself or a partner.

    ``marks`` is scratch: one number per document, none of them a rank before.
    """
    for x in range(len(counts)):
        marks[x] = x
        for p in range(partner_starts[x], partner_starts[x + 1]):
            marks[partners[p]] = x
        for p in range(begin[x], begin[x + 1]):
            place = probes[p, 0]
            explained = place >= 0 or _is_marked(x, -1 - place, hub_starts, hubs, marks)
            counts[x] += probes[p, 1] * (not explained)


@kernel("void(i4[::1], i8[::1], i8[::1], i8[::1])")
def count_starred(ranks: Ranks, starts: Ints, hub_starts: Ints, counts: Ints) -> None:
    """Count the lists with hubs that each document is in."""
    for r in range(len(starts) - 1):
        if hub_starts[r] < hub_starts[r + 1]:
            for i in range(starts[r], starts[r + 1]):
                counts[ranks[i]] += 1


@kernel("void(i4[::1], i8[::1], i8[::1], i8[::1], i4[::1])")
def list_starred(ranks: Ranks, starts: Ints, hub_starts: Ints, cursors: Ints, lists: Ranks) -> None:
    """Write the numbers of the lists with hubs that each document is in."""
    for r in range(len(starts) - 1):
        if hub_starts[r] < hub_starts[r + 1]:
            for i in range(starts[r], starts[r + 1]):
                lists[cursors[ranks[i]]] = r
                cursors[ranks[i]] += 1


@helper
def _tally_smaller(
    y: int,
    left: Ranks,
    total: int,
    ranks: Ranks,
    starts: Ints,
    weights: Ranks,
    need: Ranks,
    tally: Ranks,
) -> int:
    """Count by how many keys of the lists ``left`` y meets documents that need no more than total.

    These are the smallest, at the lists' ends. Returns how many it meets.
    """
    size = 0
    for r in left:
        for i in range(starts[r + 1] - 1, starts[r] - 1, -1):
            x = ranks[i]
            if x <= y or need[x] > total:
                break
            if tally[0, x] == 0:
                tally[1, size] = x
                size += 1
            tally[0, x] += weights[r]
    return size


@helper
def _take_best(
    y: int,
    found: int,
    need: Ranks,
    keys: Keys,
    begins: Ints,
    ends: Ints,
    tally: Ranks,
) -> tuple[int, int]:
    """The tallied document that shares most and truly enough, and how much; -1 if none does."""
    best, common = -1, 0
    while True:
        best = -1
        for t in range(found):
            x = tally[1, t]
            if tally[0, x] >= need[x] and (
                best < 0
                or tally[0, x] > tally[0, best]
                or (tally[0, x] == tally[0, best] and x < best)
            ):
                best = x
        if best < 0:
            break
        common = count_common(keys, begins[best], ends[best], begins[y], ends[y])
        if common >= need[best]:
            break
        tally[0, best] = 0
    for t in range(found):
        tally[0, tally[1, t]] = 0
    return best, common


@helper
def _without(x: int, left: Ranks, size: int, ranks: Ranks, starts: Ints) -> int:
    """Drop the lists that x is in; return how many stay."""
    kept = 0
    for k in range(size):
        low, high = starts[left[k]], starts[left[k] + 1]
        while low < high:
            middle = (low + high) // 2
            if ranks[middle] < x:
                low = middle + 1
            else:
                high = middle
        if low == starts[left[k] + 1] or ranks[low] != x:
            left[kept] = left[k]
            kept += 1
    return kept


@kernel(
    "UniTuple(i8, 2)(i8, i8[::1], i4[::1], i4[::1], i8[::1], i4[::1], i8[::1], i4[::1], i8[::1],"
    " i4[::1], i4[::1], u8[::1], i8[::1], i8[::1], i4[::1], i4[:, ::1], i4[::1], i4[:, ::1])"
)
def find_smaller(
    first: int,
    own: Ints,
    lists: Ranks,
    ranks: Ranks,
    starts: Ints,
    weights: Ranks,
    hub_starts: Ints,
    hubs: Ranks,
    partner_starts: Ints,
    partners: Ranks,
    need: Ranks,
    keys: Keys,
    begins: Ints,
    ends: Ints,
    marks: Ranks,
    tally: Ranks,
    left: Ranks,
    pairs: Ranks,
) -> tuple[int, int]:
    """Write (x, y, shared) of smaller partners x that share only what is unexplained of y.

    For each y from ``first`` on: of its lists with hubs (``lists[own[y]:own[y + 1]]``) those count
    of which no hub is a partner; the x that shares most of them, and as much as it needs, becomes a
    partner and explains its lists, until there is none. Returns how many pairs there are and the
    next y, as `search_kernels.find_pairs`.
    """
    size = 0
    for y in range(first, len(need)):
        done = size
        for p in range(partner_starts[y], partner_starts[y + 1]):
            marks[partners[p]] = y
        kept = 0
        for r in lists[own[y] : own[y + 1]]:
            if not _is_marked(y, r, hub_starts, hubs, marks):
                left[kept] = r
                kept += 1
        while kept:
            total = 0
            for r in left[:kept]:
                total += weights[r]
            met = _tally_smaller(y, left[:kept], total, ranks, starts, weights, need, tally)
            x, common = _take_best(y, met, need, keys, begins, ends, tally)
            if x < 0:
                break
            if size < len(pairs):
                pairs[size, 0], pairs[size, 1], pairs[size, 2] = x, y, common
            size += 1
            kept = _without(x, left, kept, ranks, starts)
        if size > len(pairs):
            return done, y
    return size, len(need)
