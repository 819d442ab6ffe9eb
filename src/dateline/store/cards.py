"""Dispatches in figures, kept beside the archive's data so that a list costs what it shows.

A page of a list reads twenty cards in the order of an index, however many reports there are.
Triggers note which dispatches a transaction changed (see `dateline.store.schema`); `refresh` makes
their cards anew before it ends.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Literal

import orjson

from dateline.store import places

__all__ = [
    "Card",
    "Order",
    "Wanted",
    "cards",
    "of_place",
    "outlet_called",
    "outlets",
    "refresh",
    "totals",
]

Order = Literal["versions", "newest"]

_OPENING = 280
_SHOWN_OUTLETS = 5
_SHOWN_PLACES = 3
# CROSS JOIN is read from left to right: from the few that are stale, whatever SQLite thinks of it.
_STALE = "stale CROSS JOIN version ON version.core = stale.core"
_OF_REPORTS = f"{_STALE} CROSS JOIN report ON report.number = version.report"
_REFRESH = (
    "DELETE FROM card WHERE core IN (SELECT core FROM stale)",
    "DELETE FROM card_outlet WHERE core IN (SELECT core FROM stale)",
    "INSERT INTO card SELECT core, sum(n), (SELECT count(DISTINCT nullif(outlet, '')) FROM version"
    " JOIN report ON number = report WHERE version.core = by_day.core), coalesce(min(nullif(day,"
    " '')), ''), max(day), json_group_object(day, n) FROM (SELECT stale.core AS core,"
    f" substr(day, 1, 10) AS day, count(*) AS n FROM {_OF_REPORTS} GROUP BY 1, 2) AS by_day"
    " GROUP BY core",
    "INSERT INTO card_outlet SELECT stale.core, report.outlet, count(*), card.versions,"
    f" card.last_day FROM {_OF_REPORTS} CROSS JOIN card ON card.core = stale.core"
    " GROUP BY stale.core, report.outlet",
    "DELETE FROM card_place WHERE core IN (SELECT core FROM stale)",
    "INSERT INTO card_place SELECT stale.core, place, sum(mentions), card.versions, card.last_day"
    f" FROM {_STALE} CROSS JOIN report_place ON report_place.report = version.report"
    " CROSS JOIN card ON card.core = stale.core GROUP BY stale.core, place",
    "DELETE FROM stale",
)
_BODY = (
    "coalesce((SELECT json_extract(value, '$[0]') FROM json_each(r.pieces)"
    " WHERE json_extract(value, '$[2]') = 'body' LIMIT 1), 0)"
)
_CARD = (
    f"SELECT r.dispatch, r.id, r.title, substr(r.text, 1 + {_BODY}, {_OPENING}),"
    " c.versions, c.outlets,"
    " c.first_day, c.last_day, c.days, c.core FROM {source} JOIN report AS r ON r.number = c.core"
    " WHERE {plus}c.versions >= :least{where} ORDER BY {order} LIMIT :limit OFFSET :offset"
)
_ORDERS: dict[Order, str] = {
    "versions": "{t}.versions DESC, {t}.core",
    "newest": "{t}.last_day DESC, {t}.core",
}


@dataclass(frozen=True, slots=True)
class Card:
    """A dispatch in figures. ``title`` and ``opening`` (how its body begins) are the core's.

    ``outlets`` counts all, ``names`` has those of most versions. ``days`` says how many versions
    are of which day (ISO 8601, UTC; an empty one is unknown). ``places`` are those named most where
    the versions begin, as most reports write them.
    """

    id: str
    core: str
    title: str
    opening: str
    versions: int
    outlets: int
    names: tuple[str, ...]
    first_day: str
    last_day: str
    days: dict[str, int]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cards: of at least ``least`` versions, of an ``outlet``, a place, last seen in a time.

    ``place`` is any name that a report or the gazetteer gives it. ``since`` and ``until`` are days,
    both included; empty ones do not limit. A dispatch is in a time if its latest version is.
    """

    least: int = 1
    outlet: str = ""
    since: str = ""
    until: str = ""
    order: Order = "versions"
    place: str = ""


def refresh(connection: sqlite3.Connection) -> None:
    """Make the cards of changed dispatches anew; inside a transaction that writes."""
    if connection.execute("SELECT 1 FROM stale LIMIT 1").fetchone():
        for statement in _REFRESH:
            connection.execute(statement)


