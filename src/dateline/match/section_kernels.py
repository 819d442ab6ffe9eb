"""Compiled loops of `sections`: who meets whom in one section, and what is to be asked of hubs."""

from __future__ import annotations

from dateline.match.jit import Ints, Ranks, kernel
from dateline.match.search_kernels import is_hub, tally_larger


@kernel(
    "UniTuple(i8, 2)(i4[::1], i8[::1], i4[:, ::1], i4[::1], i4[::1], i4[::1], i8[::1], b1, i8[::1],"
    " i4[::1], i4[:, ::1], i4[:, ::1])"
)
def list_meetings(
    seekers: Ranks,
    begin: Ints,
    probes: Ranks,
    need: Ranks,
    reach: Ranks,
    ranks: Ranks,
    starts: Ints,
    by_hubs: bool,
    hub_starts: Ints,
    hubs: Ranks,
    tally: Ranks,
    rows: Ranks,
) -> tuple[int, int]:
    """Write (x, y, keys) for every seeker x and the larger y that it meets, if y reaches x's need.

    ``keys`` counts those of the section by which x meets y. Returns how many rows and how many
    seekers are done: all of them, unless the rows of the next did not fit any more. The first row
    of ``tally`` is all zero before and after.
    """
    size = 0
    for s in range(len(seekers)):
        x = seekers[s]
        mine = probes[begin[x] : begin[x + 1]]
        found = tally_larger(x, mine, ranks, starts, by_hubs, hub_starts, hubs, tally)
        after = size
        for t in range(found):
            y = tally[1, t]
            if reach[y] >= need[x]:
                if after < len(rows):
                    rows[after, 0], rows[after, 1], rows[after, 2] = x, y, tally[0, y]
                after += 1
            tally[0, y] = 0
        if after > len(rows):
            return size, s
        size = after
    return size, len(seekers)


@kernel("i8(i4[::1], i8[::1], i4[:, ::1], i8[::1], i4[::1], i4[:, ::1])")
def list_doubts(
    seekers: Ranks, begin: Ints, probes: Ranks, hub_starts: Ints, hubs: Ranks, rows: Ranks
) -> int:
    """Write (x, list, keys) for every list with hubs that a seeker looks through, no hub itself.

    It counts on beyond the room of ``rows``; returns how many rows there are.
    """
    size = 0
    for x in seekers:
        for p in range(begin[x], begin[x + 1]):
            r = -1 - probes[p, 0]
            if r >= 0 and not is_hub(x, r, hub_starts, hubs):
                if size < len(rows):
                    rows[size, 0], rows[size, 1], rows[size, 2] = x, r, probes[p, 1]
                size += 1
    return size
