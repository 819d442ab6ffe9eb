"""Ids that name one report each."""

from __future__ import annotations


class Ids:
    """The ids given out so far. The second report with an id is ``ID#2``, the third ``ID#3``."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def claim(self, wanted: str) -> str:
        """Return ``wanted``, or ``wanted#N`` with the first free N if it is taken."""
        if wanted not in self._taken:
            self._taken.add(wanted)
            return wanted
        n = self._last.get(wanted, 1) + 1
        while (numbered := f"{wanted}#{n}") in self._taken:
            n += 1
        self._last[wanted] = n
        self._taken.add(numbered)
        return numbered
