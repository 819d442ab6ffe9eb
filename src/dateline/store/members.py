"""The versions of a dispatch without their texts, a page at a time, the earliest first."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

__all__ = ["Member", "any_members", "core_by_id", "members", "members_by", "some_members"]

_FIELDS = "r.number, r.id, r.title, r.outlet, r.date, r.day"


@dataclass(frozen=True, slots=True)
class Member:
    """A version: its number and id, and what is known of where and when it ran."""

    number: int
    id: str
    title: str
    outlet: str
    date: str
    day: str


def members(connection: sqlite3.Connection, core: int, limit: int, offset: int = 0) -> list[Member]:
    """Some versions of the dispatch around a core by day, those of unknown day last."""
    rows = connection.execute(
        f"SELECT {_FIELDS} FROM version AS v JOIN report AS r ON r.number = v.report"
        " WHERE v.core = ? ORDER BY r.day = '', r.day, r.id LIMIT ? OFFSET ?",
        (core, limit, offset),
    )
    return [Member(*row) for row in rows]


def members_by(connection: sqlite3.Connection, core: int, outlet: str, limit: int) -> list[Member]:
    """Some versions of a dispatch that an outlet ran."""
    rows = connection.execute(
        f"SELECT {_FIELDS} FROM version AS v JOIN report AS r ON r.number = v.report"
        " WHERE v.core = ? AND r.outlet = ? ORDER BY r.id LIMIT ?",
        (core, outlet, limit),
    )
    return [Member(*row) for row in rows]


def some_members(connection: sqlite3.Connection, core: int, ids: list[str]) -> list[Member]:
    """The versions of a dispatch that have these ids, in the order asked for."""
    marks = ", ".join("?" * len(ids))
    rows = connection.execute(
        f"SELECT {_FIELDS} FROM version AS v JOIN report AS r ON r.number = v.report"
        f" WHERE v.core = ? AND r.id IN ({marks})",
        (core, *ids),
    )
    found = {row[1]: Member(*row) for row in rows}
    return [found[ident] for ident in dict.fromkeys(ids) if ident in found]


def any_members(connection: sqlite3.Connection, ids: list[str]) -> list[Member]:
    """The reports with these ids, whatever they are versions of."""
    marks = ", ".join("?" * len(ids))
    rows = connection.execute(f"SELECT {_FIELDS} FROM report AS r WHERE r.id IN ({marks})", ids)
    return [Member(*row) for row in rows]


def core_by_id(connection: sqlite3.Connection, dispatch: str) -> int | None:
    """The core of the dispatch that now holds the text which gave a dispatch this id.

    A dispatch takes its id from its core; links to it stay good when another report becomes core.
    """
    row = connection.execute(
        "SELECT core FROM report JOIN version ON report = number WHERE dispatch = ?"
        " ORDER BY core <> number LIMIT 1",
        (dispatch,),
    ).fetchone()
    return int(row[0]) if row else None
