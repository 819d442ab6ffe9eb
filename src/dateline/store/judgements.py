"""People's judgements: made, listed, undone, carried from one archive to another.

Those about the relation of two reports are kept by the words of both
(`dateline.store.fingerprints`): they hold wherever reports with these words come up, survive
`reindex` and a new archive made from the same inputs, and win over the machine. See
`dateline.store.decisions` for what follows from them. Those about a finding in the reports are made
by `dateline.store.findings`, and listed, undone and carried here with the others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, cast, get_args

from dateline.errors import InputError, NotFoundError, UsageError
from dateline.model import About, Relationship
from dateline.store import listing
from dateline.store.archive import Archive
from dateline.store.connection import now, writing
from dateline.store.decisions import apply
from dateline.store.values import check

__all__ = [
    "COLUMNS",
    "Decision",
    "Judgement",
    "accept",
    "carried",
    "correct",
    "judgements",
    "keep",
    "merge",
    "reject",
    "split",
    "take_in",
    "undo",
]

Decision = Literal["accept", "correct", "reject", "merge", "split"]

COLUMNS = (
    "number, decision, relation, a_id, b_id, a_words, b_words, by, note, made, undone,"
    " about, a_text, b_text, a_start, a_span, b_start, b_span, machine, value"
)
_ABOUT = ("relation", *get_args(About))
_NEEDED = frozenset({"decision", "relation", "a", "b", "a_words", "b_words", "by", "note", "made"})
_STARTS = frozenset({"a_start", "b_start"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about two reports, or about a finding in them.

    ``about`` is ``relation``, or what `dateline.model.Finding` is about. ``relation`` is what two
    reports are to each other, empty where they have nothing to do with each other. ``a`` and ``b``
    are the ids that they had; ``a_words`` and ``b_words``, and of a finding ``a_text`` and
    ``b_text``, the hashes of the texts, are what counts. ``a_start`` to ``b_span`` are as in
    `Finding`; ``machine`` is what the machine had in words, ``value`` what holds now, empty where
    nothing does. ``undone`` says when it was taken back, if it was.
    """

    number: int
    decision: Decision
    relation: str
    a: str
    b: str
    a_words: str
    b_words: str
    by: str
    note: str
    made: str
    undone: str | None = None
    about: str = "relation"
    a_text: str = ""
    b_text: str = ""
    a_start: int | None = None
    a_span: str = ""
    b_start: int | None = None
    b_span: str = ""
    machine: str = ""
    value: str = ""


def accept(archive: Archive, a: str, b: str, by: str = "", note: str = "") -> Judgement:
    """The machine is right about the relation of a and b, whatever it may find later.

    Raises:
        UsageError: there is no relation to accept.
    """
    found = listing.between(archive.connection, archive.number(a), archive.number(b))
    if found is None:
        raise UsageError(f"{a} and {b} have no relation to accept; correct them to one instead")
    return _judge(archive, [("accept", found.relation, a, b)], by, note)[0]


def correct(
    archive: Archive, a: str, b: str, relation: str, by: str = "", note: str = ""
) -> Judgement:
    """A and b are related in another way: as ``copy``, ``excerpt`` or ``quote``.

    Raises:
        UsageError: ``relation`` is none of these.
    """
    if relation not in get_args(Relationship):
        raise UsageError(f"a relation is copy, excerpt or quote, not {relation!r}")
    return _judge(archive, [("correct", relation, a, b)], by, note)[0]


def reject(archive: Archive, a: str, b: str, by: str = "", note: str = "") -> Judgement:
    """A and b have nothing to do with each other, and are no versions of one dispatch."""
    return _judge(archive, [("reject", "", a, b)], by, note)[0]


def merge(archive: Archive, a: str, b: str, by: str = "", note: str = "") -> Judgement:
    """The dispatches of a and b are one."""
    return _judge(archive, [("merge", "copy", a, b)], by, note)[0]


def split(
    archive: Archive, reports: Sequence[str], by: str = "", note: str = ""
) -> list[Judgement]:
    """``reports`` are versions of another dispatch than the one that they are in, and of one.

    Raises:
        UsageError: one of them is alone in its dispatch, or nothing else is left in it.
    """
    made: list[tuple[Decision, str, str, str]] = []
    for report in reports:
        versions = archive.dispatch(report).versions
        stays = next((v for v in versions if v not in reports), None)
        if stays is None:
            raise UsageError(f"{report}: nothing else is left in its dispatch to split it from")
        made.append(("split", "", report, stays))
    made += [("merge", "copy", reports[0], other) for other in reports[1:]]
    return _judge(archive, made, by, note)


