"""Expressions of time that are counted from the day of the dispatch.

"On Thursday" is the most recent such day not after the dispatch, today included, unless the verb
points forward; a day without a year is the nearest such day; "last week" is the calendar week
before; "the past week" the seven days up to today.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from dateline.claims.dates.calendar import (
    DAY,
    SEASONS,
    Interval,
    month_number,
    shifted,
    weekday_number,
)
from dateline.claims.dates.named import one_day, several_days, third
from dateline.claims.dates.tense import is_future
from dateline.model import Precision
from dateline.text.numerals import count

_ONE_SUCH = {"last": -1, "this": 0, "next": 1, "coming": 1}
_PRECISIONS: dict[str, Precision] = {
    "hour": "day",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
}
_DAYS_OF = {"day": 1, "week": 7}


@dataclass(frozen=True)
class Expression:
    """An expression in its text, and the day that it is counted from.

    ``until`` says that it ends a stretch ("by Friday"), which is to come unless a verb says other.
    """

    text: str
    start: int
    end: int
    detail: re.Match[str]
    today: date
    until: bool = False

    @cached_property
    def future(self) -> bool:
        """Whether its verb points forward."""
        return is_future(self.text, self.start, self.end, self.until)

    def __getitem__(self, part: str) -> str:
        """A part of the pattern, lower case; empty where it is not there."""
        return (self.detail.groupdict().get(part) or "").lower()


def counted(form: str, expression: Expression) -> Interval | None:
    """The days of an expression that is counted from a day.

    Raises ValueError and OverflowError for days that no calendar has.
    """
    return _RELATIVE[form](expression)


def _nearest_year(e: Expression, make: Callable[[int], Interval]) -> Interval | None:
    """The year in which the named day falls on its weekday and is nearest to today."""
    found = []
    for year in range(e.today.year - 1, e.today.year + 2):
        try:
            days = make(year)
        except ValueError:  # 29 February
            continue
        if days.start and (
            not e["weekday"] or days.start.weekday() == weekday_number(e["weekday"])
        ):
            found.append((abs(days.start - e.today), days.start > e.today, days))
    return min(found, key=lambda f: f[:2])[2] if found else None


def _dayless_year(e: Expression) -> Interval | None:
    part = {k: v for k, v in e.detail.groupdict().items() if v}
    make = several_days if "d2" in part else one_day
    if "rel" in part:
        return make(part, e.today.year + _ONE_SUCH[e["rel"]])
    return _nearest_year(e, lambda year: make(part, year))


def _month_alone(e: Expression) -> Interval:
    month, year = month_number(e["mon"]), e.today.year
    began = date(year, month, 1) <= e.today
    if e["rel"]:
        year += _ONE_SUCH[e["rel"]]
    elif e["which"] in _ONE_SUCH:
        year += {"last": -1 if month >= e.today.month else 0, "next": 1 if began else 0}.get(
            e["which"], 0
        )
    elif e.future and month < e.today.month:
        year += 1
    elif not e.future and not began:
        year -= 1
    return third(Interval.month(year, month), e["which"])


def _weekday(e: Expression) -> Interval:
    number = weekday_number(e["weekday"])
    ahead = (number - e.today.weekday()) % 7
    if e["which"] in ("next", "coming") or (e["which"] != "last" and e.future):
        day = e.today + (ahead or (7 if e["which"] else 0)) * DAY
    else:
        back = -ahead % 7
        day = e.today - (back or (7 if e["which"] in ("last", "past") else 0)) * DAY
    # A night runs into the next day.
    return Interval(day, day + DAY, "day") if e["time"] == "night" else Interval.day(day)


def _deictic(e: Expression) -> Interval:
    words = e.detail.group().lower()
    today = e.today
    if words in ("overnight", "last night"):
        return Interval(today - DAY, today, "day")
    back = {"yesterday": 1, "the day before yesterday": 2, "tomorrow": -1}
    return Interval.day(today - back.get(words, 0) * DAY)


def _stretch(e: Expression) -> Interval:
    whole = _whole(e["unit"], _ONE_SUCH[e["which"]], e.today)
    if e["part"] in ("earlier", "later"):
        return _side(whole, e["part"], e.today)
    if e["part"]:
        return third(whole, e["part"])
    return _so_far(whole, e)


def _so_far(whole: Interval, e: Expression) -> Interval:
    """Of a stretch that is not over, the part that the verb speaks of."""
    if not whole.start or not whole.end or not whole.start <= e.today <= whole.end:
        return whole
    return _side(whole, "later" if e.future else "earlier", e.today)


def _side(whole: Interval, part: str, today: date) -> Interval:
    if part == "later":
        return Interval(max(today, whole.start or today), whole.end, whole.precision)
    return Interval(whole.start, min(today, whole.end or today), whole.precision)


def _whole(unit: str, away: int, today: date) -> Interval:
    """The calendar week, month, year or season so many away from today's."""
    if unit == "week":
        return Interval.week(today + 7 * away * DAY)
    if unit == "weekend":
        return _weekend(today, away)
    if unit == "month":
        first = shifted(today.replace(day=1), away)
        return Interval.month(first.year, first.month)
    if unit == "year":
        return Interval.year(today.year + away)
    if unit == "decade":
        return Interval.year((today.year // 10 + away) * 10, 10)
    return _such_season(SEASONS[unit], away, today)


def _such_season(month: int, away: int, today: date) -> Interval:
    """The last season that is over, the one of this year, or the next to begin."""
    years = range(today.year - 2, today.year + 2)
    every = [Interval.month(year, month, 3) for year in years]
    if away < 0:
        return [s for s in every if s.end and s.end < today][-1]
    if away > 0:
        return next(s for s in every if s.start and s.start > today)
    return Interval.month(today.year, month, 3)


def _weekend(today: date, away: int) -> Interval:
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    if today.weekday() < 5 and away >= 0:
        saturday += 7 * DAY
    elif today.weekday() >= 5:
        saturday += 7 * away * DAY
    return Interval(saturday, saturday + DAY, "day")


def _begin(e: Expression) -> Interval:
    whole = _whole(e["unit"], 0, e.today)
    if e["unit"] == "week" and whole.start and whole.end:
        return Interval.day(whole.end if e["part"] == "end" else whole.start)
    return replace(third(whole, e["part"]), precision=whole.precision)


def _span(e: Expression) -> Interval | None:
    """The last two weeks, the coming days; without a number one end stays open."""
    unit, ahead = e["unit"], e["which"] in ("coming", "next")
    if e["which"] == "recent" or not _is_counted(e):
        plural = e.detail.group().lower().endswith("s")
        if e["which"] in ("past", "previous") and not plural:
            return Interval(_back(e.today, unit, 1), e.today, _precision(unit))
        return Interval(e.today, None, "open") if ahead else Interval(None, e.today, "open")
    far = _back(e.today, unit, -_count(e) if ahead else _count(e))
    return Interval(min(far, e.today), max(far, e.today), _precision(unit))


def _ago(e: Expression) -> Interval | None:
    """Two days ago, a year ago; "weeks ago" is some time before."""
    unit = e["unit"]
    if e.detail.group().lower().endswith("earlier today") or unit == "hour":
        return Interval(e.today - DAY, e.today, "day")
    if not _is_counted(e):
        return Interval(None, e.today, "open")
    day = _back(e.today, unit, _count(e))
    around = {"day": Interval.day, "week": Interval.week}
    if unit in around:
        return around[unit](day)
    return Interval.month(day.year, day.month) if unit == "month" else Interval.year(day.year)


def _is_counted(e: Expression) -> bool:
    return bool(count(e["n"])) if e["n"] else False


def _count(e: Expression) -> int:
    return int(count(e["n"]) or 1)


def _back(day: date, unit: str, n: int) -> date:
    if unit in ("month", "year", "decade"):
        return shifted(day, -n * {"month": 1, "year": 12, "decade": 120}[unit])
    if unit == "hour":
        return day - ((abs(n) + 23) // 24) * (1 if n > 0 else -1) * DAY
    return day - n * _DAYS_OF[unit] * DAY


def _precision(unit: str) -> Precision:
    return _PRECISIONS[unit]


def _first_of(e: Expression) -> Interval:
    month = shifted(e.today.replace(day=1), _ONE_SUCH[e["which"]])
    return Interval.day(month)


_RELATIVE: dict[str, Callable[[Expression], Interval | None]] = {
    "day_month": _dayless_year,
    "month_day": _dayless_year,
    "day_month_range": _dayless_year,
    "month_day_range": _dayless_year,
    "month": _month_alone,
    "weekday": _weekday,
    "deictic": _deictic,
    "stretch": _stretch,
    "begin": _begin,
    "weekend": lambda e: _weekend(e.today, 0 if e.future or e.today.weekday() >= 5 else -1),
    "span": _span,
    "ago": _ago,
    "first_of": _first_of,
}
