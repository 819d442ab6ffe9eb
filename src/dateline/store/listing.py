"""Dispatches and relations as values, with what people decided about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from dateline.errors import NotFoundError
from dateline.model import Dispatch, Passage, Relation
from dateline.store.cards import Wanted, of_place
from dateline.store.pairing import judged
from dateline.store.verdicts import Verdicts

__all__ = [
    "Summary",
    "around",
    "between",
    "core_of",
    "cores",
    "crossing",
    "dispatch",
    "relations",
    "summaries",
]

_RELATION = (
    "SELECT x.id, y.id, r.relation, r.score, r.containment_ab, r.containment_ba, r.passages,"
    " r.evidence, x.words, y.words FROM {source} JOIN report AS x ON x.number = r.a"
    " JOIN report AS y ON y.number = r.b"
)
# The links of the versions of a dispatch to its core, and to the machine's core where that differs.
_LINKS = (
    "version AS v JOIN relation AS r ON r.a = v.{core} AND r.b = v.report AND v.core = :core",
    "version AS v JOIN relation AS r ON r.b = v.{core} AND r.a = v.report AND v.core = :core",
)
_CROSSING = (
    "version AS v JOIN relation AS r ON r.{here} = v.report AND v.core = :core"
    " JOIN version AS w ON w.report = r.{there} AND w.core <> :core"
)
_OPENING = 200
_ANY_BETWEEN = (
    "SELECT 1 FROM report AS x JOIN report AS y ON y.words = ? JOIN relation AS r"
    " ON (r.a = x.number AND r.b = y.number) OR (r.a = y.number AND r.b = x.number)"
    " WHERE x.words = ? LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Summary:
    """A dispatch in one line. ``title`` and ``opening`` (its first words) are the core's.

    Days are ISO 8601 (UTC where a zone was given), empty where none is known.
    """

    id: str
    core: str
    title: str
    opening: str
    versions: int
    outlets: int
    first_day: str
    last_day: str


def cores(connection: sqlite3.Connection, least: int) -> Iterator[int]:
    """The cores of the dispatches of ``least`` versions or more, largest dispatches first."""
    rows = connection.execute(
        "SELECT core FROM card JOIN report ON number = core WHERE versions >= ?"
        " ORDER BY versions DESC, id",
        (least,),
    )
    for (core,) in rows.fetchall():
        yield core


def counts(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many dispatches there are, and how many of them have several versions."""
    row: tuple[int, int] = connection.execute("SELECT dispatches, several FROM total").fetchone()
    return row


def summaries(
    connection: sqlite3.Connection, least: int, limit: int, place: str = ""
) -> list[Summary]:
    """The ``limit`` largest dispatches of at least ``least`` versions; reads no others.

    ``place`` is any name of a place that they name where they begin.
    """
    source = of_place(connection, Wanted(least, place=place)) if place else "card AS c"
    rows = connection.execute(
        f"SELECT r.dispatch, r.id, r.title, substr(r.text, 1, {_OPENING}), c.versions, c.outlets,"
        f" c.first_day, c.last_day FROM {source} JOIN report AS r ON r.number = c.core"
        " WHERE c.versions >= :least ORDER BY c.versions DESC, c.core LIMIT :limit",
        {"least": least, "limit": limit, "offset": 0},
    )
    return [Summary(*row) for row in rows]


def core_of(connection: sqlite3.Connection, name: str, path: str) -> int:
    """The core of the dispatch with an id, or of the one that a report is a version of.

    Raises:
        NotFoundError: there is neither such a dispatch nor such a report.
    """
    for column in ("id", "dispatch"):
        row = connection.execute(
            f"SELECT core, report FROM version JOIN report ON number = report WHERE {column} = ?",
            (name,),
        ).fetchone()
        if row is not None and (column == "id" or row[0] == row[1]):
            return int(row[0])
    raise NotFoundError(f"{path}: no report and no dispatch {name!r}")


def cores_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    """The ids of the cores of the dispatches that some reports are versions of, each once.

    In the order of ``numbers``, of which there are at most some hundreds.
    """
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(
        "SELECT v.report, c.id FROM version AS v JOIN report AS c ON c.number = v.core"
        f" WHERE v.report IN ({marks})",
        numbers,
    )
    core = dict(rows.fetchall())
    return list(dict.fromkeys(core[number] for number in numbers if number in core))


