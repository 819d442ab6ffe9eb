"""Reports as rows, and rows as reports."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from dateline.model import Anatomy, Damage, Report, Sentence, Span
from dateline.store.fingerprints import content_hash, words_hash
from dateline.store.named import Named, named
from dateline.text.days import comparable

__all__ = ["FIELDS", "Prepared", "Task", "anatomies", "from_row", "prepare", "rows", "texts"]

FIELDS = "id, text, title, outlet, date, url, source"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report with what is derived from it alone; ``pieces`` and ``damage`` are JSON."""

    report: Report
    content: str
    words: str
    day: str
    language: str
    pieces: bytes
    damage: bytes
    places: tuple[Named, ...]


Task = tuple[Report, str]  # a report and the hash of its content


def prepare(report: Report, content: str = "") -> Prepared:
    """Take a report apart; ``content`` is its hash, if that is known already."""
    from dateline.text import analyse
    from dateline.text.language import language

    anatomy = analyse(report)
    pieces = [(s.start, s.end, s.role) for s in anatomy.sentences]
    written_in = language(report.text)
    return Prepared(
        report,
        content or content_hash(report),
        words_hash(report.text),
        comparable(report.date),
        written_in,
        orjson.dumps(pieces),
        orjson.dumps([_damage_row(d) for d in anatomy.damage]),
        named(anatomy, written_in),
    )


def anatomies(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Anatomy]:
    """The reports with these numbers taken apart, as they were when they were added."""
    return {number: from_row(row) for number, row in rows(connection, numbers).items()}


def rows(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[Any, ...]]:
    """The reports with these numbers as `from_row` takes them."""
    found = _selected(connection, f"number, pieces, damage, {FIELDS}", numbers)
    return {row[0]: row[1:] for row in found}


def texts(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The texts of the reports with these numbers."""
    return dict(_selected(connection, "number, text", numbers))


def from_row(row: tuple[Any, ...]) -> Anatomy:
    """The anatomy in a row of pieces, damage and the fields of a report."""
    pieces, damage, *fields = row
    report = Report(*fields)
    text = report.text
    sentences = tuple(
        Sentence(n, start, end, text[start:end], role)
        for n, (start, end, role) in enumerate(orjson.loads(pieces))
    )
    return Anatomy(report, sentences, tuple(_damage(d, text) for d in orjson.loads(damage)))


def _selected(
    connection: sqlite3.Connection, columns: str, numbers: Iterable[int]
) -> Iterator[tuple[Any, ...]]:
    wanted = list(numbers)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from connection.execute(
            f"SELECT {columns} FROM report WHERE number IN ({marks})", some
        )


def _damage_row(damage: Damage) -> list[object]:
    return [damage.kind, damage.count, [(s.start, s.end) for s in damage.examples]]


def _damage(row: list[Any], text: str) -> Damage:
    kind, count, examples = row
    return Damage(kind, count, tuple(Span.of(text, start, end) for start, end in examples))