def cards(
    connection: sqlite3.Connection, wanted: Wanted, limit: int, offset: int = 0
) -> list[Card]:
    """Some cards in the order wanted.

    Where two of outlet, place and time are given the cost grows with what one of them alone has.
    """
    if wanted.place:
        source, where = of_place(connection, wanted), ""
        order = _ORDERS[wanted.order].format(t="c")
    else:
        table = "o" if wanted.outlet else "c"
        joined = "card_outlet AS o JOIN card AS c ON c.core = o.core"
        source = joined if wanted.outlet else "card AS c"
        where = " AND o.outlet = :outlet" if wanted.outlet else ""
        where += _in_time(wanted, table)
        order = _ORDERS[wanted.order].format(t=table)
    query = _CARD.format(source=source, plus=_plus(wanted), where=where, order=order)
    values = {"least": wanted.least, "outlet": wanted.outlet, "limit": limit, "offset": offset}
    values |= {"since": wanted.since, "until": wanted.until}
    rows = connection.execute(query, values).fetchall()
    return [_card(connection, *row) for row in rows]


def _plus(wanted: Wanted) -> str:
    """What keeps SQLite off the other order's index."""
    return "" if wanted.order == "versions" else "+"


def _in_time(wanted: Wanted, table: str) -> str:
    since = f" AND {table}.last_day >= :since" if wanted.since else ""
    return since + (f" AND {table}.last_day < :until || 'x'" if wanted.until else "")


def of_place(connection: sqlite3.Connection, wanted: Wanted) -> str:
    """The cards ``c`` of all places of a name as a source: of each as many as could be shown."""
    numbers = places.known(connection, wanted.place)
    where = _in_time(wanted, "p")
    if wanted.outlet:
        where += (
            " AND EXISTS (SELECT 1 FROM card_outlet AS o"
            " WHERE o.core = p.core AND o.outlet = :outlet)"
        )
    order = _ORDERS[wanted.order].format(t="p")
    each = (
        f"SELECT * FROM (SELECT p.core FROM card_place AS p WHERE p.place = {number}"
        f" AND {_plus(wanted)}p.versions >= :least{where} ORDER BY {order}"
        " LIMIT :limit + :offset)"
        for number in numbers
    )
    some = " UNION ".join(each) or "SELECT 0 AS core WHERE 0"
    return f"({some}) AS found JOIN card AS c ON c.core = found.core"


def card(connection: sqlite3.Connection, core: int) -> Card:
    """The card of the dispatch around a core."""
    one = {"source": "card AS c", "plus": "", "where": " AND c.core = :core", "order": 1}
    query = _CARD.format(**one)
    values = {"least": 1, "core": core, "limit": 1, "offset": 0}
    return _card(connection, *connection.execute(query, values).fetchone())


def _card(
    connection: sqlite3.Connection,
    ident: str,
    core: str,
    title: str,
    opening: str,
    versions: int,
    outlets: int,
    first: str,
    last: str,
    days: str,
    number: int,
) -> Card:
    names = connection.execute(
        "SELECT outlet FROM card_outlet WHERE core = ? AND outlet <> ''"
        " ORDER BY reports DESC, outlet LIMIT ?",
        (number, _SHOWN_OUTLETS),
    )
    shown = tuple(name for (name,) in names)
    figures = (versions, outlets, shown, first, last)
    where = places.of_card(connection, number, _SHOWN_PLACES)
    return Card(ident, core, title, opening, *figures, orjson.loads(days), where)


def totals(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """How many reports, dispatches, and dispatches in several versions there are, at no cost."""
    reports = connection.execute("SELECT coalesce(max(number), 0) FROM report").fetchone()[0]
    dispatches, several = connection.execute("SELECT * FROM total").fetchone()
    return reports, dispatches, several


def outlets(connection: sqlite3.Connection, limit: int) -> list[tuple[str, int]]:
    """The outlets of most reports with their number."""
    return connection.execute(
        "SELECT name, reports FROM outlet ORDER BY reports DESC, name LIMIT ?", (limit,)
    ).fetchall()


def outlet_called(connection: sqlite3.Connection, name: str) -> str:
    """An outlet's name as reports have it, whatever its capitals; empty where there is none."""
    row = connection.execute(
        "SELECT name FROM outlet WHERE name = ?1 COLLATE NOCASE ORDER BY name <> ?1, reports DESC",
        (name,),
    ).fetchone()
    return row[0] if row else ""