def dispatch(connection: sqlite3.Connection, core: int) -> Dispatch:
    """The dispatch around a core: the core, then the others, surest copies first."""
    rows = connection.execute(
        "SELECT report, id, dispatch FROM version JOIN report ON number = report WHERE core = ?",
        (core,),
    )
    ids = {number: (name, dispatch_id) for number, name, dispatch_id in rows}
    name, dispatch_id = ids.pop(core)
    links = _links(connection, core)
    score = {end: link.score for link in reversed(links) for end in (link.a, link.b)}
    others = sorted((i for i, _ in ids.values()), key=lambda i: (-score.get(i, 0.0), i))
    return Dispatch(dispatch_id, name, (name, *others), tuple(links))


def crossing(connection: sqlite3.Connection, core: int) -> list[Relation]:
    """The relations of the versions of a dispatch with versions of others, surest first."""
    sources = (_CROSSING.format(here=h, there=t) for h, t in (("a", "b"), ("b", "a")))
    found = [r for source in sources for r in _kept(connection, source, {"core": core})]
    found += [r for r, cores in _decided(connection) if core in cores and cores != {core}]
    return sorted(found, key=_surest_first)


def around(connection: sqlite3.Connection, report: int, limit: int) -> list[Relation]:
    """Some relations of one report that are kept, surest first."""
    columns = "(SELECT * FROM relation WHERE {end} = :report ORDER BY score DESC LIMIT :limit) AS r"
    values = {"report": report, "limit": limit}
    found = [r for end in "ab" for r in _kept(connection, columns.format(end=end), values)]
    return sorted(found, key=_surest_first)[:limit]


def relations(connection: sqlite3.Connection) -> Iterator[Relation]:
    """All relations, in order of the ids; then those that people found where none is kept."""
    yield from _kept(connection, "relation AS r", {}, " ORDER BY x.id, y.id")
    yield from (r for r, _ in _decided(connection))


def between(connection: sqlite3.Connection, one: int, other: int) -> Relation | None:
    """The relation of two reports as people see it, if there is one worth telling."""
    both = "(a = :one AND b = :other) OR (a = :other AND b = :one)"  # each by the primary key
    source = f"(SELECT * FROM relation WHERE {both}) AS r"
    values = {"one": one, "other": other}
    for found in _kept(connection, source, values):
        return found
    found = judged(connection, one, other)
    words = connection.execute(
        "SELECT (SELECT words FROM report WHERE number = :one),"
        " (SELECT words FROM report WHERE number = :other)",
        values,
    ).fetchone()
    return next(Verdicts(connection).apply([(found, *words)]), None)


def _links(connection: sqlite3.Connection, core: int) -> list[Relation]:
    sources = [link.format(core=end) for end in ("core", "machine") for link in _LINKS]
    found = {r for source in sources for r in _kept(connection, source, {"core": core})}
    found |= {r for r, cores in _decided(connection) if cores == {core}}
    return sorted(found, key=_surest_first)


def _surest_first(relation: Relation) -> tuple[float, str, str]:
    return -relation.score, relation.a, relation.b


def _kept(
    connection: sqlite3.Connection, source: str, values: dict[str, int], order: str = ""
) -> Iterator[Relation]:
    rows = connection.execute(_RELATION.format(source=source) + order, values)
    return Verdicts(connection).apply(_as_relations(rows))


def _as_relations(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Relation, str, str]]:
    for a, b, kind, score, in_b, in_a, passages, evidence, a_words, b_words in rows:
        places = tuple(Passage((p[0], p[1]), (p[2], p[3])) for p in orjson.loads(passages))
        grounds = tuple(orjson.loads(evidence))
        yield Relation(a, b, kind, score, in_b, in_a, places, grounds), a_words, b_words


def _decided(connection: sqlite3.Connection) -> Iterator[tuple[Relation, set[int]]]:
    """Relations that people found where none is kept, with the cores of both dispatches."""
    verdicts = Verdicts(connection)
    for words in verdicts.related():
        a, b = (_with_words(connection, w) for w in words)
        if a and b and not connection.execute(_ANY_BETWEEN, words).fetchone():
            found = judged(connection, a[0], b[0])
            yield from ((r, {a[1], b[1]}) for r in verdicts.apply([(found, *words)]))


def _with_words(connection: sqlite3.Connection, words: str) -> tuple[int, int] | None:
    """The first report with these words, and the core of its dispatch."""
    found: tuple[int, int] | None = connection.execute(
        "SELECT number, core FROM report JOIN version ON report = number WHERE words = ?"
        " ORDER BY id LIMIT 1",
        (words,),
    ).fetchone()
    return found
