"""The next epoch: statistics learned from all reports, and everything found anew by them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.match.background import learn
from dateline.match.jit import Ints
from dateline.match.sketch import Sketches, sketch
from dateline.model import Report
from dateline.progress import Progress
from dateline.spread import Spread
from dateline.store import epochs, moved_places, places, runs
from dateline.store.archive import Archive
from dateline.store.connection import writing
from dateline.store.decisions import apply
from dateline.store.rows import FIELDS, Prepared, Task
from dateline.store.writer import Writer

__all__ = ["Moved", "Reindexed", "Rejudged", "reindex"]

Prepare = Callable[[Sequence[Task]], list[Prepared]]

_BATCH = 4000


@dataclass(frozen=True, slots=True)
class Moved:
    """A report whose dispatch has another core than before; ids."""

    report: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rejudged:
    """A relation that is another than before; empty where none was or is kept."""

    a: str
    b: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reindexed:
    """What the next epoch changed. ``stock`` counts the 5-grams that speak for no copy in it."""

    run: int
    epoch: int
    reports: int
    stock: int
    moved: tuple[Moved, ...]
    rejudged: tuple[Rejudged, ...]


def reindex(archive: Archive, prepare: Prepare, spread: Spread, progress: Progress) -> Reindexed:
    """Take all reports apart again, learn from them, and find relations and dispatches anew.

    ``prepare`` takes reports apart, ``spread`` does work in other processes.
    It is one transaction: readers see the old epoch until the new one is there, and so does
    everybody if it is killed. Others who want to write wait.

    Raises:
        InputError: another process kept writing for longer than ``archive.wait`` seconds.
    """
    connection = archive.connection
    with writing(connection, archive.path, archive.wait):
        _remember(connection)
        _take_apart(connection, prepare, progress)
        progress("learning", 0, None)
        kept, ties = _sketched(connection)
        stock = learn(kept).keys
        epoch = epochs.start(connection, len(kept), stock)
        run = runs.begin(connection, "reindex", {}, epoch)
        _find_anew(Writer(connection, archive.path, archive.wait, spread), kept, ties, progress)
        moved, rejudged = tuple(_moved(connection)), tuple(_rejudged(connection))
        runs.finish(connection, run)
    return Reindexed(run, epoch, len(kept), len(stock), moved, rejudged)


def _remember(connection: sqlite3.Connection) -> None:
    for table, columns in (("version", "report, core"), ("relation", "a, b, relation")):
        connection.execute(f"DROP TABLE IF EXISTS temp.old_{table}")
        connection.execute(f"CREATE TEMP TABLE old_{table} AS SELECT {columns} FROM main.{table}")
    connection.execute("CREATE INDEX temp.old_relation_pair ON old_relation (a, b)")


def _take_apart(connection: sqlite3.Connection, prepare: Prepare, progress: Progress) -> None:
    done = 0
    places.clear(connection)
    for rows in _chunks(connection, f"number, content, {FIELDS}"):
        made = prepare([(Report(*fields), content) for _, content, *fields in rows])
        connection.executemany(
            "UPDATE report SET pieces = ?1, damage = ?2, day = ?3, words = ?4 WHERE number = ?5"
            " AND (pieces <> ?1 OR damage <> ?2 OR day <> ?3 OR words <> ?4)",
            (
                (p.pieces.decode(), p.damage.decode(), p.day, p.words, number)
                for p, (number, *_) in zip(made, rows, strict=True)
            ),
        )
        for p, (number, *_) in zip(made, rows, strict=True):
            places.write(connection, number, p.places)
        done += len(rows)
        progress("taking apart", done, None)


def _sketched(connection: sqlite3.Connection) -> tuple[Sketches, Ints]:
    """The sketches of all reports, made anew, and their ties."""
    rows = connection.execute("SELECT tie FROM version ORDER BY report")
    ties = np.fromiter((tie for (tie,) in rows), np.int64)
    texts = connection.execute("SELECT text FROM report ORDER BY number")
    return sketch(text for (text,) in texts), ties


def _find_anew(writer: Writer, kept: Sketches, ties: Ints, progress: Progress) -> None:
    connection = writer.connection
    for table in ("relation", "version", "posting", "layer"):
        connection.execute(f"DELETE FROM {table}")
    for first in range(0, len(kept), _BATCH):
        last = min(first + _BATCH, len(kept))
        start, end = kept.offsets[first], kept.offsets[last]
        part = Sketches(kept.keys[start:end].copy(), kept.offsets[first : last + 1] - start)
        writer.place(first + 1, part, ties[first:last])
        progress("matching", last, len(kept))
    apply(connection)
    moved_places.settle_all(connection)


def _moved(connection: sqlite3.Connection) -> Iterator[Moved]:
    rows = connection.execute(
        "SELECT r.id, x.id, y.id FROM version AS v"
        " JOIN temp.old_version AS o ON o.report = v.report"
        " JOIN report AS r ON r.number = v.report JOIN report AS x ON x.number = o.core"
        " JOIN report AS y ON y.number = v.core WHERE v.core <> o.core ORDER BY r.id"
    )
    return (Moved(*row) for row in rows)


def _rejudged(connection: sqlite3.Connection) -> Iterator[Rejudged]:
    rows = connection.execute(
        "SELECT x.id, y.id, was, now FROM ("
        " SELECT n.a, n.b, coalesce(o.relation, '') AS was, n.relation AS now FROM relation AS n"
        " LEFT JOIN temp.old_relation AS o ON o.a = n.a AND o.b = n.b"
        " UNION ALL SELECT o.a, o.b, o.relation, '' FROM temp.old_relation AS o"
        " WHERE NOT EXISTS (SELECT 1 FROM relation AS n WHERE n.a = o.a AND n.b = o.b)"
        ") JOIN report AS x ON x.number = a JOIN report AS y ON y.number = b"
        " WHERE was <> now ORDER BY x.id, y.id"
    )
    return (Rejudged(*row) for row in rows)


def _chunks(connection: sqlite3.Connection, columns: str) -> Iterator[list[tuple[Any, ...]]]:
    """All reports, some thousands at a time."""
    last = 0
    while rows := connection.execute(
        f"SELECT {columns} FROM report WHERE number > ? ORDER BY number LIMIT ?", (last, _BATCH)
    ).fetchall():
        yield rows
        last = rows[-1][0]
