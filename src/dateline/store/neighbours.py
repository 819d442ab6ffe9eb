"""What is known during one batch about who shares how many n-grams with whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from dateline.match.jit import Flags, Ints, Ranks

__all__ = ["Neighbours", "Row"]

Row = tuple[Ranks, Ranks]
Probe = Callable[[Ints, Flags], Ranks]

_NOBODY: Row = (np.empty(0, np.int32), np.empty(0, np.int32))


class Neighbours:
    """Remembers probes; every report is asked for at most twice, and many at a time.

    A row is the numbers of the reports that one report shares enough with, and how many n-grams.
    """

    def __init__(self, probe: Probe) -> None:
        self._probe = probe
        self._leaders: dict[int, Row] = {}
        self._all: dict[int, Row] = {}

    def ask_leaders(self, numbers: Iterable[int], leaders: Flags) -> None:
        """Find what ``numbers`` share with the reports marked in ``leaders``."""
        self._ask(self._leaders, numbers, leaders)

    def ask_all(self, numbers: Iterable[int], size: int) -> None:
        """Find what ``numbers`` share with all ``size`` reports of the archive."""
        self._ask(self._all, numbers, np.ones(size, np.bool_))

    def knows_leaders(self, number: int) -> bool:
        """Whether what this report shares with the leaders is known."""
        return number in self._leaders

    def knows_all(self, number: int) -> bool:
        """Whether what this report shares with all others is known."""
        return number in self._all

    def leaders(self, number: int) -> Row:
        """The leaders, as they were when asked, that this report shares enough with."""
        return self._leaders.get(number, _NOBODY)

    def all(self, number: int) -> Row:
        """All reports that this report shares enough with."""
        return self._all.get(number, _NOBODY)

    def _ask(self, known: dict[int, Row], numbers: Iterable[int], among: Flags) -> None:
        asking = np.array(sorted(set(numbers) - known.keys()), np.int64)
        if not len(asking):
            return
        rows = self._probe(asking, among)
        rows = rows[np.argsort(rows[:, 0], kind="stable")]
        edges = np.append(asking, asking[-1:] + 1)
        bounds = np.searchsorted(rows[:, 0], edges)
        for number, start, end in zip(asking.tolist(), bounds[:-1], bounds[1:], strict=True):
            known[number] = (rows[start:end, 1], rows[start:end, 2])
