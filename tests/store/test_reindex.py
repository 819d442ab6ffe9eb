"""The next epoch: what recurs everywhere is learned, and what that changes is told."""

from __future__ import annotations

import random
from pathlib import Path

from dateline.model import Report
from dateline.run.archive import add, reindex
from dateline.store import Archive

from .definition import holdings
from .piles import pile, sentence


def boilerplate(reports: int) -> list[Report]:
    """Short reports that share nothing but the same long tail."""
    rng = random.Random(3)
    tail = "\n".join(sentence(rng) for _ in range(5))
    return [
        Report(f"s{n}", "\n".join(sentence(rng) for _ in range(3)) + "\n" + tail)
        for n in range(reports)
    ]


def test_what_unrelated_reports_repeat_makes_no_copies_in_the_next_epoch(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, boilerplate(8))
        before = holdings(archive)[1]
        assert any(len(members) > 2 for _, members in before)
        done = reindex(archive)
        assert all(len(members) == 1 for _, members in holdings(archive)[1])
        assert done.epoch == 1
        assert done.stock > 0
        assert {m.report for m in done.moved} == {
            report for core, members in before for report in members if report != core
        }
        assert all((r.before, r.after) != ("copy", "copy") for r in done.rejudged)
        assert any(r.before == "copy" for r in done.rejudged)


def test_the_same_text_stays_a_copy_even_where_all_of_it_is_stock(tmp_path: Path):
    reports = boilerplate(8)
    tail = reports[0].text.split("\n", 3)[3]
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, [*reports, Report("tail", tail)])
        reindex(archive)
        add(archive, [Report("tail-again", tail)])
        assert set(archive.dispatch("tail").versions) == {"tail", "tail-again"}


def test_a_second_reindex_changes_nothing(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, pile(1))
        reindex(archive)
        again = reindex(archive)
        assert (again.epoch, again.moved, again.rejudged) == (2, (), ())


def test_adding_after_a_reindex_equals_adding_in_any_order(tmp_path: Path):
    first, more = boilerplate(8), pile(7)
    found = []
    for n, batch in enumerate((100, 4)):
        with Archive.open(tmp_path / f"{n}.db", create=True) as archive:
            add(archive, first)
            reindex(archive)
            add(archive, more if n else more[::-1], batch=batch)
            found.append(holdings(archive))
    assert found[0] == found[1]


def test_runs_and_epochs_are_in_the_manifest(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, pile(2), settings={"why": "test"})
        reindex(archive)
        first, second = archive.runs()
    assert (first.command, first.epoch, first.settings) == ("add", 0, '{"why":"test"}')
    assert (second.command, second.epoch) == ("reindex", 1)
    assert first.finished is not None
    assert first.added == first.read == len(pile(2))
