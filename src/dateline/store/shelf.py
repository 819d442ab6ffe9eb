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

from dateline.match.jit import Ints, Keys
from dateline.match.sketch import Sketches

__all__ = ["Segment", "Shelf"]

_MEMORY = 2 << 30


@dataclass(frozen=True, slots=True)
class Segment:
    """The sketches of the reports ``first``, ``first + 1``, …"""

    first: int
    sketches: Sketches


class Shelf:
    """Reads and writes segments; ``sizes`` and ``ties`` are those of all reports, by number - 1."""

    def __init__(self, connection: sqlite3.Connection, memory: int = _MEMORY) -> None:
        self._connection = connection
        self._memory = memory
        self._held: dict[int, Segment] = {}
        self._held_bytes = 0
        self.firsts: list[int] = []
        self.sizes: NDArray[np.int32] = np.empty(0, np.int32)
        self.ties: Keys = np.empty(0, np.uint64)

    def __len__(self) -> int:
        """How many reports there are."""
        return len(self.sizes)

    def refresh(self) -> None:
        """Take in what was written since; forget what was taken back."""
        rows = self._connection.execute("SELECT first, last FROM segment ORDER BY number")
        known = rows.fetchall()
        if [first for first, _ in known[: len(self.firsts)]] != self.firsts:
            self._forget()
        for first, last in known[len(self.firsts) :]:
            sizes, ties = self._connection.execute(
                "SELECT sizes, ties FROM segment WHERE first = ? AND last = ?", (first, last)
            ).fetchone()
            self._enter(first, np.frombuffer(sizes, "<i4"), np.frombuffer(ties, "<u8"))

    def append(self, sketches: Sketches, ties: Keys) -> int:
        """Write a segment; returns the number of its first report."""
        first = len(self) + 1
        sizes = sketches.sizes.astype("<i4")
        self._connection.execute(
            "INSERT INTO segment (first, last, sizes, ties, keys) VALUES (?, ?, ?, ?, ?)",
            (
                first,
                first + len(sketches) - 1,
                sizes.tobytes(),
                ties.astype("<u8").tobytes(),
                sketches.keys.astype("<u8", copy=False).tobytes(),
            ),
        )
        self._enter(first, sizes, ties)
        self._hold(Segment(first, sketches))
        return first

    def segments(self) -> Iterator[Segment]:
        """All segments, in the order of their reports."""
        for first in self.firsts:
            yield self._held.get(first) or self._load(first)

    def sketches(self, numbers: Ints) -> Sketches:
        """The sketches of some reports, in the order asked for."""
        places = np.searchsorted(self.firsts, numbers, side="right") - 1
        parts: list[Keys] = [np.empty(0, np.uint64)] * len(numbers)
        for place in np.unique(places):
            segment = self._held.get(self.firsts[place]) or self._load(self.firsts[place])
            for at in np.flatnonzero(places == place):
                parts[at] = segment.sketches[int(numbers[at]) - segment.first]
        offsets = np.zeros(len(parts) + 1, np.int64)
        np.cumsum([len(part) for part in parts], out=offsets[1:])
        return Sketches(np.concatenate([*parts, np.empty(0, np.uint64)]), offsets)

    def places(self) -> Ints:
        """The place of each report in the order, counted from 0."""
        places = np.empty(len(self), np.int64)
        places[np.lexsort((self.ties, -self.sizes.astype(np.int64)))] = np.arange(len(self))
        return places

    def _enter(self, first: int, sizes: NDArray[np.int32], ties: Keys) -> None:
        self.firsts.append(first)
        self.sizes = np.concatenate((self.sizes, sizes))
        self.ties = np.concatenate((self.ties, ties))

    def _forget(self) -> None:
        self.firsts, self._held, self._held_bytes = [], {}, 0
        self.sizes, self.ties = self.sizes[:0], self.ties[:0]

    def _load(self, first: int) -> Segment:
        sizes, keys = self._connection.execute(
            "SELECT sizes, keys FROM segment WHERE first = ?", (first,)
        ).fetchone()
        offsets = np.zeros(len(sizes) // 4 + 1, np.int64)
        np.cumsum(np.frombuffer(sizes, "<i4"), out=offsets[1:])
        segment = Segment(first, Sketches(np.frombuffer(keys, "<u8").copy(), offsets))
        self._hold(segment)
        return segment

    def _hold(self, segment: Segment) -> None:
        size = segment.sketches.keys.nbytes
        if self._held_bytes + size <= self._memory:
            self._held[segment.first] = segment
            self._held_bytes += size
