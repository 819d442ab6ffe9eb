"""Days, weeks, months and years as intervals of days, both ends included."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import Precision

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the first month
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``start`` to ``end``, both included; an open end is ``None``."""

    start: date | None
    end: date | None
    precision: Precision

    @classmethod
    def day(cls, day: date) -> Interval:
        """One day."""
        return cls(day, day, "day")

    @classmethod
    def week(cls, day: date) -> Interval:
        """The week of ``day``, Monday to Sunday (ISO 8601)."""
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + 6 * DAY, "week")

    @classmethod
    def month(cls, year: int, month: int, months: int = 1) -> Interval:
        """So many months from this one on."""
        last = shifted(date(year, month, 1), months - 1)
        end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
        return cls(date(year, month, 1), end, "month" if months == 1 else "season")

    @classmethod
    def year(cls, year: int, years: int = 1) -> Interval:
        """So many years from this one on."""
        precision: Precision = "year" if years == 1 else "decade"
        return cls(date(year, 1, 1), date(year + years - 1, 12, 31), precision)


def shifted(day: date, months: int) -> date:
    """The same day so many months later (the last of a shorter month).

    Raises ValueError beyond the years 1 to 9999.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_number(name: str) -> int:
    """1 to 12 for the name of a month or its abbreviation."""
    return MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """0 to 6 for the name of a weekday or its abbreviation, from Monday on."""
    return WEEKDAYS.index(name[:3].lower())
