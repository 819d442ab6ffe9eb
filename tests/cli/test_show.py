"""What a person sees of hand-built values, line by line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from dateline.cli.show.called import namer
from dateline.cli.show.comparison import show_comparison
from dateline.cli.show.days import first
from dateline.cli.show.finding import around, quote, shorten
from dateline.cli.show.relations import show_relations
from dateline.cli.show.telling import show_telling
from dateline.config import Settings
from dateline.model import Comparison, Edit, Row, Sentence, Span

from .fiction import COLLATION, COMPARISON, LINKS, SAME, TELLING, in_a
from .seen import assert_as_kept, drawn

ESCAPE = "\x1b"


@pytest.mark.parametrize("width", [80, 160])
def test_a_comparison(width: int) -> None:
    assert_as_kept(f"comparison-{width}", drawn(show_comparison(COMPARISON, 8), width))


def test_a_comparison_in_colour() -> None:
    seen = drawn(show_comparison(COMPARISON, 8), 80, colour=True)
    assert ESCAPE in seen
    assert_as_kept("comparison-colour", seen.replace(ESCAPE, "␛"))


def test_no_difference_is_said() -> None:
    assert_as_kept("same", drawn(show_comparison(SAME, 8)))


@pytest.mark.parametrize("width", [80, 160])
def test_a_telling(width: int) -> None:
    assert_as_kept(f"telling-{width}", drawn(show_telling(TELLING, Settings(items=3)), width))


def test_top_zero_shows_the_sum_only() -> None:
    telling = replace(TELLING, links=())
    seen = drawn(show_telling(telling, Settings(top=0)))
    assert seen.splitlines() == [
        "18 reports · 3 dispatches: 1 in several versions, 2 in one only",
        "",
        "… and 1 more dispatch in several versions: --top 1 shows all",
    ]


def test_the_most_edited_versions_are_shown_in_their_order() -> None:
    versions = (SAME, COMPARISON, SAME, COMPARISON)
    collation = replace(COLLATION, comparisons=versions, identical={})
    seen = drawn(show_telling(replace(TELLING, collations=(collation,)), Settings(items=3)), 160)
    assert seen.index("mirror.txt (b)") < seen.index("gull.html")
    assert "… and 1 less edited version (--json has all)" in seen


def test_dispatches_that_are_not_shown_are_called_by_their_core() -> None:
    seen = drawn(show_telling(TELLING, Settings(top=0)), 160)
    assert "essay.txt shares a passage with the dispatch of pelham.txt (2 pairs)" in seen


def test_relations() -> None:
    assert_as_kept("relations", drawn(show_relations(LINKS)))


def test_no_relations() -> None:
    assert drawn(show_relations([])) == "0 related pairs\n"


def test_sources_that_came_or_went_are_told_once() -> None:
    said = Span(0, 22, "the harbour office said")
    row = Row(
        (1,),
        (5,),
        ("shortened",),
        edits=(Edit("shortened", said, None),),
        attribution_changed=((said.text, ""),),
    )
    seen = drawn(show_comparison(replace(COMPARISON, rows=(row,), renames=()), 8), 160)
    assert "SOURCE CUT" in seen
    assert seen.count("the harbour office said") == 1


def test_small_words_are_one_line() -> None:
    some = (("in", "by"), ("the", ""), ("the", ""), ("not", ""))
    edits = tuple(
        Edit("reworded", Span(n, n + 1, a), Span(n, n + 1, b) if b else None)
        for n, (a, b) in enumerate(some)
    )
    row = Row((1,), (5,), ("reworded",), edits=edits)
    seen = drawn(show_comparison(replace(COMPARISON, rows=(row,), renames=()), 8), 160)
    assert "small words     “the” cut ×2 · “in” → “by”" in seen
    assert "REWORDED        “not” cut" in seen


def test_long_lists_are_folded() -> None:
    comparison = _dropping(20)
    seen = drawn(show_comparison(comparison, 8))
    assert "Boat number 7" in seen
    assert "Boat number 8" not in seen
    assert "… and 12 more" in seen


def test_nothing_is_folded_to_spare_one_line() -> None:
    seen = drawn(show_comparison(_dropping(9), 8))
    assert "Boat number 8" in seen
    assert "more" not in seen


def test_texts_cannot_drive_the_terminal() -> None:
    nasty = "Read\x1b]0;owned\x07 \x1b[2J this \u202ebackwards[/bold][red]!"
    row = Row((1,), (5,), ("reworded",), edits=(Edit("reworded", Span(0, 9, nasty), None),))
    comparison = replace(COMPARISON, rows=(row,), a=replace(COMPARISON.a, id=nasty, title=nasty))
    seen = drawn(show_comparison(comparison, 8), 160)
    assert not set(seen) & set("\x1b\x07\u202e")
    assert "[/bold][red]!" in seen


def test_any_script_fits_the_width() -> None:
    words = "港口委员会星期一说码头将关闭两个星期" * 4
    edit = Edit("reworded", Span(0, 9, words), in_a("pause"))
    comparison = replace(COMPARISON, rows=(Row((1,), (5,), ("reworded",), edits=(edit,)),))
    seen = drawn(show_comparison(comparison, 8), 80)
    assert max(cell_len(line) for line in seen.splitlines()) <= 80


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        (["2031-03-04T09:00:00Z", "2031-03-03"], "2031-03-03"),
        (["", "2031-03-04"], "2031-03-04"),
        (["26-FEB-2031", "1-APR-2031"], "2031-02-26"),
        (["1/4/2031", "2031-03-04"], ""),
        (["", ""], ""),
    ],
)
def test_only_dates_that_can_be_ordered_have_a_first(dates: list[str], says: str) -> None:
    assert first(dates) == says


@pytest.mark.parametrize(
    ("date", "shown"),
    [("4-MAR-2031 09:00", "2031-03-04"), ("4/3/2031 at nine", "4/3/2031 at nine")],
)
def test_a_date_is_shown_as_iso_or_whole(date: str, shown: str) -> None:
    comparison = replace(COMPARISON, b=replace(COMPARISON.b, date=date))
    assert shown in drawn(show_comparison(comparison, 8), 160)


def test_shortening_keeps_whole_words_and_the_limit() -> None:
    assert shorten("one two", 20) == "one two"
    assert shorten("one two three four", 14) == "one two …"
    assert len(shorten("x" * 50, 20)) <= 20


def test_no_words_stand_in_two_pairs_of_marks() -> None:
    assert quote("a rest").plain == "“a rest”"
    assert quote("“A rest,” she said.").plain == "“A rest,” she said."


def test_shortening_around_words_keeps_them_in_sight() -> None:
    text = f"{'before ' * 40}1,200 men {'after ' * 40}"
    seen = around(text, "1,200").plain
    assert "1,200 men" in seen
    assert len(seen) < 110


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (["a/b/one", "a/b/two"], ["one", "two"]),
        (["a/b/one", "a/c/one"], ["b/one", "c/one"]),
        (["a/bc/one", "a/bd/one"], ["bc/one", "bd/one"]),
        (["/x/one", "y/one"], ["/x/one", "y/one"]),
        (["/x/one", "/x/two", "mail-7"], ["one", "two", "mail-7"]),
        (["/one", "/two"], ["one", "two"]),
        (
            ["http://x.example/1", "http://x.example/2"],
            ["http://x.example/1", "http://x.example/2"],
        ),
        (["a/one"], ["a/one"]),
        ([], []),
    ],
)
def test_names_leave_out_the_folder_that_all_share(ids: list[str], names: list[str]) -> None:
    assert [namer(ids)(i) for i in ids] == names


def _dropping(n: int) -> Comparison:
    """A comparison in which b dropped ``n`` sentences."""
    lost = tuple(Sentence(i, 0, 1, f"Boat number {i} sank.", "body") for i in range(n))
    rows = tuple(Row((i,), (), ("dropped",)) for i in range(n))
    return replace(SAME, sentences_a=lost, rows=rows)
