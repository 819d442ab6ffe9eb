"""How far a watched archive has been told, and which files were read as they now are."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Report
from dateline.store.fingerprints import content_hash, words_hash

__all__ = [
    "File",
    "Standing",
    "begin",
    "earlier",
    "fresh",
    "is_known",
    "mark",
    "see",
    "standing",
    "untold",
]

_LAST = "SELECT id FROM report WHERE number < ? AND"
_FIRST = "ORDER BY number DESC LIMIT 1"

_NEAREST = (
    "SELECT id FROM version AS v JOIN report ON report.number = v.report"
    " LEFT JOIN relation AS x ON x.a = :core AND x.b = v.report"
    " LEFT JOIN relation AS y ON y.b = :core AND y.a = v.report"
    " WHERE v.core = :core AND v.report < :number"
    " ORDER BY coalesce(x.score, y.score) DESC, id LIMIT 1"
)

File = tuple[str, int, int]  # path, bytes, time of the last change (nanoseconds)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands: its dispatch, how many versions that has, and the one to compare with.

    ``before`` is the core, or where that came later, the version before the report that is nearest
    to the core; ``None`` for the first report of a dispatch.
    """

    dispatch: str
    versions: int
    before: str | None


def standing(connection: sqlite3.Connection, number: int) -> Standing:
    """Where a report stands; unless it is the core, what that costs does not grow."""
    core, dispatch, name, versions = connection.execute(
        "SELECT c.number, c.dispatch, c.id, card.versions FROM version AS v"
        " JOIN report AS c ON c.number = v.core JOIN card ON card.core = v.core WHERE v.report = ?",
        (number,),
    ).fetchone()
    if core < number:
        return Standing(dispatch, versions, name)
    row = connection.execute(_NEAREST, {"core": core, "number": number}).fetchone()
    return Standing(dispatch, versions, None if row is None else row[0])


def begin(connection: sqlite3.Connection) -> None:
    """Start telling: what is in the archive by now is no news. Later calls change nothing."""
    connection.execute(
        "INSERT INTO watch SELECT coalesce(max(number), 0) FROM report"
        " WHERE NOT EXISTS (SELECT 1 FROM watch)"
    )


def untold(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Number and id of the reports that came since, in their order."""
    return connection.execute(
        "SELECT number, id FROM report WHERE number > (SELECT told FROM watch) ORDER BY number"
    ).fetchall()


def mark(connection: sqlite3.Connection, number: int) -> None:
    """All reports up to this number have been told."""
    connection.execute("UPDATE watch SET told = max(told, ?)", (number,))


def fresh(connection: sqlite3.Connection, paths: Iterable[str]) -> list[File]:
    """The files among these that were not read as they are now; those that are gone are left."""
    found = []
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        file = path, status.st_size, status.st_mtime_ns
        query = "SELECT 1 FROM watched_file WHERE path = ? AND bytes = ? AND modified = ?"
        if not connection.execute(query, (os.fsencode(path), *file[1:])).fetchone():
            found.append(file)
    return found


def see(connection: sqlite3.Connection, files: Iterable[File]) -> None:
    """These files were read, as they were when `fresh` named them."""
    connection.executemany(
        "INSERT OR REPLACE INTO watched_file VALUES (?, ?, ?)",
        ((os.fsencode(path), size, modified) for path, size, modified in files),
    )


def is_known(connection: sqlite3.Connection, report: Report) -> bool:
    """Whether a record without a name of its own is in the archive from the same file already.

    When a feed has moved on, its third item is the fourth, and no other report for that.
    """
    path, _, record = report.id.rpartition(":")
    if report.id != report.source or not record.isdecimal():
        return False
    found = connection.execute(
        "SELECT 1 FROM report WHERE words = ? AND content = ?"
        " AND input IN (SELECT number FROM input WHERE path = ?)",
        (words_hash(report.text), content_hash(report), path),
    )
    return found.fetchone() is not None


def earlier(connection: sqlite3.Connection, number: int) -> str | None:
    """The last report before this one with the same address, or the same name in the same file.

    A name counts where no address is known, and where the input gave it: a record that is only the
    third of its file is another one when a feed has moved on.
    """
    ask = connection.execute
    name, url, path = ask(
        "SELECT name, url, coalesce(path, '') FROM report LEFT JOIN input"
        " ON input.number = report.input WHERE report.number = ?",
        (number,),
    ).fetchone()
    if url:
        row = ask(f"{_LAST} url <> '' AND url = ? {_FIRST}", (number, url)).fetchone()
    elif path and not name.startswith(f"{path}:"):
        same = "name = ? AND input IN (SELECT number FROM input WHERE path = ?)"
        row = ask(f"{_LAST} {same} {_FIRST}", (number, name, path)).fetchone()
    else:
        row = None
    return None if row is None else str(row[0])
