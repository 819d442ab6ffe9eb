"""Days named in a text, counted from Thursday, 11 April 2019."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.dates import Today, whens_in
from dateline.model import When
from dateline.text.wordlist import words as wordlist

TODAY = Today(date(2019, 4, 11), "the dateline")


def whens(text: str, today: Today | None = TODAY) -> list[When]:
    return whens_in(text, 0, len(text), today)


def only(text: str, today: Today | None = TODAY) -> tuple[str | None, str | None, str]:
    (when,) = whens(text, today)
    return when.start, when.end, when.precision


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("The guns fell silent on Thursday.", "2019-04-11", "2019-04-11", "day"),
        ("They met on Friday.", "2019-04-05", "2019-04-05", "day"),
        ("They will meet on Friday.", "2019-04-12", "2019-04-12", "day"),
        ("On Sunday, the ferry will sail.", "2019-04-14", "2019-04-14", "day"),
        ("talks to be held on Monday", "2019-04-15", "2019-04-15", "day"),
        ("the vote planned for Monday", "2019-04-15", "2019-04-15", "day"),
        ("They fought on Tuesday night.", "2019-04-09", "2019-04-10", "day"),
        ("It fell before dawn on Thursday.", "2019-04-11", "2019-04-11", "day"),
        ("They left last Thursday.", "2019-04-04", "2019-04-04", "day"),
        ("They go next Thursday.", "2019-04-18", "2019-04-18", "day"),
        ("The mill burned yesterday.", "2019-04-10", "2019-04-10", "day"),
        ("The mill burned overnight.", "2019-04-10", "2019-04-11", "day"),
        ("The tower stood at noon.", "2019-04-11", "2019-04-11", "day"),
        ("They came two days ago.", "2019-04-09", "2019-04-09", "day"),
        ("They came last week.", "2019-04-01", "2019-04-07", "week"),
        ("They came last month.", "2019-03-01", "2019-03-31", "month"),
        ("They came in the past week.", "2019-04-04", "2019-04-11", "week"),
        ("They came in the past three months.", "2019-01-11", "2019-04-11", "month"),
        ("They gained in recent weeks.", None, "2019-04-11", "open"),
        ("They gained earlier this year.", "2019-01-01", "2019-04-11", "year"),
        ("They gained last year.", "2018-01-01", "2018-12-31", "year"),
        ("Early this week they left.", "2019-04-08", "2019-04-10", "day"),
        ("It is so since 2014.", "2014-01-01", "2019-04-11", "year"),
        ("It is so since October.", "2018-10-01", "2019-04-11", "month"),
        ("It is so since the start of the year.", "2019-01-01", "2019-04-11", "year"),
        ("It ended on 3 Nov.", "2018-11-03", "2018-11-03", "day"),
        ("It ended on Feb. 3", "2019-02-03", "2019-02-03", "day"),
        ("on Friday, April 12", "2019-04-12", "2019-04-12", "day"),
        ("between 3 and 5 March", "2019-03-03", "2019-03-05", "day"),
        ("March 3-5", "2019-03-03", "2019-03-05", "day"),
        ("Friday, April 12, and Saturday, April 13", "2019-04-12", "2019-04-13", "day"),
        ("on 27 August 2016", "2016-08-27", "2016-08-27", "day"),
        ("in March 2011", "2011-03-01", "2011-03-31", "month"),
        ("in June last year", "2018-06-01", "2018-06-30", "month"),
        ("late 2013", "2013-09-01", "2013-12-31", "season"),
        ("in the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("in the summer of 2014", "2014-06-01", "2014-08-31", "season"),
        ("between 2011 and 2013", "2011-01-01", "2013-12-31", "year"),
        ("They will go by Friday.", None, "2019-04-12", "day"),
        ("the first of next month", "2019-05-01", "2019-05-01", "day"),
    ],
)
def test_counted_from_the_dispatch(text: str, start: str | None, end: str, precision: str):
    assert only(text) == (start, end, precision)


def test_each_day_has_the_tense_of_its_own_verb():
    told, meant = whens("The army said on Thursday it would open the road on Friday.")
    assert (told.start, meant.start) == ("2019-04-11", "2019-04-12")


@pytest.mark.parametrize(
    "text",
    [
        "It may march on; May Hollin said so.",
        "They meet on Mondays.",
        "It began at 7pm (1600 GMT).",
        "They counted 2000 people.",
        "on 31 April 2019",
        "Call 2019-20-20 for help.",
        "",
    ],
)
def test_what_names_no_day(text: str):
    assert whens(text) == []


def test_without_a_date_only_what_names_its_year_is_known():
    told, known = whens("They left on Sunday, ten years after 3 May 2009.", None)
    assert (told.start, told.end, told.text) == (None, None, "on Sunday")
    assert told.basis.startswith("unknown")
    assert known.start == "2009-05-03"


WORDS = st.sampled_from(
    sorted(
        wordlist(
            "on in since until by the last next past two 3 31 29 February March Monday Friday week"
            " weeks years ago 2014 9999 early of between and overnight will said May 2011-13"
        )
    )
)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.dates())
def test_any_words_give_ordered_intervals_with_exact_spans(text: str, day: date):
    last = 0
    for when in whens(text, Today(day, "given")):
        assert when.at is not None
        assert text[slice(*when.at)] == when.text != ""
        assert when.at[0] >= last
        last = when.at[1]
        assert when.start is not None or when.end is not None
        if when.start and when.end:
            assert date.fromisoformat(when.start) <= date.fromisoformat(when.end)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_in_the_past_is_within_the_last_seven_days(day: date, number: int):
    name = calendar.day_name[number]
    (when,) = whens(f"It rained on {name}.", Today(day, "given"))
    found = date.fromisoformat(when.start or "")
    assert found.weekday() == number
    assert 0 <= (day - found).days < 7
