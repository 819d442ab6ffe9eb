"""Dates as the inputs give them, short enough for a head line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.cli.safe import one_line
from dateline.cli.show.finding import shorten

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


def day(date: str) -> str:
    """The day of an ISO date; any other date as it stands.

    >>> day("2031-03-04T09:00:00Z"), day("4-MAR-2031 09:00")
    ('2031-03-04', '4-MAR-2031 09:00')
    """
    iso = _ISO_DAY.match(date)
    return iso[0] if iso else shorten(one_line(date), 30)


def first(dates: Iterable[str]) -> str:
    """The earliest day if all dates are of a kind that can be ordered as it stands, or else ''."""
    given = [date for date in dates if date]
    if not given or not all(_ISO_DAY.match(date) for date in given):
        return ""
    return day(min(given))
