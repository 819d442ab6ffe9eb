"""Dates as inputs give them, made comparable; the unsure ones stay unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.days import comparable, month_first


@pytest.mark.parametrize(
    ("given_date", "day"),
    [
        ("2017-10-26", "2017-10-26"),
        ("2017-10-26T14:05:00+02:00", "2017-10-26T12:05:00"),
        ("2017-10-26T14:05Z", "2017-10-26T14:05:00"),
        ("2017-10-26 14:05", "2017-10-26T14:05:00"),
        ("2017-10-26T14:05:09.123", "2017-10-26T14:05:09"),
        ("20171026", "2017-10-26"),
        ("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"),
        ("Thu, 26 Oct 2017 14:05:00 GMT", "2017-10-26T14:05:00"),
        ("Thu, 26 Oct 2017 14:05:00 -0500", "2017-10-26T19:05:00"),
        ("26 Oct 2017", "2017-10-26"),
        ("October 26th, 2017 9:15 p.m.", "2017-10-26T21:15:00"),
        ("Thursday 26 October 2017 at 12:15 am", "2017-10-26T00:15:00"),
        ("30-Nov-17", "2017-11-30"),
        ("1 Dec 98 07:30", "1998-12-01T07:30:00"),
        ("25/07/2013", "2013-07-25"),
        ("07/25/2013", "2013-07-25"),
        ("05/05/2013", "2013-05-05"),
    ],
)
def test_dates_that_are_sure(given_date: str, day: str):
    assert comparable(given_date) == day


@pytest.mark.parametrize(
    "given_date",
    [
        "",
        "yesterday",
        "05/07/2013",
        "2017",
        "Oct 26",
        "2017-13-40",
        "12 Foo 17",
        "40-Nov-17",
        "1 Jan 0001",
    ],
)
def test_dates_that_are_not(given_date: str):
    assert comparable(given_date) == ""


@given(st.datetimes())
def test_iso_dates_sort_as_time_does(moment):
    if moment.year > 999:
        found = comparable(moment.isoformat())
        assert found == moment.replace(microsecond=0).isoformat()[:19]


@given(st.text())
def test_anything_is_taken(text: str):
    assert isinstance(comparable(text), str)


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["05/07/2013", "07/25/2013"], True),
        (["05/07/2013", "25.07.2013"], False),
        (["25/07/2013", "07/25/2013"], None),
        (["05/07/2013", "2013-07-25", "13/13/2013"], None),
        ([], None),
    ],
)
def test_a_pile_shows_which_number_is_the_month(dates: list[str], first: bool | None):
    assert month_first(dates) is first


def test_numbers_that_may_be_either_are_read_as_the_pile_has_them():
    assert comparable("05/07/2013", True) == "2013-05-07"
    assert comparable("05/07/2013", False) == "2013-07-05"
    assert comparable("25/07/2013", True) == "2013-07-25"
