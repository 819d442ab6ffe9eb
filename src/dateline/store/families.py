"""The dispatches of an archive, put together anew where something has changed.

Groups that are joined by a copy between them are looked at together: `dateline.match.dispatches`
decides which reports are cores and which core each other report is a version of. Nothing outside
them can change that, so only they are read again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from dateline.match import dispatches
from dateline.model import Relation
from dateline.store.ledger import Ledger

__all__ = ["regroup"]

_COPIES = (
    "SELECT r.a, r.b, r.score, r.containment_ab, r.containment_ba FROM version AS v"
    " JOIN relation AS r ON r.{end} = v.report AND r.relation = 'copy' WHERE v.leader = ?"
)
_Row = tuple[int, int, float, float, float]


def regroup(connection: sqlite3.Connection, ledger: Ledger, leaders: Iterable[int]) -> None:
    """Find the dispatches that the groups of ``leaders`` are in, and note each report's core."""
    done: set[int] = set()
    for leader in sorted(leaders):
        if leader not in done:
            together, rows = _component(connection, ledger, leader)
            done |= together
            cores = _cores(connection, _members(connection, together), rows)
            connection.executemany(
                "UPDATE version SET machine = ? WHERE report = ? AND machine <> ?",
                ((core, number, core) for number, core in cores),
            )


def _component(
    connection: sqlite3.Connection, ledger: Ledger, leader: int
) -> tuple[set[int], dict[tuple[int, int], _Row]]:
    """The leaders of all groups that hang together with one by copies, and these copies."""
    found, waiting = {leader}, [leader]
    rows: dict[tuple[int, int], _Row] = {}
    while waiting:
        for row in _copies(connection, waiting.pop()):
            rows[row[:2]] = row
            for end in row[:2]:
                ledger.read([end])
                lead = ledger.lead(end)
                if lead not in found:
                    found.add(lead)
                    waiting.append(lead)
    return found, rows


def _copies(connection: sqlite3.Connection, leader: int) -> Iterator[_Row]:
    for end in ("a", "b"):
        yield from connection.execute(_COPIES.format(end=end), (leader,))


def _members(connection: sqlite3.Connection, leaders: Iterable[int]) -> dict[int, str]:
    """The reports of some groups, with their ids."""
    found: dict[int, str] = {}
    for leader in leaders:
        found.update(
            connection.execute(
                "SELECT report, id FROM version JOIN report ON number = report WHERE leader = ?",
                (leader,),
            )
        )
    return found


def _cores(
    connection: sqlite3.Connection, members: dict[int, str], rows: dict[tuple[int, int], _Row]
) -> list[tuple[int, int]]:
    """Each report with the core of its dispatch."""
    if len(members) == 1:
        return [(number, number) for number in members]
    numbers = {report: number for number, report in members.items()}
    relations = (
        Relation(members[a], members[b], "copy", score, in_b, in_a)
        for a, b, score, in_b, in_a in rows.values()
    )
    return [
        (numbers[version], numbers[dispatch.core])
        for dispatch in dispatches(numbers, relations)
        for version in dispatch.versions
    ]
