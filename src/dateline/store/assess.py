"""Judging pairs of reports of an archive by the statistics of its epoch."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable

import numpy as np

from dateline.match import Background, Profile, profile, relate
from dateline.model import Relation
from dateline.store.rows import anatomies
from dateline.store.shelf import Shelf

__all__ = ["Assessor"]

_PROFILES = 2048
Pair = tuple[int, int]


class Assessor:
    """Remembers what it has judged, and the reports that it read last.

    A pair is judged the same whenever it is: by both texts, the epoch's statistics, nothing else.
    """

    def __init__(
        self, connection: sqlite3.Connection, shelf: Shelf, background: Background
    ) -> None:
        self._connection = connection
        self._shelf = shelf
        self._background = background
        self._profiles: OrderedDict[int, Profile] = OrderedDict()
        self._relations: dict[Pair, Relation] = {}

    def relation(self, a: int, b: int) -> Relation:
        """The relation of two reports; a goes first in the order."""
        found = self._relations.get((a, b))
        if found is None:
            keys = self._shelf.sketches(np.array([a, b]))
            shared = len(np.intersect1d(keys[0], keys[1], assume_unique=True))
            shares = shared / max(1, len(keys[0])), shared / max(1, len(keys[1]))
            found = relate(self._profile(a), self._profile(b), *shares)
            self._relations[a, b] = found
        return found

    def is_copy(self, a: int, b: int) -> bool:
        """Whether they are judged to be copies; a goes first in the order."""
        return self.relation(a, b).relation == "copy"

    def read(self, numbers: Iterable[int]) -> None:
        """Read reports ahead, many at a time."""
        wanted = [n for n in dict.fromkeys(numbers) if n not in self._profiles][:_PROFILES]
        for number, anatomy in anatomies(self._connection, wanted).items():
            self._profiles[number] = profile(anatomy, self._background)
        while len(self._profiles) > _PROFILES:
            self._profiles.popitem(last=False)

    def forget(self) -> None:
        """Let go of the relations of a batch that is done."""
        self._relations.clear()

    def _profile(self, number: int) -> Profile:
        if number not in self._profiles:
            self.read([number])
        self._profiles.move_to_end(number)
        return self._profiles[number]
