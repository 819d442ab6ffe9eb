"""Expressions of time that name their year: the days are known whatever today is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dateline.claims.dates.calendar import DAY, SEASONS, Interval, month_number


def named(form: str, detail: re.Match[str]) -> Interval | None:
    """The days of an expression that names its year, or ``None`` where it does not.

    Raises ValueError for a day that no calendar has.
    """
    part = {k: v for k, v in detail.groupdict().items() if v}
    if "y" not in part:
        return None
    return _EXPLICIT[form](part, int(part["y"]))


def one_day(part: dict[str, str], year: int) -> Interval:
    """The day that the parts of a pattern name, in this year."""
    month = int(part["m"]) if "m" in part else month_number(part["mon"])
    return Interval.day(date(year, month, int(part["d"])))


def several_days(part: dict[str, str], year: int) -> Interval:
    """The days of one month that the parts of a pattern name, in this year."""
    month = month_number(part["mon"])
    first, last = date(year, month, int(part["d"])), date(year, month, int(part["d2"]))
    if last < first:
        raise ValueError("the range runs backwards")
    return Interval(first, last, "day")


def _month(part: dict[str, str], year: int) -> Interval:
    return third(Interval.month(year, month_number(part["mon"])), part.get("part", ""))


def _season(part: dict[str, str], year: int) -> Interval:
    return Interval.month(year, SEASONS[part["season"].lower()], 3)


def _years(part: dict[str, str], year: int) -> Interval:
    last = int(part["y2"])
    if last < year:
        raise ValueError("the range runs backwards")
    return Interval(date(year, 1, 1), date(last, 12, 31), "year")


_EXPLICIT: dict[str, Callable[[dict[str, str], int], Interval]] = {
    "iso": one_day,
    "day_month": one_day,
    "month_day": one_day,
    "day_month_range": several_days,
    "month_day_range": several_days,
    "month_year": _month,
    "season_year": _season,
    "decade": lambda part, year: Interval.year(year, 10),
    "years": _years,
    "year": lambda part, year: third(Interval.year(year), part.get("part", "")),
}


def third(whole: Interval, part: str) -> Interval:
    """The early, middle or late part of a year, a month or a week."""
    name = part.lower().removeprefix("the ").removesuffix(" of")
    places = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
    if name not in places or not whole.start or not whole.end:
        return whole
    if whole.precision == "year":
        return Interval.month(whole.start.year, 1 + 4 * places[name], 4)
    if whole.precision == "week":
        first, last = ((0, 2), (2, 3), (3, 6))[places[name]]
        return Interval(whole.start + first * DAY, whole.start + last * DAY, "day")
    begin = whole.start + places[name] * 10 * DAY
    return Interval(begin, whole.end if places[name] == 2 else begin + 9 * DAY, "week")
