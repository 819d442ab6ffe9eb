"""What is known during one batch about who shares how many n-grams with whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from dateline.match.jit import Ranks
from dateline.store.ledger import Ledger

__all__ = ["Neighbours", "Row"]

Row = tuple[Ranks, Ranks]
Probe = Callable[[Sequence[int]], Ranks]


class Neighbours:
    """Remembers probes; every report is asked for once, and many at a time.

    A row is the numbers of the reports that one report shares enough with, rising, and how many
    n-grams. ``probe`` takes the reports that ask; ``ledger`` has read all that it finds.
    """

    def __init__(self, ledger: Ledger, probe: Probe) -> None:
        self._ledger = ledger
        self._probe = probe
        self._rows: dict[int, Row] = {}

    def ask(self, numbers: Iterable[int]) -> None:
        """Find what ``numbers`` share with all reports of the archive."""
        asking = sorted({number for number in numbers if number not in self._rows})
        if not asking:
            return
        rows = self._probe(asking)
        rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
        bounds = np.searchsorted(rows[:, 0], [*asking, asking[-1] + 1])
        for number, start, end in zip(asking, bounds[:-1], bounds[1:], strict=True):
            self._rows[number] = (rows[start:end, 1], rows[start:end, 2])

    def knows(self, number: int) -> bool:
        """Whether what this report shares with others is known."""
        return number in self._rows

    def of(self, number: int) -> Row:
        """All reports that this report shares enough with."""
        return self._rows[number]

    def leaders(self, number: int) -> Row:
        """The leaders, as the ledger has them by now, that this report shares enough with."""
        others, shared = self._rows[number]
        leads = self._ledger.is_leader(others)
        return others[leads], shared[leads]
