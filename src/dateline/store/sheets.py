"""Coding sheets that were drawn from an archive, kept in it with a person's answers.

A sheet keeps the words of its findings, so that it says the same whatever the machine finds later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.errors import NotFoundError, UsageError
from dateline.store.archive import Archive
from dateline.store.connection import now, writing

__all__ = [
    "ANSWERS",
    "Item",
    "Sheet",
    "answer",
    "items",
    "keep",
    "keep_drawn",
    "last",
    "sheets",
    "undo",
]

ANSWERS = ("yes", "no", "cannot tell")
_ITEM = "kind, finding, a, b, words_a, words_b, at_a, at_b, answer"
_SHEET = "number, seed, size, version, epoch, reports, drawn"


@dataclass(frozen=True, slots=True)
class Item:
    """One finding to be judged: ``finding`` says what the machine found, ``a`` and ``b`` where.

    ``words_a`` and ``words_b`` are the words that it is about; ``at_a`` and ``at_b`` the code
    points where they begin, or where they would stand, as far as that is known. ``answer`` is the
    person's: one of `ANSWERS`, or empty.
    """

    kind: str
    finding: str
    a: str
    b: str
    words_a: str
    words_b: str
    at_a: int | None = None
    at_b: int | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a sheet was ``drawn`` (UTC): ``size`` findings of each kind at most, with a ``seed``.

    ``version`` is Dateline's; ``reports`` and ``epoch`` are the state of the archive then.
    """

    number: int
    seed: int
    size: int
    version: str
    epoch: int
    reports: int
    drawn: str


def keep(archive: Archive, drawn: Sequence[Item], seed: int, size: int, version: str) -> Sheet:
    """Keep a sheet that was drawn.

    Raises:
        InputError: another process kept writing for longer than ``archive.wait`` seconds.
    """
    connection = archive.connection
    with writing(connection, archive.path, archive.wait):
        number = connection.execute(
            "INSERT INTO sheet (seed, size, version, epoch, reports, drawn) VALUES (?, ?, ?,"
            " (SELECT max(number) FROM epoch), (SELECT count(*) FROM version), ?)",
            (seed, size, version, now()),
        ).lastrowid
        connection.executemany(
            f"INSERT INTO sheet_item (sheet, n, {_ITEM}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            [(number, n, *_values(item)) for n, item in enumerate(drawn, 1)],
        )
    return sheets(archive)[0]


def keep_drawn(connection: sqlite3.Connection, sheet: Sheet, drawn: Sequence[Item]) -> None:
    """Keep a sheet that was drawn elsewhere, with its answers; inside a transaction that writes."""
    about = (sheet.seed, sheet.size, sheet.version, sheet.epoch, sheet.reports, sheet.drawn)
    number = connection.execute(
        f"INSERT INTO sheet ({_SHEET.removeprefix('number, ')}) VALUES (?, ?, ?, ?, ?, ?)", about
    ).lastrowid
    connection.executemany(
        f"INSERT INTO sheet_item (sheet, n, {_ITEM}, turn)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, n, *_values(item), item.answer, n if item.answer else 0)
            for n, item in enumerate(drawn, 1)
        ],
    )


def _values(item: Item) -> tuple[str | int | None, ...]:
    words = (item.words_a, item.words_b, item.at_a, item.at_b)
    return (item.kind, item.finding, item.a, item.b, *words)


def sheets(archive: Archive) -> list[Sheet]:
    """All sheets, the one drawn last first."""
    rows = archive.connection.execute(f"SELECT {_SHEET} FROM sheet ORDER BY number DESC")
    return [Sheet(*row) for row in rows]


def items(archive: Archive, sheet: int) -> list[Item]:
    """The findings of a sheet in their order, with their answers."""
    rows = archive.connection.execute(
        f"SELECT {_ITEM} FROM sheet_item WHERE sheet = ? ORDER BY n", (sheet,)
    )
    return [Item(*row) for row in rows]


def answer(archive: Archive, sheet: int, n: int, given: str) -> None:
    """Answer finding ``n`` (from 1) of a sheet, or answer it otherwise.

    Raises:
        UsageError: it is none of `ANSWERS`.
        NotFoundError: the sheet has no such finding.
    """
    if given not in ANSWERS:
        raise UsageError(f"an answer is yes, no or cannot tell, not {given!r}")
    with writing(archive.connection, archive.path, archive.wait):
        done = archive.connection.execute(
            "UPDATE sheet_item SET answer = :given, turn = (SELECT coalesce(max(turn), 0) + 1"
            " FROM sheet_item WHERE sheet = :sheet) WHERE sheet = :sheet AND n = :n",
            {"given": given, "sheet": sheet, "n": n},
        ).rowcount
        if not done:
            raise NotFoundError(f"no finding {n} in sheet {sheet}")


def last(archive: Archive, sheet: int) -> int | None:
    """The finding of a sheet that was answered last."""
    row = archive.connection.execute(
        "SELECT n FROM sheet_item WHERE sheet = ? AND turn > 0 ORDER BY turn DESC LIMIT 1", (sheet,)
    ).fetchone()
    return int(row[0]) if row else None


def undo(archive: Archive, sheet: int) -> int | None:
    """Take the last answer of a sheet back; returns the finding that is open again."""
    with writing(archive.connection, archive.path, archive.wait):
        n = last(archive, sheet)
        archive.connection.execute(
            "UPDATE sheet_item SET answer = '', turn = 0 WHERE sheet = ? AND n = ?", (sheet, n)
        )
    return n
