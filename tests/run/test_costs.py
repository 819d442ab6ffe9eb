"""What arrives costs what it is: no statement reads a table from end to end."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from dateline.model import Report
from dateline.read import read_reports
from dateline.run.archive import add, reindex
from dateline.run.watch import Watch
from dateline.store import Archive, judgements

# What does not grow with the reports, and what a statement brings along.
_SMALL = "epoch|judgement|json_each|layer|stale|total|watch|by_day|run|constant row"
_SCAN = re.compile(
    rf"SCAN (?!({_SMALL})\b)\w+(?! VIRTUAL TABLE INDEX \d+:\w| USING INDEX version_decided)\b"
)
TEXT = (
    "The ferry to Ostmere was laid up on Monday after its second engine failed, the port said."
    " Nobody was on board when the fire broke out below the car deck shortly before dawn."
)


def scans(archive: Archive, work: Callable[[], object]) -> set[str]:
    """The statements of some work that read a table from end to end."""
    said: set[str] = set()
    archive.connection.set_trace_callback(said.add)
    work()
    archive.connection.set_trace_callback(None)
    assert said
    return {s for s in said if any(map(_SCAN.match, plan(archive, s)))}


def plan(archive: Archive, statement: str) -> list[str]:
    rows: list[tuple[int, int, int, str]] = []
    with suppress(sqlite3.Error):  # what triggers and the full-text index do is told as a comment
        rows = archive.connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    return [row[3] for row in rows]


def held(archive: Archive) -> None:
    """Some versions of one dispatch, other reports, a decision, and something learned."""
    add(archive, [Report(f"v{n}", f"{TEXT} The inquiry goes on, part {n}.") for n in range(4)])
    add(archive, [Report(f"r{n}", f"Snow fell on day {n} of the fair.") for n in range(5)])
    judgements.split(archive, ["v3"])
    reindex(archive)


def test_an_add_reads_no_table_from_end_to_end(tmp_path: Path):
    more = [Report("new", f"{TEXT} It goes on."), Report("other", "Nothing like any of it.")]
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        held(archive)
        assert scans(archive, lambda: add(archive, more)) == set()
        assert len(archive.dispatch("new").versions) == 4


def test_watching_reads_no_table_from_end_to_end(tmp_path: Path):
    path = tmp_path / "new.txt"
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        held(archive)
        watch = Watch(archive, read_reports, settled=0)
        watch.take([])
        path.write_text(
            f"{TEXT} The mayor said that the boat would be sold to a brewery in Pelham.", "utf-8"
        )

        def take() -> None:
            (news,) = watch.take([str(path)])[0]
            assert (news.kind, len(news.claims)) == ("version", 1)
            watch.told(news)

        assert scans(archive, take) == set()


def test_a_page_of_dispatches_reads_no_table_from_end_to_end(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        held(archive)
        assert scans(archive, lambda: archive.summaries(2, 3)) == set()
        assert scans(archive, lambda: (archive.counts(), len(archive))) == set()
