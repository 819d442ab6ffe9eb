"""Opening the file of an archive: settings of SQLite, migrations, and errors in plain words."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from dateline.errors import InputError, NotFoundError
from dateline.store.cards import refresh
from dateline.store.migrations import MIGRATIONS
from dateline.store.schema import APPLICATION, VERSION

__all__ = ["WAIT", "connect", "now", "reading", "writing"]

WAIT = 60.0
_PAGE = 8192
_CACHE_KIB = 64 << 10
_WITHOUT_SEGMENTS = 6
_PLACES_AS_DECIDED = 8


def connect(path: str | Path, create: bool = False) -> sqlite3.Connection:
    """Open an archive, or make an empty one with ``create``; old schemas are brought up to date.

    Raises:
        NotFoundError: there is no such file, and ``create`` is not set.
        InputError: the file is no archive, of a newer version, or cannot be opened.
    """
    if not create and not Path(path).exists():
        raise NotFoundError(f"{path}: no such archive (dateline add makes one)")
    try:
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    except sqlite3.Error as error:
        raise InputError(f"{path}: cannot be opened: {error}") from None
    try:
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: str | Path) -> None:
    with reading(path):
        if _is_empty(connection):
            connection.execute(f"PRAGMA page_size = {_PAGE}")
        elif _pragma(connection, "application_id") != APPLICATION:
            raise InputError(f"{path}: an SQLite file, but no archive of Dateline")
        version = _pragma(connection, "user_version")
        if version > VERSION:
            raise InputError(
                f"{path}: made by a newer Dateline (schema {version}, this one knows {VERSION})"
            )
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if version < VERSION:
            connection.execute("PRAGMA journal_mode = WAL")
            _migrate(connection, path)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value


def _migrate(connection: sqlite3.Connection, path: str | Path) -> None:
    """Run the steps that the file lacks, all or none; another process may have been faster."""
    with writing(connection, path):
        if _is_empty(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
        for number in range(_pragma(connection, "user_version"), VERSION):
            for statement in _statements(MIGRATIONS[number]):
                connection.execute(statement)
            if number + 1 == _WITHOUT_SEGMENTS:
                from dateline.store.segments import bring_over

                bring_over(connection)
            if number + 1 == _PLACES_AS_DECIDED:
                from dateline.store.moved_places import settle_all

                settle_all(connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would end the transaction."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""


@contextmanager
def reading(path: str | Path) -> Iterator[None]:
    """Turn what SQLite says about a bad file into one line."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise InputError(f"{path}: not an archive of Dateline") from None
        raise InputError(f"{path}: {error}") from None


@contextmanager
def writing(connection: sqlite3.Connection, path: str | Path, wait: float = WAIT) -> Iterator[None]:
    """One transaction: all of it or nothing, one writer at a time, readers never blocked.

    The cards of the dispatches that it changes are made anew at its end.

    Raises:
        InputError: another process has been writing for ``wait`` seconds.
    """
    connection.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")
    started = time.monotonic()
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        waited = time.monotonic() - started
        raise InputError(f"{path}: another process writes to it; waited {waited:.0f} s") from None
    try:
        yield
        refresh(connection)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def now() -> str:
    """The time, UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
