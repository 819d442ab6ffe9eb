"""The day of a dispatch: dateline before stamp before the date that the input gives."""

from __future__ import annotations

from datetime import date

from dateline.claims.dates import today_of, todays
from dateline.model import Report
from dateline.text import analyse

LEAD = "The ferry of Port Hollin ran aground on the Sill, the harbour master said on Thursday."


def day(text: str, given: str = "") -> date | None:
    found = today_of(analyse(Report("r", text, date=given)))
    return found.day if found else None


def test_the_dateline_wins_and_takes_its_year_from_the_date():
    text = f"PORT HOLLIN, April 11 (Skerry) - {LEAD}"
    assert day(text, "2019-06-02") == date(2019, 4, 11)
    assert day(f"PORT HOLLIN, Dec. 31 (Skerry) - {LEAD}", "2019-01-02") == date(2018, 12, 31)


def test_a_stamp_comes_before_the_date_given():
    assert day(f"Thursday 11 April 2019\n\n{LEAD} {LEAD}", "1/2/2020") == date(2019, 4, 11)


def test_what_is_not_sure_gives_nothing():
    assert day(LEAD, "4/7/2017") is None
    assert day(f"PORT HOLLIN, April 11 (Skerry) - {LEAD}") is None
    assert day(LEAD, "2019-04-11T10:00:00") == date(2019, 4, 11)


def test_a_version_without_a_date_borrows_its_siblings_earliest():
    texts = {"a": LEAD, "b": LEAD, "c": LEAD, "d": f"PORT HOLLIN, April 10 (Skerry) - {LEAD}"}
    dates = {"b": "2019-04-12", "c": "2019-04-11"}
    found = todays([analyse(Report(i, t, date=dates.get(i, ""))) for i, t in texts.items()])
    assert {i: t.day.day for i, t in found.items()} == {"a": 11, "b": 12, "c": 11, "d": 10}
    assert "borrowed from c" in found["a"].basis


def test_nobody_has_a_date():
    assert todays([analyse(Report("a", LEAD))]) == {}
