"""Compiled loops of `links`: the hubs of popular keys."""

from __future__ import annotations

from dateline.match.jit import Ints, Ranks, kernel


@kernel("void(i4[::1], i8[::1], i4[::1], i8, i4[::1])")
def count_popular(ranks: Ranks, starts: Ints, weights: Ranks, popular: int, counts: Ranks) -> None:
    """Count the keys of each document that more than ``popular`` documents have."""
    for r in range(len(weights)):
        if starts[r + 1] - starts[r] > popular:
            for i in range(starts[r], starts[r + 1]):
                counts[ranks[i]] += weights[r]


@kernel("i8(i4[::1], i8[::1], i8, i4[::1], i4[::1], i8[::1], i4[::1])")
def choose_hubs(
    ranks: Ranks,
    starts: Ints,
    popular: int,
    counts: Ranks,
    octaves: Ranks,
    hub_starts: Ints,
    hubs: Ranks,
) -> int:
    """Choose the hubs of every popular key: of each octave of sizes the one of highest count.

    Returns how many there are in all, also where ``hubs`` has no room for them.
    """
    size = 0
    for r in range(len(starts) - 1):
        hub_starts[r] = size
        if starts[r + 1] - starts[r] <= popular:
            continue
        best = ranks[starts[r]]
        for i in range(starts[r], starts[r + 1]):
            x = ranks[i]
            if octaves[x] != octaves[best]:
                if size < len(hubs):
                    hubs[size] = best
                size += 1
                best = x
            elif counts[x] > counts[best]:
                best = x
        if size < len(hubs):
            hubs[size] = best
        size += 1
    hub_starts[len(starts) - 1] = size
    return size
