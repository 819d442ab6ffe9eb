"""People's judgements: made, listed, undone, carried from one archive to another.

Each is about two reports, and is kept by the words of both (`dateline.store.fingerprints`): it
holds wherever reports with these words come up, survives `reindex` and a new archive made from the
same inputs, and wins over the machine. See `dateline.store.decisions` for what follows from it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, cast, get_args

from dateline.errors import InputError, NotFoundError, UsageError
from dateline.model import Relationship
from dateline.store import listing
from dateline.store.archive import Archive
from dateline.store.connection import now, writing
from dateline.store.decisions import apply
from dateline.store.shelf import Shelf

__all__ = [
    "Decision",
    "Judgement",
    "accept",
    "carried",
    "correct",
    "judgements",
    "merge",
    "reject",
    "split",
    "take_in",
    "undo",
]

Decision = Literal["accept", "correct", "reject", "merge", "split"]

_COLUMNS = "number, decision, relation, a_id, b_id, a_words, b_words, by, note, made, undone"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about two reports.

    ``relation`` is what they are to each other, empty where they have nothing to do with each
    other. ``a`` and ``b`` are the ids that they had; ``a_words`` and ``b_words`` count. ``undone``
    says when it was taken back, if it was.
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
    rows = archive.connection.execute(f"SELECT {_COLUMNS} FROM judgement{where} ORDER BY number")
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
        _apply(archive)
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
        _insert(archive.connection, fresh)
        _apply(archive)
    return len(fresh)


def _judge(
    archive: Archive, decisions: Iterable[tuple[Decision, str, str, str]], by: str, note: str
) -> list[Judgement]:
    with writing(archive.connection, archive.path, archive.wait):
        made = [
            Judgement(0, decision, relation, a, b, *_words(archive, a, b), by, note, now())
            for decision, relation, a, b in decisions
        ]
        numbered = _insert(archive.connection, made)
        _apply(archive)
    return numbered


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


def _insert(connection: sqlite3.Connection, made: Iterable[Judgement]) -> list[Judgement]:
    numbered = []
    for judgement in made:
        values = asdict(judgement)
        cursor = connection.execute(
            "INSERT INTO judgement (decision, relation, a_id, b_id, a_words, b_words, by, note,"
            " made, undone) VALUES (:decision, :relation, :a, :b, :a_words, :b_words, :by, :note,"
            " :made, :undone)",
            values,
        )
        numbered.append(Judgement(**{**values, "number": cursor.lastrowid}))
    return numbered


def _apply(archive: Archive) -> None:
    shelf = Shelf(archive.connection)
    shelf.refresh()
    apply(archive.connection, shelf.places())


def _read(row: Mapping[str, Any], n: int) -> Judgement:
    names = {field.name for field in fields(Judgement)}
    texts = all(isinstance(row.get(name), str) for name in names - {"number", "undone"})
    undone = row.get("undone")
    if not texts or row["decision"] not in get_args(Decision) or not isinstance(undone, str | None):
        raise InputError(f"record {n}: not a judgement as dateline judge --export writes it")
    if row["relation"] not in ("", *get_args(Relationship)):
        raise InputError(f"record {n}: no such relation: {row['relation']!r}")
    return Judgement(
        **{
            **{name: row[name] for name in names - {"number", "undone"}},
            "number": 0,
            "undone": undone,
        }
    )


def _essence(judgement: Judgement) -> tuple[str, ...]:
    j = judgement
    return cast(tuple[str, ...], (j.decision, j.relation, j.a_words, j.b_words, j.made))
