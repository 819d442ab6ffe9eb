"""The sketches of all reports of an archive, in segments as they were written.

A segment holds the reports of one batch. New reports are matched by reading all segments from first
to last, which is one sequential read; as many as fit into ``memory`` stay in memory.

Reports are ordered by falling number of distinct n-grams, equal ones by a number that id and
content decide: the order does not depend on when a report came.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.match.jit import Flags, Ints, Keys
from dateline.match.sketch import Sketches

__all__ = ["Segment", "Shelf", "besides", "within"]

_MEMORY = 2 << 30
_KEY = 8
Sizes = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Segment:
    """The sketches of the reports ``first``, ``first + 1``, …"""

    number: int
    first: int
    sketches: Sketches


@dataclass(frozen=True, slots=True)
class _Place:
    number: int
    first: int
    last: int


class Shelf:
    """Reads and writes segments.

    ``sizes``, ``fresh`` (n-grams `besides` the ``stock``) and ``ties`` are those of all reports,
    by number - 1.
    """

    def __init__(
        self, connection: sqlite3.Connection, stock: Keys | None = None, memory: int = _MEMORY
    ) -> None:
        self.stock: Keys = np.empty(0, np.uint64) if stock is None else stock
        self.sizes: Sizes = np.empty(0, np.int32)
        self.fresh: Sizes = np.empty(0, np.int32)
        self.ties: Keys = np.empty(0, np.uint64)
        self._connection = connection
        self._memory = memory
        self._places: list[_Place] = []
        self._held: dict[int, Segment] = {}
        self._held_bytes = 0

    def __len__(self) -> int:
        """How many reports there are."""
        return len(self.sizes)

    def refresh(self) -> None:
        """Take in what was written since by others."""
        last = self._places[-1].number if self._places else 0
        rows = self._connection.execute(
            "SELECT number, first, last, sizes, fresh, ties FROM segment WHERE number > ?"
            " ORDER BY number",
            (last,),
        )
        for number, first, last, sizes, fresh, ties in rows.fetchall():
            figures = (np.frombuffer(sizes, "<i4"), np.frombuffer(fresh, "<i4"))
            self._enter(_Place(number, first, last), *figures, np.frombuffer(ties, "<u8"))

    def append(self, sketches: Sketches, ties: Keys) -> None:
        """Write a segment with the reports that come next."""
        first = len(self) + 1
        sizes = sketches.sizes.astype("<i4")
        fresh = besides(sketches, self.stock).sizes.astype("<i4")
        figures = (sizes.tobytes(), fresh.tobytes(), ties.astype("<u8").tobytes())
        keys = sketches.keys.astype("<u8", copy=False).tobytes()
        number = self._connection.execute(
            "INSERT INTO segment (first, last, sizes, fresh, ties, keys) VALUES (?, ?, ?, ?, ?, ?)",
            (first, first + len(sketches) - 1, *figures, keys),
        ).lastrowid
        assert number is not None  # an insertion has one
        self._enter(_Place(number, first, first + len(sketches) - 1), sizes, fresh, ties)
        self._hold(Segment(number, first, sketches))

    def segments(self) -> Iterator[Segment]:
        """All segments, in the order of their reports."""
        for place in self._places:
            yield self._held.get(place.number) or self._load(place)

    def sketches(self, numbers: Ints) -> Sketches:
        """The sketches of some reports, in the order asked for."""
        firsts = [place.first for place in self._places]
        at = np.searchsorted(firsts, numbers, side="right") - 1
        parts = [
            self._sketch(self._places[place], number)
            for place, number in zip(at.tolist(), numbers.tolist(), strict=True)
        ]
        offsets = np.zeros(len(parts) + 1, np.int64)
        np.cumsum([len(part) for part in parts], out=offsets[1:])
        return Sketches(np.concatenate([*parts, np.empty(0, np.uint64)]), offsets)

    def places(self) -> Ints:
        """The place of each report in the order, counted from 0."""
        places = np.empty(len(self), np.int64)
        places[np.lexsort((self.ties, -self.sizes.astype(np.int64)))] = np.arange(len(self))
        return places

    def _sketch(self, place: _Place, number: int) -> Keys:
        if held := self._held.get(place.number):
            return held.sketches[number - place.first]
        start = int(self.sizes[place.first - 1 : number - 1].sum(dtype=np.int64))
        with self._connection.blobopen("segment", "keys", place.number, readonly=True) as blob:
            blob.seek(start * _KEY)
            data = blob.read(int(self.sizes[number - 1]) * _KEY)
        return np.frombuffer(data, "<u8").copy()

    def _enter(self, place: _Place, sizes: Sizes, fresh: Sizes, ties: Keys) -> None:
        self._places.append(place)
        self.sizes = np.concatenate((self.sizes, sizes))
        self.fresh = np.concatenate((self.fresh, fresh))
        self.ties = np.concatenate((self.ties, ties))

    def _load(self, place: _Place) -> Segment:
        (keys,) = self._connection.execute(
            "SELECT keys FROM segment WHERE number = ?", (place.number,)
        ).fetchone()
        offsets = np.zeros(place.last - place.first + 2, np.int64)
        np.cumsum(self.sizes[place.first - 1 : place.last], out=offsets[1:])
        sketches = Sketches(np.frombuffer(keys, "<u8").copy(), offsets)
        segment = Segment(place.number, place.first, sketches)
        self._hold(segment)
        return segment

    def _hold(self, segment: Segment) -> None:
        size = segment.sketches.keys.nbytes
        if self._held_bytes + size <= self._memory:
            self._held[segment.number] = segment
            self._held_bytes += size


def besides(sketches: Sketches, stock: Keys) -> Sketches:
    """The sketches without the keys of a sorted stock.

    A report that is stock for the most part keeps all of its keys: or nothing would be left to tell
    that another is the same.
    """
    if not len(stock):
        return sketches
    own = ~within(sketches.keys, stock)
    counts = np.diff(np.concatenate((np.zeros(1, np.int64), np.cumsum(own)))[sketches.offsets])
    own |= np.repeat(2 * counts < sketches.sizes, sketches.sizes)
    ends: Ints = np.concatenate((np.zeros(1, np.int64), np.cumsum(own, dtype=np.int64)))
    return Sketches(sketches.keys[own], ends[sketches.offsets])


def within(keys: Keys, stock: Keys) -> Flags:
    """Which keys are in a sorted stock."""
    if not len(stock):
        return np.zeros(len(keys), np.bool_)
    places = np.minimum(np.searchsorted(stock, keys), len(stock) - 1)
    found: Flags = stock[places] == keys
    return found
