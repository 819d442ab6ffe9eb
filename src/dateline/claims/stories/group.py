"""Groups by average likeness: no member gets in by way of one other alone.

Average-link clustering (Sokal and Michener 1958) over the pairs that are alike; a pair that is not
listed counts as not alike at all. What hangs together only through a chain never joins, because the
mean over all pairs of two groups decides.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from itertools import count

__all__ = ["groups"]

Pair = tuple[int, int, float]


def groups(size: int, pairs: Iterable[Pair], least: float) -> list[list[int]]:
    """The groups of ``range(size)``, each sorted, in order of their first member.

    Two groups join while the mean likeness of their members' pairs is at least ``least``, the most
    alike first; of equals the earlier numbers. The work grows with the number of pairs times the
    logarithm of it.
    """
    links: dict[int, dict[int, float]] = {n: {} for n in range(size)}
    for a, b, alike in pairs:
        links[a][b] = links[b][a] = alike
    members = {n: [n] for n in range(size)}
    queue = [
        (-s, a, b) for a, near in links.items() for b, s in near.items() if a < b and s >= least
    ]
    heapq.heapify(queue)
    for fresh in count(size):
        pair = _next(queue, members)
        if pair is None:
            break
        _join(*pair, fresh, links, members)
        for other, total in links[fresh].items():
            mean = total / (len(members[fresh]) * len(members[other]))
            if mean >= least:
                heapq.heappush(queue, (-mean, other, fresh))
    return sorted(sorted(group) for group in members.values())


def _next(
    queue: list[tuple[float, int, int]], members: dict[int, list[int]]
) -> tuple[int, int] | None:
    """The two groups that are most alike, of those that still are groups."""
    while queue:
        _, a, b = heapq.heappop(queue)
        if a in members and b in members:
            return a, b
    return None


def _join(
    a: int, b: int, fresh: int, links: dict[int, dict[int, float]], members: dict[int, list[int]]
) -> None:
    """Make one group of two: its likeness to a third is the sum of theirs."""
    near_a, near_b = links.pop(a), links.pop(b)
    members[fresh] = members.pop(a) + members.pop(b)
    links[fresh] = {}
    for other in sorted((near_a.keys() | near_b.keys()) - {a, b}):
        total = near_a.get(other, 0.0) + near_b.get(other, 0.0)
        links[fresh][other] = links[other][fresh] = total
        links[other].pop(a, None)
        links[other].pop(b, None)
