from __future__ import annotations

import pytest

from dateline.lineage.base import base
from dateline.model import Report
from dateline.text import analyse

BODY = "The harbour council closed two piers on Monday. Three ships were moved to the south wall."


def take(ident: str, date: str, more: str = "") -> Report:
    return Report(ident, f"PORT AMSEL (Skerry) - {BODY}{more}", outlet="Skerry", date=date)


EARLY = take("z", "2019-04-11T07:00")
LATE = take("a", "2019-04-11T09:30", " The union said that it was told nothing.")
UNTIMED = take("m", "2019-04-11", " Talks go on.")
OUTLET = Report("b", BODY + " Nobody was hurt, the council said on Tuesday.", date="2019-04-01")


@pytest.mark.parametrize(
    ("reports", "first"),
    [
        ([LATE, EARLY], EARLY),
        ([LATE, UNTIMED, EARLY], EARLY),
        ([UNTIMED, LATE], LATE),
        ([OUTLET, LATE], LATE),
    ],
)
def test_the_base_is_the_agencys_earliest_take(reports: list[Report], first: Report):
    """Also beside a longer take, one whose minute is unknown, and an outlet's text."""
    for order in (reports, reports[::-1]):
        assert base(map(analyse, order)).report is first


def test_dates_in_words_are_ordered_by_the_day_they_name() -> None:
    early = take("z", "November 2, 2031")
    late = take("a", "November 10, 2031", " Talks go on.")
    assert base([analyse(late), analyse(early)]).report.id == "z"
