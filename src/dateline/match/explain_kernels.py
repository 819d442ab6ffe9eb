"""Compiled loops of `links`: what hubs leave unexplained, and who is left alone by them."""

from __future__ import annotations

from dateline.match.jit import Flags, Ints, Keys, Ranks, helper, kernel
from dateline.match.search_kernels import count_common, level_of


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


@kernel("void(i4[::1], i8[::1], i8[::1], b1[::1], i8[::1])")
def count_starred(
    ranks: Ranks, starts: Ints, hub_starts: Ints, wanted: Flags, counts: Ints
) -> None:
    """Count the lists with hubs that each wanted document is in."""
    for r in range(len(starts) - 1):
        if hub_starts[r] < hub_starts[r + 1]:
            for i in range(starts[r], starts[r + 1]):
                counts[ranks[i]] += wanted[ranks[i]]


@kernel("void(i4[::1], i8[::1], i8[::1], b1[::1], i8[::1], i4[::1])")
def list_starred(
    ranks: Ranks, starts: Ints, hub_starts: Ints, wanted: Flags, cursors: Ints, lists: Ranks
) -> None:
    """Write the numbers of the lists with hubs that each wanted document is in."""
    for r in range(len(starts) - 1):
        if hub_starts[r] < hub_starts[r + 1]:
            for i in range(starts[r], starts[r + 1]):
                if wanted[ranks[i]]:
                    lists[cursors[ranks[i]]] = r
                    cursors[ranks[i]] += 1


@helper
def _passed_over(mine: Ranks, starts: Ints, weights: Ranks, slack: int) -> tuple[int, int]:
    """The frequency class up to which lists are looked through, and the weight of those above.

    As many of the most frequent ones are passed over as whole classes fit into ``slack``.
    """
    level = over = 0
    for r in mine:
        level = max(level, level_of(starts[r + 1] - starts[r]))
    while level >= 0:
        here = 0
        for r in mine:
            here += weights[r] * (level_of(starts[r + 1] - starts[r]) == level)
        if over + here > slack:
            break
        over += here
        level -= 1
    return level, over


@helper
def _tally_smaller(
    y: int,
    mine: Ranks,
    ranks: Ranks,
    starts: Ints,
    weights: Ranks,
    need: Ranks,
    tally: Ranks,
) -> tuple[int, int]:
    """Count by how many keys of its lists y meets smaller documents that need no more than these.

    Such documents are the smallest, at the lists' ends. Returns how many y meets, and how many keys
    were passed over, fewer than any of them needs.
    """
    total = size = 0
    least = need[y]
    for r in mine:
        total += weights[r]
        least = min(least, need[ranks[starts[r + 1] - 1]])
    highest, over = _passed_over(mine, starts, weights, least - 1)
    for r in mine:
        if level_of(starts[r + 1] - starts[r]) > highest:
            continue
        for i in range(starts[r + 1] - 1, starts[r] - 1, -1):
            x = ranks[i]
            if x <= y or need[x] > total:
                break
            if tally[0, x] == 0:
                tally[1, size] = x
                size += 1
            tally[0, x] += weights[r]
    return size, over


@helper
def _take_best(
    y: int, found: int, over: int, need: Ranks, keys: Keys, begins: Ints, ends: Ints, tally: Ranks
) -> tuple[int, int]:
    """The tallied document that truly shares enough and most, and how much; 0 if none does.

    Clears the counts.
    """
    best, most = -1, 0
    for t in range(found):
        x = tally[1, t]
        if tally[0, x] + over >= max(need[x], most):
            common = count_common(keys, begins[x], ends[x], begins[y], ends[y])
            if common >= need[x] and (common > most or (common == most and x < best)):
                best, most = x, common
        tally[0, x] = 0
    return best, most


@kernel(
    "i8(b1[::1], i8[::1], i4[::1], i4[::1], i8[::1], i4[::1], i4[::1], u8[::1], i8[::1], i8[::1],"
    " i4[:, ::1], i4[:, ::1])"
)
def find_smaller(
    alone: Flags,
    own: Ints,
    lists: Ranks,
    ranks: Ranks,
    starts: Ints,
    weights: Ranks,
    need: Ranks,
    keys: Keys,
    begins: Ints,
    ends: Ints,
    tally: Ranks,
    pairs: Ranks,
) -> int:
    """Write (x, y, shared) of the smaller x that shares most with y, for every y that is alone.

    ``lists[own[y] : own[y + 1]]`` are the lists that y looks through. Returns how many pairs there
    are, at most one for each y. The first row of ``tally`` is all zero before and after.
    """
    size = 0
    for y in range(len(need)):
        if not alone[y]:
            continue
        mine = lists[own[y] : own[y + 1]]
        met, over = _tally_smaller(y, mine, ranks, starts, weights, need, tally)
        x, common = _take_best(y, met, over, need, keys, begins, ends, tally)
        if common:
            pairs[size, 0], pairs[size, 1], pairs[size, 2] = x, y, common
            size += 1
    return size
