"""Which reports of a batch are new, what they are called, and how they are written."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence

from dateline.match.dispatches import dispatch_id
from dateline.model import Report
from dateline.store import moved_places, places
from dateline.store.fingerprints import content_hash
from dateline.store.rows import Prepared

__all__ = ["insert", "name_of", "unknown"]

_NUMBERED = re.compile(r"(.+)#(\d+)", re.DOTALL)


def name_of(report_id: str) -> str:
    """The id without the number that a second report with it got (``x#2`` is another ``x``)."""
    found = _NUMBERED.fullmatch(report_id)
    return found[1] if found and int(found[2]) > 1 else report_id


def unknown(connection: sqlite3.Connection, reports: Iterable[Report]) -> list[tuple[Report, str]]:
    """The reports that are not in the archive, each once, with the hashes of their content."""
    found: dict[tuple[str, str], Report] = {}
    for report in reports:
        key = name_of(report.id), content_hash(report)
        if key not in found and not _is_there(connection, *key):
            found[key] = report
    return [(report, content) for (_, content), report in found.items()]


def insert(
    connection: sqlite3.Connection,
    prepared: Sequence[Prepared],
    inputs: Sequence[int | None],
    run: int,
) -> list[tuple[int, str, Prepared]]:
    """Write reports that are new; returns them with their numbers and the ids that they got.

    A report whose id another one has is called ``ID#2``, as in reading.
    """
    made = []
    for new, where in zip(prepared, inputs, strict=True):
        name = name_of(new.report.id)
        if _is_there(connection, name, new.content):
            continue
        made.append((*_insert(connection, new, name, where, run), new))
    return made


def _is_there(connection: sqlite3.Connection, name: str, content: str) -> bool:
    row = connection.execute(
        "SELECT 1 FROM report WHERE name = ? AND content = ?", (name, content)
    ).fetchone()
    return row is not None


def _insert(
    connection: sqlite3.Connection, new: Prepared, name: str, where: int | None, run: int
) -> tuple[int, str]:
    report = new.report
    given = _free_id(connection, report.id, name)
    row = (
        given,
        name,
        dispatch_id(given),
        report.title,
        report.outlet,
        report.date,
        report.url,
        report.source,
        new.language,
        new.day,
        new.content,
        new.words,
        where,
        run,
        new.pieces.decode(),
        new.damage.decode(),
        report.text,
    )
    number = connection.execute(
        "INSERT INTO report (id, name, dispatch, title, outlet, date, url, source, language, day,"
        " content, words, input, run, pieces, damage, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    ).lastrowid
    connection.execute(
        "INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)",
        (number, report.title, report.text),
    )
    assert number is not None  # an insertion has one
    places.write(connection, number, new.places)
    moved_places.settle(connection, number, new.words, report.text)
    return number, given


def _free_id(connection: sqlite3.Connection, wanted: str, name: str) -> str:
    n, given = 1, wanted
    while connection.execute("SELECT 1 FROM report WHERE id = ?", (given,)).fetchone():
        n += 1
        given = f"{name}#{n}"
    return given
