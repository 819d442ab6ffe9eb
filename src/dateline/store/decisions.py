"""People's judgements, applied to what the machine found.

Judgements are kept by the words of the reports (`dateline.store.fingerprints`), so they hold for
every report with these words, now and later. They are applied one after the other in the order in
which they were made, so the last one wins:

``together``
    accepting or correcting a relation to *copy*, and merging: the dispatches of both become one.
``apart``
    rejecting a relation, correcting it to something else, and splitting: where both are in one
    dispatch, the report that was named first leaves it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

__all__ = ["apply"]


def apply(connection: sqlite3.Connection) -> None:
    """Set the core of every report from the machine's and the judgements."""
    wanted = _Dispatches(connection).after(
        connection.execute(
            "SELECT decision, relation, a_words, b_words FROM judgement"
            " WHERE undone IS NULL AND about = 'relation' ORDER BY number"
        )
    )
    others = connection.execute("SELECT report, machine FROM version WHERE core <> machine")
    wanted |= {number: machine for number, machine in others if number not in wanted}
    connection.executemany(  # only what is another than before: its cards are made anew
        "UPDATE version SET core = ?2 WHERE report = ?1 AND core <> ?2", wanted.items()
    )


class _Dispatches:
    """The dispatches that judgements touch, as they become one after the other."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._cores: dict[int, int] = {}
        self._members: dict[int, set[int]] = {}

    def after(self, judgements: Iterable[tuple[str, str, str, str]]) -> dict[int, int]:
        """The core of each report in a touched dispatch after all judgements."""
        for decision, relation, a_words, b_words in list(judgements):
            a, b = self._reports(a_words), self._reports(b_words)
            if relation == "copy":
                self._join(a, b)
            elif decision != "accept":
                self._part(a, b)
        return self._cores

    def _reports(self, words: str) -> list[int]:
        rows = self._connection.execute("SELECT number FROM report WHERE words = ?", (words,))
        return [number for (number,) in rows]

    def _core(self, number: int) -> int:
        if number not in self._cores:
            (machine,) = self._connection.execute(
                "SELECT machine FROM version WHERE report = ?", (number,)
            ).fetchone()
            members = self._connection.execute(
                "SELECT report FROM version WHERE machine = ?", (machine,)
            )
            self._members[machine] = {member for (member,) in members}
            self._cores |= dict.fromkeys(self._members[machine], machine)
        return self._cores[number]

    def _join(self, a: list[int], b: list[int]) -> None:
        """Make one dispatch of all that a and b are in; the core that goes first remains."""
        if not a or not b:
            return
        cores = {self._core(number) for number in (*a, *b)}
        members = set().union(*(self._members.pop(core) for core in cores))
        self._found(members, self._first(cores))

    def _part(self, a: list[int], b: list[int]) -> None:
        """Let all of a leave each dispatch that has one of b."""
        shared = {self._core(n) for n in a} & {self._core(n) for n in b}
        for core in shared:
            leaving = self._members[core].intersection(a) - set(b)
            staying = self._members.pop(core) - leaving
            for group in (leaving, staying):
                if group:
                    self._found(group, core if core in group else self._first(group))

    def _found(self, members: set[int], core: int) -> None:
        self._members[core] = members
        self._cores |= dict.fromkeys(members, core)

    def _first(self, numbers: Iterable[int]) -> int:
        return min(numbers, key=self._place)

    def _place(self, number: int) -> tuple[int, int]:
        """What the order of reports is by (`dateline.store.ledger`)."""
        place: tuple[int, int] = self._connection.execute(
            "SELECT -size, tie FROM version WHERE report = ?", (number,)
        ).fetchone()
        return place
