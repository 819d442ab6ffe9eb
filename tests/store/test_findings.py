"""Decisions about findings: kept by the very text, carried, undone, told where the text is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import InputError, NotFoundError, UsageError
from dateline.model import Finding, Report
from dateline.run.archive import add, reindex
from dateline.store import Archive
from dateline.store import judgements as j
from dateline.store.findings import decide, held, missing
from dateline.store.fingerprints import text_hash

TEXT = "Harbour guards seized 14 boats at Sellen, the port office said."
REPORTS = [
    Report("one", TEXT),
    Report("two", TEXT.replace("guards", "police")),
]
EDIT = Finding("edit", "one", "two", 8, "guards", 8, "police", "renamed", "renamed")
PLACE = Finding("place", "one", "", 34, "Sellen", None, "", "not placed", "")
WHERE = (
    '{"name": "Sellen", "geonameid": null, "lat": 51.1, "lon": 3.2, "feature": "PPL",'
    ' "precision": 1, "country": ""}'
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as made:
        add(made, REPORTS)
        yield made


def of(archive: Archive, *reports: Report) -> list[j.Judgement]:
    return held(archive, [text_hash(r.text) for r in reports])


def test_a_decision_is_found_by_the_text_and_by_no_other(archive: Archive):
    made = decide(archive, EDIT, "correct", "reworded", "Ida", "not a name")
    assert of(archive, REPORTS[0]) == [made]
    assert (made.value, made.machine, made.by) == ("reworded", "renamed", "Ida")
    assert of(archive, REPORTS[1], Report("x", TEXT + " ")) == []


def test_decisions_about_findings_leave_dispatches_alone(archive: Archive):
    before = list(archive.dispatches(1))
    decide(archive, EDIT, "reject")
    assert list(archive.dispatches(1)) == before


def test_undoing_is_the_same_for_all_decisions_and_numbers_are_shared(archive: Archive):
    first = j.merge(archive, "one", "two")
    made = decide(archive, EDIT, "accept")
    assert made.number == first.number + 1
    assert j.judgements(archive) == [first, made]
    j.undo(archive, made.number)
    assert of(archive, REPORTS[0]) == []
    assert [x.number for x in j.judgements(archive)] == [first.number]


def test_they_outlive_reindexing_adding_again_and_the_archive(archive: Archive, tmp_path: Path):
    made = [decide(archive, EDIT, "reject"), decide(archive, PLACE, "correct", WHERE)]
    made.append(j.merge(archive, "one", "two"))
    reindex(archive)
    add(archive, REPORTS)
    assert of(archive, REPORTS[0]) == made[:2]
    with Archive.open(tmp_path / "b.db", create=True) as other:
        assert j.take_in(other, map(j.carried, j.judgements(archive))) == 3
        assert j.take_in(other, map(j.carried, j.judgements(archive))) == 0
        add(other, [replace(r, id=r.id + "!") for r in REPORTS])
        assert of(other, REPORTS[0]) == made[:2]
        assert [missing(other, x) for x in j.judgements(other)] == ["", "", ""]


def test_a_text_that_changed_under_its_id_is_told(archive: Archive, tmp_path: Path):
    made = decide(archive, PLACE, "reject")
    with Archive.open(tmp_path / "b.db", create=True) as other:
        add(other, [replace(REPORTS[0], text=TEXT + " Nobody was hurt.")])
        j.take_in(other, [j.carried(made)])
        assert held(other, [text_hash(r.text) for r in other.reports()]) == []
        (kept,) = j.judgements(other)
        assert missing(other, kept) == "the text of one is not what it was"
    with Archive.open(tmp_path / "c.db", create=True) as other:
        j.take_in(other, [j.carried(made)])
        assert "no report here has the text that one had" in missing(other, made)


def test_the_same_words_in_another_text_do_not_do(archive: Archive):
    made = decide(archive, PLACE, "reject")
    add(archive, [Report("three", TEXT.upper())])
    assert of(archive, Report("three", TEXT.upper())) == []
    assert missing(archive, made) == ""


@pytest.mark.parametrize(
    ("finding", "decision", "value"),
    [
        (EDIT, "correct", "wrong"),
        (EDIT, "correct", ""),
        (EDIT, "burn", ""),
        (PLACE, "correct", "Atlantis"),
        (PLACE, "correct", '{"name": "x", "lat": 91, "lon": 0}'),
        (PLACE, "correct", WHERE.replace("51.1", "191")),
        (Finding("speaker", "one", "", 0, "x", None, "", "", ""), "correct", "x" * 301),
        (Finding("rename", "", "", None, "a", None, "b", "", ""), "correct", "typo"),
    ],
)
def test_nonsense_is_refused(archive: Archive, finding: Finding, decision: str, value: str):
    with pytest.raises(UsageError):
        decide(archive, finding, decision, value)
    assert j.judgements(archive) == []


def test_a_report_that_is_not_there_is_refused(archive: Archive):
    with pytest.raises(NotFoundError):
        decide(archive, replace(EDIT, b="nobody"), "reject")


def test_what_is_taken_in_is_checked_too(archive: Archive):
    good = j.carried(decide(archive, PLACE, "correct", WHERE))
    for name, value in (("value", "{}"), ("about", "weather"), ("a_start", -1), ("a_span", 7)):
        with pytest.raises(InputError, match="record 1"):
            j.take_in(archive, [{**good, name: value}])
