"""The manifest: each run with its version, settings, inputs and counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, fields

import orjson

import dateline
from dateline.store.connection import now

__all__ = ["Run", "begin", "count", "finish", "runs"]


@dataclass(frozen=True, slots=True)
class Run:
    """What was done to an archive; ``finished`` is ``None`` while it goes on or if it was killed.

    ``read`` counts reports, ``added`` those that were new, ``known`` those that were there already,
    ``skipped`` bad inputs.
    """

    number: int
    command: str
    version: str
    settings: str
    epoch: int
    started: str
    finished: str | None
    read: int
    added: int
    known: int
    skipped: int


def begin(
    connection: sqlite3.Connection, command: str, settings: Mapping[str, object], epoch: int
) -> int:
    """Enter a run that begins now; returns its number."""
    number = connection.execute(
        "INSERT INTO run (command, version, settings, epoch, started) VALUES (?, ?, ?, ?, ?)",
        (command, dateline.__version__, orjson.dumps(dict(settings)).decode(), epoch, now()),
    ).lastrowid
    assert number is not None  # an insertion has one
    return number


def count(connection: sqlite3.Connection, run: int, read: int, added: int) -> None:
    """Count the reports of one more batch."""
    connection.execute(
        "UPDATE run SET read = read + ?, added = added + ?, known = known + ? WHERE number = ?",
        (read, added, read - added, run),
    )


def finish(connection: sqlite3.Connection, run: int, skipped: int = 0) -> None:
    """Note that a run has come to its end."""
    connection.execute(
        "UPDATE run SET finished = ?, skipped = ? WHERE number = ?", (now(), skipped, run)
    )


def runs(connection: sqlite3.Connection) -> list[Run]:
    """All runs, the first one first."""
    names = ", ".join(field.name for field in fields(Run))
    return [Run(*row) for row in connection.execute(f"SELECT {names} FROM run ORDER BY number")]
