"""Dates as inputs give them, made comparable. What cannot be read for sure stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["comparable", "month_first"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(
    r"(?P<y>\d{4})[-/.]?(?P<m>\d\d)[-/.]?(?P<d>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[-\s./]+(?P<name>[A-Za-z]{3,9})\.?,?[-\s./]+(?P<y>\d{4})"
)
_MONTH_FIRST = re.compile(
    r"(?P<name>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})"
)
# As spreadsheets write it, "30-Nov-17"; nothing but a time may stand behind it.
_SHORT_YEAR = re.compile(
    r"(?P<d>\d{1,2})[-\s/](?P<name>[A-Za-z]{3,9})[-\s/](?P<y>\d\d)(?P<rest>[\sT]+\d\d?:.*)?"
)
_FIRST_OF_THE_1900S = 69  # two figures of a year as POSIX reads them: 69 to 99 are of the 1900s
_NUMBERS = re.compile(r"(?<!\d)(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<y>\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:])"
    r"(?:\s?(?P<half>[ap])\.?m\b)?",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s+(?:[A-Z]{1,4}|[+-]\d{4})"
)


def comparable(date: str, month_first: bool | None = None) -> str:
    """The date as ISO 8601, to sort by: ``2017-10-26`` or ``2017-10-26T14:05:00``; else empty.

    A time with a zone becomes UTC; one without is taken as it stands. Numbers that may be day or
    month either way (``05/07/2013``) are unknown unless ``month_first`` is given, and a date
    without a year is unknown always.
    """
    text = date.strip()
    if found := _ISO.match(text):
        return _iso(found)
    if found := _MAIL.match(text):
        return _mail(found[0])
    return _named(text) or _numbered(text, month_first)


def month_first(dates: Iterable[str]) -> bool | None:
    """Whether dates in numbers from one hand have the month first.

    ``None`` where none shows it (a number above 12 must be a day), or some show one and some the
    other.
    """
    shown = set()
    for date in dates:
        found = _NUMBERS.search(date)
        if found and max(one := int(found["one"]), two := int(found["two"])) > 12 >= min(one, two):
            shown.add(two > 12)
    return shown.pop() if len(shown) == 1 else None


def _iso(found: re.Match[str]) -> str:
    day = _day(int(found["y"]), int(found["m"]), int(found["d"]))
    if not day or not found["time"]:
        return day
    clock = found["time"] if len(found["time"]) > 5 else found["time"] + ":00"
    return _in_utc(f"{day}T{clock}{found['zone'] or ''}") or day


def _mail(text: str) -> str:
    """Dates as mail and feeds write them: ``Thu, 26 Oct 2017 14:05:00 GMT`` (RFC 5322)."""
    try:
        return _in_utc(parsedate_to_datetime(text).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _named(text: str) -> str:
    if found := _SHORT_YEAR.fullmatch(text):
        year = int(found["y"]) + (1900 if int(found["y"]) >= _FIRST_OF_THE_1900S else 2000)
        return _with_clock(_in_month(year, found["name"], found["d"]), found["rest"] or "")
    found = _DAY_FIRST.search(text) or _MONTH_FIRST.search(text)
    if not found:
        return ""
    day = _in_month(int(found["y"]), found["name"], found["d"])
    return _with_clock(day, text[found.end() :])


def _in_month(year: int, name: str, day: str) -> str:
    month = name[:3].lower()
    return _day(year, _MONTHS.index(month) + 1, int(day)) if month in _MONTHS else ""


def _numbered(text: str, month_first: bool | None) -> str:
    found = _NUMBERS.search(text)
    if not found:
        return ""
    one, two = int(found["one"]), int(found["two"])
    if one <= 12 and two <= 12 and one != two and month_first is None:
        return ""
    turned = month_first if one <= 12 and two <= 12 else two > 12
    day, month = (two, one) if turned else (one, two)
    return _with_clock(_day(int(found["y"]), month, day), text[found.end() :])


def _with_clock(day: str, rest: str) -> str:
    clock = _CLOCK.search(rest)
    if not day or not clock:
        return day
    hour = int(clock["h"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"] in "pP" else 0)
    return f"{day}T{hour:02}:{clock['m']}:{clock['s'] or '00'}"


def _day(year: int, month: int, day: int) -> str:
    try:
        return datetime(year, month, day).strftime("%Y-%m-%d") if year > 999 else ""
    except ValueError:
        return ""


def _in_utc(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return ""
    if moment.tzinfo:
        try:
            moment = moment.astimezone(UTC)
        except OverflowError:
            return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%S")