def judgements(archive: Archive, undone: bool = False) -> list[Judgement]:
    """All judgements that hold, the first one first; with ``undone`` those taken back too."""
    where = "" if undone else " WHERE undone IS NULL"
    rows = archive.connection.execute(f"SELECT {COLUMNS} FROM judgement{where} ORDER BY number")
    return [Judgement(*row) for row in rows]


def undo(archive: Archive, number: int) -> Judgement:
    """Take a judgement back. Raises :class:`~dateline.errors.NotFoundError`."""
    with writing(archive.connection, archive.path, archive.wait):
        found = [j for j in judgements(archive) if j.number == number]
        if not found:
            raise NotFoundError(f"{archive.path}: no judgement {number} that holds")
        archive.connection.execute(
            "UPDATE judgement SET undone = ? WHERE number = ?", (now(), number)
        )
        if found[0].about == "relation":
            apply(archive.connection)
        _follow(archive, found)
    return found[0]


def carried(judgement: Judgement) -> dict[str, Any]:
    """A judgement as one JSON object, to be taken in elsewhere."""
    return asdict(judgement)


def take_in(archive: Archive, rows: Iterable[Mapping[str, Any]]) -> int:
    """Take over judgements that `carried` gave; returns how many were not known yet.

    Raises:
        InputError: one of them is no judgement; none is taken over then.
    """
    found = [_read(row, n) for n, row in enumerate(rows, 1)]
    with writing(archive.connection, archive.path, archive.wait):
        known = {_essence(j) for j in judgements(archive, undone=True)}
        fresh = [j for j in found if _essence(j) not in known]
        _follow(archive, keep(archive.connection, fresh))
        apply(archive.connection)
    return len(fresh)


def _judge(
    archive: Archive, decisions: Iterable[tuple[Decision, str, str, str]], by: str, note: str
) -> list[Judgement]:
    with writing(archive.connection, archive.path, archive.wait):
        made = [
            Judgement(0, decision, relation, a, b, *_words(archive, a, b), by, note, now())
            for decision, relation, a, b in decisions
        ]
        numbered = keep(archive.connection, made)
        apply(archive.connection)
    return numbered


def _follow(archive: Archive, changed: Sequence[Judgement]) -> None:
    from dateline.store.moved_places import follow  # which knows what a judgement is

    follow(archive.connection, changed)


def _words(archive: Archive, a: str, b: str) -> tuple[str, str]:
    """The hashes of the words of two reports. Raises where one is missing or they are equal."""
    one, other = (
        archive.connection.execute(
            "SELECT words FROM report WHERE number = ?", (archive.number(report),)
        ).fetchone()[0]
        for report in (a, b)
    )
    if one == other:
        raise UsageError(f"{a} and {b} have the same words: nothing can tell them apart")
    return one, other


def keep(connection: sqlite3.Connection, made: Iterable[Judgement]) -> list[Judgement]:
    """Write judgements down, within a transaction; returns them with their numbers."""
    columns = COLUMNS.removeprefix("number, ")
    values = columns.replace("a_id", "a").replace("b_id", "b").replace(", ", ", :")
    numbered = []
    for judgement in made:
        cursor = connection.execute(
            f"INSERT INTO judgement ({columns}) VALUES (:{values})", asdict(judgement)
        )
        numbered.append(replace(judgement, number=cast(int, cursor.lastrowid)))
    return numbered


def _read(row: Mapping[str, Any], n: int) -> Judgement:
    known = {field.name for field in fields(Judgement)} - {"number"}
    given = {name: row[name] for name in known if name in row} if isinstance(row, Mapping) else {}
    if not (given.keys() >= _NEEDED and all(_fits(*pair) for pair in given.items())):
        raise InputError(f"record {n}: not a judgement as dateline judge --export writes it")
    if given["relation"] not in ("", *get_args(Relationship)):
        raise InputError(f"record {n}: no such relation: {given['relation']!r}")
    try:
        check(given.get("about", ""), given.get("value", ""))
    except UsageError as error:
        raise InputError(f"record {n}: {error}") from None
    return Judgement(number=0, **given)


def _fits(name: str, value: object) -> bool:
    """Whether a field of a record can be that of a judgement."""
    if name in _STARTS:
        return value is None or (isinstance(value, int) and value >= 0)
    if name == "undone":
        return isinstance(value, str | None)
    some = {"decision": get_args(Decision), "about": _ABOUT}.get(name)
    return isinstance(value, str) and (some is None or value in some)


def _essence(judgement: Judgement) -> tuple[object, ...]:
    j = judgement
    words = (j.a_words, j.b_words, j.a_text, j.b_text)
    place = (j.about, j.a_start, j.a_span, j.b_start, j.b_span)
    return (j.decision, j.relation, j.value, j.made, *words, *place)
