"""Opening archives: made anew, of an earlier or a later version, and what is none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import InputError, NotFoundError
from dateline.model import Report
from dateline.run.archive import add
from dateline.store import Archive, connection, judgements, schema
from dateline.store.migrations import MIGRATIONS

VERSION_1 = Path(__file__).with_name("version_1.sql")


def version_1(path: Path) -> Path:
    made = sqlite3.connect(path)
    made.executescript(VERSION_1.read_text("utf-8"))
    made.close()
    return path


def layout(path: Path) -> set[tuple[str, str]]:
    rows = sqlite3.connect(path).execute("SELECT name, sql FROM sqlite_schema WHERE sql <> ''")
    return {(name, " ".join(sql.split())) for name, sql in rows}


def test_a_file_of_version_1_opens_and_goes_on(tmp_path: Path):
    with Archive.open(version_1(tmp_path / "a.db")) as archive:
        (found,) = archive.dispatches()
        assert set(found.versions) == {"wharf", "copy"}
        assert "Accepted by a person (Ida)" in found.links[0].evidence[0]
        assert [h.report for h in archive.search("lantern")]
        add(archive, [Report("new", "Snow fell on Grell and nobody went anywhere.")])
        assert len(archive) == 3
        (version,) = archive.connection.execute("PRAGMA user_version").fetchone()
        assert version == schema.VERSION
        (kept,) = judgements.judgements(archive)
        assert (kept.about, kept.a_text, kept.a_start) == ("relation", "", None)


def test_a_migrated_file_looks_like_a_new_one(tmp_path: Path):
    Archive.open(version_1(tmp_path / "old.db")).close()
    Archive.open(tmp_path / "new.db", create=True).close()
    assert layout(tmp_path / "old.db") == layout(tmp_path / "new.db")


def test_steps_are_taken_one_after_the_other_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = version_1(tmp_path / "a.db")
    steps = (*MIGRATIONS, "CREATE TABLE more (x);\nINSERT INTO more VALUES (1);")
    monkeypatch.setattr(connection, "MIGRATIONS", (*steps, "SELECT no_such_function();"))
    monkeypatch.setattr(connection, "VERSION", len(steps) + 1)
    with pytest.raises(InputError, match="no such function"):
        Archive.open(path)
    assert ("more", "CREATE TABLE more (x)") not in layout(path)
    monkeypatch.setattr(connection, "MIGRATIONS", steps)
    monkeypatch.setattr(connection, "VERSION", len(steps))
    with Archive.open(path) as archive:
        assert archive.connection.execute("SELECT x FROM more").fetchall() == [(1,)]
        assert len(archive) == 2


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path):
    path = version_1(tmp_path / "a.db")
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match="made by a newer Dateline"):
        Archive.open(path)


def test_what_is_no_archive_is_refused_and_left_alone(tmp_path: Path):
    with pytest.raises(NotFoundError, match="no such archive"):
        Archive.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    text, other = tmp_path / "text.db", tmp_path / "other.db"
    text.write_text("neither fish nor fowl\n" * 99)
    with sqlite3.connect(other) as foreign:
        foreign.execute("CREATE TABLE report (number)")
    for path, says in ((text, "not an archive"), (other, "no archive"), (tmp_path, "cannot be")):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(InputError, match=says):
            Archive.open(path, create=True)
        assert not path.is_file() or path.read_bytes() == before


def test_an_archive_is_in_wal_mode_and_others_can_read_it(tmp_path: Path):
    path = tmp_path / "a.db"
    with Archive.open(path, create=True) as archive:
        add(archive, [Report("a", "Snow fell on Grell."), Report("b", "Rain fell on Grell.")])
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert plain.execute("SELECT core, versions FROM dispatch ORDER BY core").fetchall() == [
        ("a", 1),
        ("b", 1),
    ]
    pieces = plain.execute("SELECT report, n, text FROM piece ORDER BY report, n").fetchall()
    assert pieces == [("a", 0, "Snow fell on Grell."), ("b", 0, "Rain fell on Grell.")]
    found = plain.execute("SELECT rowid FROM report_words WHERE report_words MATCH 'snow'")
    assert found.fetchall() == [(1,)]
