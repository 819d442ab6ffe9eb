"""Searching by words: the archive's full-text index."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.model import Span

__all__ = ["Hit", "any_of", "frequency", "is_common", "newest", "search"]

# Found words are marked with characters that no text is likely to have; see _spans.
_OPEN, _CLOSE = "\x02", "\x03"
_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w")
_RAREST = 8
_MANY = 5000


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that has the words; ``spans`` are where its text has them, none if its title does.

    ``dispatch`` is the id of the dispatch that it is a version of.
    """

    report: str
    title: str
    outlet: str
    date: str
    dispatch: str
    text: str
    spans: tuple[Span, ...]


def search(connection: sqlite3.Connection, words: str, limit: int, offset: int = 0) -> list[Hit]:
    """The reports with all of ``words`` in title or text, best first (BM25, titles count double).

    Where more than 5,000 reports have them all, the newest in the archive come first: so common
    words tell no report from another, and ranking all would cost more the larger the archive is.
    ``offset`` of the best are passed over. Only the reports returned are read.

    Case and diacritics do not matter. ``"words in quotation marks"`` must stand together, and
    ``word*`` finds what begins so.

    Raises:
        UsageError: there is no word among ``words``.
    """
    query = " ".join(_terms(words))
    if not query:
        raise UsageError("no word to search for")
    order = "rowid DESC" if is_common(connection, words) else "bm25(report_words, 2.0, 1.0), rowid"
    best = [
        number
        for (number,) in connection.execute(
            "SELECT rowid FROM report_words WHERE report_words MATCH ?"
            f" ORDER BY {order} LIMIT ? OFFSET ?",
            (query, limit, offset),
        )
    ]
    rows = [_row(connection, query, number) for number in best]
    return [
        Hit(report, title, outlet, date, dispatch, text, _spans(text, marked))
        for report, title, outlet, date, dispatch, text, marked in rows
    ]


def is_common(connection: sqlite3.Connection, words: str) -> bool:
    """Whether more than 5,000 reports have all of these words; looks at no more than that."""
    query = " ".join(_terms(words))
    found = "SELECT 1 FROM report_words WHERE report_words MATCH ? LIMIT ?"
    values = (query, _MANY + 1)
    (count,) = connection.execute(f"SELECT count(*) FROM ({found})", values).fetchone()
    return bool(count > _MANY)


def _row(connection: sqlite3.Connection, query: str, number: int) -> tuple[str, ...]:
    """What a hit is made of."""
    row: tuple[str, ...] = connection.execute(
        "SELECT r.id, r.title, r.outlet, r.date, c.dispatch, r.text,"
        f" highlight(report_words, 1, '{_OPEN}', '{_CLOSE}') FROM report_words"
        " JOIN report AS r ON r.number = report_words.rowid"
        " JOIN version AS v ON v.report = r.number JOIN report AS c ON c.number = v.core"
        " WHERE report_words MATCH ? AND report_words.rowid = ?",
        (query, number),
    ).fetchone()
    return row


def any_of(connection: sqlite3.Connection, words: list[str], limit: int) -> list[int]:
    """The numbers of the reports that have most of the rarest of ``words``, best first."""
    rare = sorted(dict.fromkeys(words), key=lambda w: (frequency(connection, w), w))[:_RAREST]
    query = " OR ".join(f"text : {_quoted(word)}" for word in rare if _WORD.search(word))
    if not query:
        return []
    rows = connection.execute(
        "SELECT rowid FROM report_words WHERE report_words MATCH ? ORDER BY rank LIMIT ?",
        (query, limit),
    )
    return [number for (number,) in rows]


def newest(connection: sqlite3.Connection, word: str, before: int, limit: int) -> list[int]:
    """The numbers of the newest reports with a word among those below ``before``, newest first.

    Looks at no more than ``limit``, however many reports have it.
    """
    if not _WORD.search(word):
        return []
    rows = connection.execute(
        "SELECT rowid FROM report_words WHERE report_words MATCH ? AND rowid < ?"
        " ORDER BY rowid DESC LIMIT ?",
        (f"text : {_quoted(word)}", before, limit),
    )
    return [number for (number,) in rows]


def phrase(connection: sqlite3.Connection, words: list[str]) -> list[int]:
    """The numbers of all reports whose text has these words in a row."""
    if not any(map(_WORD.search, words)):
        return []
    rows = connection.execute(
        "SELECT rowid FROM report_words WHERE report_words MATCH ?",
        (f"text : {_quoted(' '.join(words))}",),
    )
    return [number for (number,) in rows]


def _terms(words: str) -> list[str]:
    terms = []
    for found in _TERM.finditer(words):
        term = found[1] if found[1] is not None else found[2]
        if _WORD.search(term):
            is_start = found[1] is None and term.endswith("*")
            terms.append(_quoted(term.rstrip("*")) + "*" * is_start)
    return terms


def _quoted(term: str) -> str:
    """A term as FTS5 takes it, whatever characters it has."""
    return '"' + term.replace('"', " ").replace("\0", " ") + '"'


def frequency(connection: sqlite3.Connection, word: str) -> int:
    """How many reports have a word, as far as the index knows it in this form."""
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab (main, report_words, row)"
    )
    row = connection.execute("SELECT doc FROM temp.word WHERE term = ?", (word,)).fetchone()
    return int(row[0]) if row else 0


def _spans(text: str, marked: str) -> tuple[Span, ...]:
    """Where the marks stand, counted in the text without them."""
    spans, at, start = [], 0, 0
    for part in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if part == _OPEN:
            start = at
        elif part == _CLOSE:
            spans.append(Span.of(text, start, at))
        else:
            at += len(part)
    return tuple(spans) if at == len(text) else ()
