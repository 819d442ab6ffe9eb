"""Dates as the inputs give them, short enough for a head line."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.cli.safe import one_line
from dateline.cli.show.finding import shorten
from dateline.text.days import comparable


def day(date: str) -> str:
    """The day of a date as ISO writes it; a date that cannot be read for sure as it stands.

    >>> day("2031-03-04T09:00:00Z"), day("4-MAR-2031 09:00"), day("4/3/2031")
    ('2031-03-04', '2031-03-04', '4/3/2031')
    """
    return comparable(date)[:10] or shorten(one_line(date), 30)


def first(dates: Iterable[str]) -> str:
    """The earliest day if all dates that are given can be read for sure, or else ''."""
    moments = [comparable(date) for date in dates if date]
    return min(moments)[:10] if all(moments) and moments else ""
