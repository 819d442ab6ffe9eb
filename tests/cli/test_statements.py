"""Merged claims as a person sees them, and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli.show.called import namer
from dateline.cli.show.finding import table
from dateline.cli.show.statements import counted, show_statements, voices
from dateline.model import (
    Appearance,
    Count,
    End,
    Figure,
    First,
    Lack,
    Number,
    Span,
    Statement,
)
from dateline.samples import folder

from .running import run
from .seen import assert_as_kept, drawn

WORDS = Span(10, 52, "41 passengers had been taken off by pilots")


def appearance(report: str, carried: str = "same", words: Span = WORDS) -> Appearance:
    return Appearance(report, "", "d", f"{report}#1", words, Span(0, 5, "Dassa"), carried)  # type: ignore[arg-type]


DASSA = End("Mirel Dassa", "official", True, ("Skerry", "Mirel Dassa"), ("a.txt#1", "b.txt#1"))
NURSE = End("nurse", "person", False, ("The Haldrian", "nurse"), ("c.txt#4",))
RESCUE = Statement(
    id="c1",
    story="s1",
    words=WORDS.text,
    modality="said",
    negated=False,
    attributed=True,
    reports=3,
    outlets=Count(1, 3),
    dispatches=2,
    sources=Count(1, 3),
    ends=(DASSA, NURSE),
    first=First("a.txt", "2019-04-11T06:10:00", WORDS),
    appearances=(appearance("a.txt"), appearance("b.txt", "altered"), appearance("c.txt")),
    lacking=(Lack("d.txt", "", "d", "dropped"),),
    maybe=(appearance("e.txt", words=Span(0, 21, "some were brought off")),),
    figures=(
        Figure(Number(10, 23, "41 passengers", 41, 41, 41, "passengers"), "a.txt#1", "Mirel Dassa"),
        Figure(Number(0, 13, "19 passengers", 19, 19, 19, "passengers"), "f.txt#2", None),
    ),
    conflicts=("c2",),
)
MINE = Statement(
    id="c3",
    story="",
    words="a mine had torn the hull open",
    modality="estimated",
    negated=False,
    attributed=True,
    reports=1,
    outlets=Count(1, 1),
    dispatches=1,
    sources=Count(1, None),
    ends=(End("Register", "monitor", True, ("Register",), ("a.txt#2",)),),
    first=First("a.txt", "", WORDS),
    appearances=(appearance("a.txt"),),
    lacking=(Lack("b.txt", "", "d", "dropped"), Lack("c.txt", "", "d", "never had")),
)


@pytest.mark.parametrize("width", [80, 120])
def test_statements(width: int) -> None:
    own = Statement(**{f: getattr(MINE, f) for f in MINE.__slots__} | {"attributed": False})
    seen = drawn(show_statements([RESCUE, MINE, own], 10, 8), width)
    assert_as_kept(f"statements-{width}", seen)


def test_more_statements_are_counted() -> None:
    assert "… and 1 more: --top shows more" in drawn(show_statements([RESCUE, MINE], 1, 8))


def test_a_version_that_dropped_the_only_monitor_is_named_and_one_that_never_had_it_is_not() -> (
    None
):
    seen = drawn(table(voices([RESCUE, MINE], namer([])), 8), 120)
    assert "2 claims by 2 voices: Mirel Dassa · Register" in seen
    assert "b.txt has nothing from Register (the only source that the text calls a monitor)" in seen
    assert "c.txt has nothing" not in seen


def test_a_version_with_the_statement_on_one_of_two_words_lacks_the_other() -> None:
    clinic = End("Umm Vashet clinic", "organisation", True, ("Umm Vashet clinic",), ("a.txt#4",))
    both = Statement(
        **{f: getattr(RESCUE, f) for f in RESCUE.__slots__} | {"ends": (DASSA, clinic)}
    )
    seen = drawn(table(voices([both], namer([])), 8), 120)
    assert "1 claim by 2 voices: Mirel Dassa · Umm Vashet clinic" in seen
    assert "b.txt has nothing from Umm Vashet clinic" in seen
    assert "a.txt has nothing" not in seen


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (Count(1, 1), "1 source"),
        (Count(1, 3), "1 to 3 sources"),
        (Count(2, None), "2 sources at least"),
    ],
)
def test_ranges(count: Count, says: str) -> None:
    assert counted(count, "source") == says


def test_a_report_that_is_not_read_is_said(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text(
        "قال الجيش إن الميناء مفتوح أمام السفن منذ صباح يوم الخميس الماضي. " * 4, "utf-8"
    )
    done = run("claims", "--merged", str(report))
    assert "not read: ar" in done.stderr
    assert "0 statements" in done.stdout


def test_the_command_counts_the_bulletin_behind_eight_reports_once() -> None:
    done = run("claims", "--merged", "--json", str(folder()))
    statements = [json.loads(line) for line in done.stdout.splitlines()]
    taken = [s for s in statements if "took the Old Battery" in s["words"]]
    assert [(s["reports"], s["dispatches"], s["sources"]) for s in taken] == [
        (8, 2, {"at_least": 1, "at_most": 1})
    ]
