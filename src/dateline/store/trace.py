"""Tracing a draft or a single sentence: who carries it, whole, cut or altered, and since when.

Nothing is added to the archive. Whoever has five words of a sentence in a row is found by the
n-grams of all reports, every one of them; whoever has none of these in a row is found by its rarest
words, the best few hundred of them.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.match.sketch import sketch
from dateline.model import Anatomy, Edit, Passage, Relation, Report
from dateline.store import words
from dateline.store.archive import Archive
from dateline.store.carry import Carried, How, Reading, carried
from dateline.store.pairing import related
from dateline.store.postings import Postings
from dateline.store.probe import having
from dateline.store.rows import anatomies
from dateline.text import Tokens, analyse, tokenize

__all__ = ["Carrier", "Found", "Sentence", "Trace", "trace"]

DRAFT = "-"
_BY_WORDS = 300
_AT_ONCE = 400
_WORTH = 0.3
_SCRAP = 3
_SEVERAL = 3
_WORD = re.compile(r"\w+")
_ABOUT = (
    "SELECT r.id, r.title, r.outlet, r.date, r.day, c.dispatch FROM report AS r"
    " JOIN version ON report = r.number JOIN report AS c ON c.number = core WHERE r.number = ?"
)
_Carried = dict[int, Carried]  # by the place of the piece in the draft
_Found = dict[int, _Carried]


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence in a report; see `dateline.store.carry.Carried`."""

    report: str
    how: How
    share: float
    passages: tuple[Passage, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the draft, and where it was found: the earliest first, unknown dates last."""

    start: int
    end: int
    text: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that carries something of the draft.

    ``date`` is as given, ``day`` the same to compare by (ISO 8601, UTC where a zone was given);
    both are empty where unknown. ``share`` is the part of the draft's words that it carries,
    ``relation`` what the whole texts are to each other (``None``: too little to tell).
    """

    report: str
    title: str
    outlet: str
    date: str
    day: str
    dispatch: str
    share: float
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Trace:
    """Who carries a draft. ``since`` is the earliest known day; ``undated`` counts the others."""

    sentences: tuple[Sentence, ...]
    carriers: tuple[Carrier, ...]
    since: str
    undated: int


def trace(archive: Archive, text: str) -> Trace:
    """Find who carries ``text`` or parts of it."""
    draft = analyse(Report(DRAFT, text))
    ranges = _pieces(draft)
    pieces = list(ranges.values())
    found: _Found = {}
    for number, anatomy in _candidates(archive.connection, pieces):
        reading = Reading(anatomy)
        held = {n: c for n, piece in enumerate(pieces) if (c := carried(piece, reading))}
        if held:
            found[number] = held
    carriers = _carriers(archive.connection, draft, pieces, found)
    order = {c.report: n for n, c in enumerate(carriers)}
    names = dict(_names(archive.connection, found))
    days = [c.day for c in carriers if c.day]
    return Trace(
        tuple(_sentence(text, where, n, found, names, order) for n, where in enumerate(ranges)),
        tuple(carriers),
        min(days, default=""),
        len(carriers) - len(days),
    )


def _pieces(draft: Anatomy) -> dict[tuple[int, int], Tokens]:
    """The sentences of a draft, by their offsets; furniture and scraps only if there is no more."""
    text = draft.report.text
    body = [s for s in draft.sentences if s.role == "body"] or draft.sentences
    pieces = {(s.start, s.end): tokenize(text, s.start, s.end) for s in body}
    least = _SCRAP if any(len(piece) >= _SCRAP for piece in pieces.values()) else 1
    return {where: piece for where, piece in pieces.items() if len(piece) >= least}


def _candidates(
    connection: sqlite3.Connection, pieces: Sequence[Tokens]
) -> Iterator[tuple[int, Anatomy]]:
    """The reports that may carry one of the pieces."""
    texts = [piece.text[piece.starts[0] : piece.ends[-1]] for piece in pieces]
    numbers = having(Postings(connection), sketch(texts).keys)
    for text in texts:
        parts = _WORD.findall(text.lower())
        numbers.update(words.phrase(connection, parts))
        numbers.update(words.any_of(connection, parts, _BY_WORDS))
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _AT_ONCE):
        yield from anatomies(connection, wanted[start : start + _AT_ONCE]).items()


def _carriers(
    connection: sqlite3.Connection, draft: Anatomy, pieces: Sequence[Tokens], found: _Found
) -> list[Carrier]:
    """The reports, earliest first."""
    size = sum(map(len, pieces))
    carriers = []
    for number, held in found.items():
        about: tuple[str, str, str, str, str, str] = connection.execute(
            _ABOUT, (number,)
        ).fetchone()
        share = sum(c.share * len(pieces[n]) for n, c in held.items()) / size
        relation = None
        if len(pieces) >= _SEVERAL and share >= _WORTH:
            relation = related(connection, draft, anatomies(connection, [number])[number])
        carriers.append(Carrier(*about, share, relation))
    return sorted(carriers, key=lambda c: (not c.day, c.day, -c.share, c.report))


def _names(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    for number in numbers:
        yield number, connection.execute(_ABOUT, (number,)).fetchone()[0]


def _sentence(
    text: str,
    where: tuple[int, int],
    n: int,
    found: _Found,
    names: dict[int, str],
    order: dict[str, int],
) -> Sentence:
    places = [
        Found(names[number], c.how, c.share, c.passages, c.edits)
        for number, held in found.items()
        if (c := held.get(n))
    ]
    places.sort(key=lambda f: order[f.report])
    return Sentence(*where, text[slice(*where)], tuple(places))
