"""The order of rows: which stand between the same others, and which were moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

Group = tuple[tuple[int, ...], tuple[int, ...]]


class Gaps:
    """Whether a sentence of a and one of b stand between the same pairs."""

    def __init__(self, pairs: dict[int, int]) -> None:
        kept = increasing(sorted(pairs.items()))
        self._a = [i for i, _ in kept]
        self._b = [j for _, j in kept]

    def same(self, i: int, j: int) -> bool:
        """Whether both stand in one gap."""
        return self.of_a(i) == self.of_b(j)

    def of_a(self, i: int) -> int:
        """The number of the gap that sentence ``i`` of a stands in."""
        return bisect_left(self._a, i)

    def of_b(self, j: int) -> int:
        """The number of the gap that sentence ``j`` of b stands in."""
        return bisect_left(self._b, j)


def increasing(pairs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The longest run of pairs (sorted by the first) in which the second grows too."""
    back: list[int] = []
    tops: list[int] = []  # of each length the run that ends lowest
    ends: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        back.append(tops[at - 1] if at else -1)
        tops[at : at + 1] = [n]
        ends[at : at + 1] = [j]
    best: list[int] = []
    n = tops[-1] if tops else -1
    while n >= 0:
        best.append(n)
        n = back[n]
    return [pairs[n] for n in reversed(best)]


def lifted(groups: Iterable[Group]) -> set[Group]:
    """The smallest set of rows to lift out so that the rest is in order."""
    groups = sorted(groups)
    kept = set(increasing([(x[0], y[0]) for x, y in groups]))
    return {(x, y) for x, y in groups if (x[0], y[0]) not in kept}


def scattered(members: Sequence[int], groups: Iterable[Group]) -> bool:
    """Whether linked sentences of other rows stand between the members."""
    if len(members) < 2:
        return False
    others = {j for _, y in groups if y != tuple(members) for j in y}
    return any(j in others for j in range(members[0], members[-1]))
