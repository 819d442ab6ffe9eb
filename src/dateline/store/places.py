"""The index of places: which dispatches name a place, by any name that a report gives it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from dateline.store.named import Named

__all__ = ["clear", "forget", "in_card", "known", "of_card", "suggested", "unplaced", "write"]

_REGION = 5  # where_prec: countries and larger tell little; what is not placed may be a village


def write(connection: sqlite3.Connection, report: int, places: Iterable[Named]) -> None:
    """Note the places of a new report; inside a transaction that writes."""
    for one in places:
        place = _number(connection, one)
        connection.execute(
            "INSERT INTO report_place VALUES (?, ?, ?)", (report, place, one.mentions)
        )
        connection.execute("UPDATE place SET reports = reports + 1 WHERE number = ?", (place,))
        _call(connection, one.written, place, 1)


def forget(connection: sqlite3.Connection, report: int, places: Iterable[Named]) -> None:
    """Take back what `write` noted of a report."""
    from dateline.claims.places.spelling import key

    rows = connection.execute("SELECT place FROM report_place WHERE report = ?", (report,))
    connection.executemany("UPDATE place SET reports = reports - 1 WHERE number = ?", rows)
    connection.execute("DELETE FROM report_place WHERE report = ?", (report,))
    connection.executemany(
        "UPDATE place_name SET reports = max(0, reports - 1)"
        " WHERE name = ? AND place = (SELECT number FROM place WHERE key = ?)",
        ((key(one.written), one.key) for one in places),
    )


def _number(connection: sqlite3.Connection, one: Named) -> int:
    row = connection.execute("SELECT number FROM place WHERE key = ?", (one.key,)).fetchone()
    if row is not None:
        return int(row[0])
    made = connection.execute(
        "INSERT INTO place (key, gazetteer, precision) VALUES (?, ?, ?)",
        (one.key, one.gazetteer, one.precision),
    ).lastrowid
    assert made is not None  # an insertion has one
    if one.gazetteer:
        _call(connection, one.gazetteer, made, 0)
    return made


def _call(connection: sqlite3.Connection, written: str, place: int, reports: int) -> None:
    from dateline.claims.places.spelling import key

    connection.execute(
        "INSERT INTO place_name VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET reports = reports + excluded.reports",
        (key(written), place, written, reports),
    )


def clear(connection: sqlite3.Connection) -> None:
    """Forget all places, before those of all reports are written anew."""
    for table in ("card_place", "report_place", "place_name", "place", "unplaced"):
        connection.execute(f"DELETE FROM {table}")


def known(connection: sqlite3.Connection, name: str) -> list[int]:
    """The numbers of the places that reports or the gazetteer call so, however it is spelled."""
    from dateline.claims.places.spelling import key

    rows = connection.execute("SELECT place FROM place_name WHERE name = ?", (key(name),))
    return [place for (place,) in rows]


def suggested(connection: sqlite3.Connection, limit: int) -> list[tuple[str, int]]:
    """The places that most reports name, as most of them write it, with their number."""
    rows = connection.execute(
        f"SELECT ({_WRITTEN}), reports FROM place AS p WHERE reports > 0"
        " ORDER BY reports DESC LIMIT ?",
        (limit,),
    )
    found: dict[str, int] = {}
    for name, reports in rows:
        found.setdefault(name, reports)
    return list(found.items())


_WRITTEN = (
    "SELECT written FROM place_name WHERE place = p.number ORDER BY reports DESC, written LIMIT 1"
)


def of_card(connection: sqlite3.Connection, core: int, limit: int) -> tuple[str, ...]:
    """What a dispatch's places are called, those named most first; countries where it has no other.

    A city and the province of its name are told once.
    """
    rows = connection.execute(
        f"SELECT ({_WRITTEN}), p.precision <= {_REGION} OR p.gazetteer = '' FROM card_place AS c"
        " JOIN place AS p ON p.number = c.place WHERE c.core = ? AND c.mentions > 0"
        " ORDER BY c.mentions DESC, p.reports, p.number",
        (core,),
    ).fetchall()
    near = [name for name, is_near in rows if is_near]
    return tuple(dict.fromkeys(near or [name for name, _ in rows]))[:limit]


def in_card(connection: sqlite3.Connection, core: int, name: str) -> bool:
    """Whether a dispatch names a place where its versions begin."""
    rows = connection.execute("SELECT place FROM card_place WHERE core = ?", (core,))
    return not {place for (place,) in rows}.isdisjoint(known(connection, name))


def unplaced(connection: sqlite3.Connection) -> int:
    """How many reports came before there was an index of places."""
    count: int = connection.execute("SELECT count(*) FROM unplaced").fetchone()[0]
    return count
