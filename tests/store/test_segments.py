"""Keys in segments, as archives had them before version 6, become the postings of a new archive."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np

from dateline.match.sketch import sketch
from dateline.run.archive import add, reindex
from dateline.store import Archive
from dateline.store.segments import bring_over

from .piles import pile
from .test_reindex import boilerplate

_BATCH = 7
_SEGMENT = (
    "CREATE TABLE segment (number INTEGER PRIMARY KEY, first INTEGER, last INTEGER,"
    " sizes BLOB, fresh BLOB, ties BLOB, keys BLOB)"
)


def index(connection: sqlite3.Connection) -> tuple[list[object], list[tuple[int, int]]]:
    """What is noted about each report, and all postings."""
    figures = connection.execute("SELECT report, size, fresh, tie FROM version ORDER BY report")
    found = []
    for keys, reports in connection.execute("SELECT keys, reports FROM posting"):
        codes = np.frombuffer(reports, "<i4").tolist()
        found += zip(np.frombuffer(keys, "<u8").tolist(), codes, strict=True)
    return figures.fetchall(), sorted(found)


def as_it_was(connection: sqlite3.Connection) -> None:
    """Put the keys of all reports into segments, and forget what there is instead."""
    connection.execute(_SEGMENT)
    rows = connection.execute(
        "SELECT number, text, tie FROM report JOIN version ON report = number"
    )
    reports = rows.fetchall()
    for start in range(0, len(reports), _BATCH):
        some = reports[start : start + _BATCH]
        made = sketch(text for _, text, _ in some)
        ties = np.array([tie + (1 << 63) for *_, tie in some], np.uint64)
        sizes = made.sizes.astype("<i4").tobytes()
        blobs = (sizes, b"", ties.tobytes(), made.keys.tobytes())
        connection.execute(
            "INSERT INTO segment (first, last, sizes, fresh, ties, keys) VALUES (?, ?, ?, ?, ?, ?)",
            (some[0][0], some[-1][0], *blobs),
        )
    for statement in ("DELETE FROM posting", "DELETE FROM layer", "UPDATE version SET size = 0"):
        connection.execute(statement)
    connection.execute("UPDATE version SET fresh = 0, tie = 0")


def test_segments_become_the_postings_of_an_archive_that_never_had_any(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, boilerplate(8))
        reindex(archive)  # so that something is stock
        add(archive, pile(3))
        wanted = index(archive.connection)
        assert any(code < 0 for _, code in wanted[1])
        as_it_was(archive.connection)
        bring_over(archive.connection)
        assert index(archive.connection) == wanted
        tables = archive.connection.execute("SELECT name FROM sqlite_schema").fetchall()
        assert ("segment",) not in tables
