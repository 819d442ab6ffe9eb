"""What is noted about reports for matching them, read where asked for and kept for one batch."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import orjson

from dateline.match.jit import Flags, Ints, Keys, Ranks

__all__ = ["NEAR", "Key", "Ledger", "Load", "Noted", "noted", "ordered_ties"]

NEAR = 12
_AT_ONCE = 10_000
_SIGN = np.uint64(1 << 63)

Noted = tuple[int, int, bytes, int, int, int]  # number, leader, near, size, fresh, tie
Load = Callable[[Sequence[int]], Iterable[Noted]]
Key = tuple[int, int, int]
Entry = tuple[int, int, int]  # a leader, the n-grams shared with it, what it was judged to be


class Ledger:
    """Reports by number: whom each follows, whom it was judged against, its place in the order.

    Larger reports (more distinct n-grams) go first, ties by a number that id and content decide:
    the order does not depend on when a report came. All methods but `read` and `enter` are about
    reports that were read or entered before.
    """

    def __init__(self, load: Load) -> None:
        self._load = load
        self._leads: dict[int, int] = {}
        self._near: dict[int, bytes] = {}
        self._keys: dict[int, Key] = {}
        self._fresh: dict[int, int] = {}

    def read(self, numbers: Iterable[int]) -> None:
        """Read what is noted about reports, as far as it is not known yet."""
        unknown = sorted({number for number in numbers if number not in self._keys})
        for start in range(0, len(unknown), _AT_ONCE):
            self.enter(self._load(unknown[start : start + _AT_ONCE]))

    def enter(self, rows: Iterable[Noted]) -> None:
        """Take in what is known about reports."""
        for number, lead, near, size, fresh, tie in rows:
            self._leads[number] = lead
            self._near[number] = near
            self._keys[number] = (-size, tie, number)
            self._fresh[number] = fresh

    def lead(self, number: int) -> int:
        """The number of a report's leader (its own for a leader, 0 for one not settled yet)."""
        return self._leads[number]

    def leads(self, numbers: Ranks | Ints) -> Ints:
        """The leaders of some reports."""
        return np.array([self._leads[n] for n in numbers.tolist()], np.int64)

    def is_leader(self, numbers: Ranks | Ints) -> Flags:
        """Which of some reports lead."""
        marks: Flags = self.leads(numbers) == numbers
        return marks

    def fresh(self, numbers: Ranks | Ints) -> Ints:
        """How many n-grams that count each of some reports has."""
        return np.array([self._fresh[n] for n in numbers.tolist()], np.int64)

    def key(self, number: int) -> Key:
        """What the order of reports is by: of two, that with the smaller key goes first."""
        return self._keys[number]

    def places(self, numbers: Ranks | Ints) -> Ints:
        """The place of each of some reports among them, in the order of all."""
        wanted = numbers.tolist()
        order = sorted(set(wanted), key=self._keys.__getitem__)
        places = {number: place for place, number in enumerate(order)}
        return np.array([places[n] for n in wanted], np.int64)

    def later(self, numbers: Ranks | Ints, than: int) -> Flags:
        """Which of some reports go behind one in the order."""
        key = self._keys[than]
        return np.array([self._keys[n] > key for n in numbers.tolist()], np.bool_)

    def is_before(self, one: int, other: int) -> bool:
        """Whether a report goes before another in the order."""
        return self._keys[one] < self._keys[other]

    def near(self, numbers: Ranks | Ints) -> Ranks:
        """The entries of some reports, best first: rows of (leader, shared, verdict) or zeros."""
        nobody = bytes(12 * NEAR)
        data = b"".join(self._near[n] or nobody for n in numbers.tolist())
        return np.frombuffer(data, "<i4").reshape(-1, NEAR, 3)

    def entries(self, number: int) -> list[Entry]:
        """The leaders that a report is judged against, best first."""
        rows = np.frombuffer(self._near[number], "<i4").reshape(-1, 3)
        found = [(e[0], e[1], e[2]) for e in rows.tolist() if e[0]]
        if unknown := [e[0] for e in found if e[0] not in self._keys]:
            self.read(unknown)
        return found

    def follow(self, number: int, lead: int) -> None:
        """Give a report another leader."""
        self._leads[number] = lead

    def judged(self, number: int, entries: Sequence[Entry]) -> None:
        """Give a report other entries."""
        near = np.zeros((NEAR, 3), "<i4")
        if entries:
            near[: len(entries)] = entries
        self._near[number] = near.tobytes()

    def row(self, number: int) -> tuple[int, bytes, int]:
        """Leader, entries and number, as they are written."""
        return self._leads[number], self._near[number], number


def noted(connection: sqlite3.Connection) -> Load:
    """Reads what an archive notes."""
    query = (
        "SELECT report, leader, near, size, fresh, tie FROM version"
        " WHERE report IN (SELECT value FROM json_each(?))"
    )
    return lambda numbers: connection.execute(query, (orjson.dumps(numbers).decode(),))


def ordered_ties(ties: Keys) -> Ints:
    """64 bits as SQLite holds and orders them, with a sign."""
    return (ties ^ _SIGN).view(np.int64)
