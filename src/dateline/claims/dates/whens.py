"""The days that a stretch of text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.claims.dates.calendar import DAY, Interval
from dateline.claims.dates.counted import Expression, counted
from dateline.claims.dates.forms import ANY, BEFORE, DETAIL
from dateline.claims.dates.named import named
from dateline.claims.dates.today import Today
from dateline.model import When

__all__ = ["spans", "whens_in"]

_LOOKS_BACK = 32
_NOT_A_YEAR = re.compile(
    r"\s(?:[a-z]+\s)?(?:[a-z]{2,}s|people|men|women|children|km|pct|GMT)\b|[%°]"
)
_YEAR_BEFORE = re.compile(
    r"(?i:(?:\b(?:in|since|until|till|of|by|from|before|after|during|between|early|late|mid|the"
    r"|and|to|year)\s)|[(–—-])$"
)
_LIST = re.compile(r",?\s(?:and|or|to|through|until)\s|,\s|\s?[-–—]\s?")
_NO_DAY = "the dispatch has no date of its own"


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression with the words before it that belong to it."""

    form: str
    start: int
    at: int
    end: int
    open: str


def whens_in(text: str, start: int, end: int, today: Today | None) -> list[When]:
    """The days and stretches of time that ``text[start:end]`` names, in text order.

    The words around are read for the tense. Without ``today``, what must be counted from it has
    neither ``start`` nor ``end``: it is unknown.
    """
    found = [(f, _when(text, f, today)) for f in _expressions(text, start, end)]
    return list(_joined(text, [(f, when) for f, when in found if when]))


def spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where expressions of time stand, as half-open offsets."""
    return [(f.start, f.end) for f in _expressions(text, start, end)]


@lru_cache(maxsize=4)
def _expressions(text: str, start: int, end: int) -> tuple[_Found, ...]:
    """The expressions of a stretch; kept for who asks next for the numbers of the same one."""
    return tuple(_found(text, start, end))


def _found(text: str, start: int, end: int) -> Iterator[_Found]:
    for match in ANY.finditer(text, start, end):
        form, at = match.lastgroup or "", match.start()
        before = BEFORE.search(text, max(start, at - _LOOKS_BACK), at)
        found = _Found(
            form,
            before.start() if before else at,
            at,
            match.end() - match.group().endswith("."),  # it ends the sentence
            (before["open"] or "").lower() if before else "",
        )
        if _is_meant(text, match.group(), found, bool(before)):
            yield found


def _is_meant(text: str, words: str, found: _Found, introduced: bool) -> bool:
    """Whether a word that may be something else is an expression of time here."""
    if found.form == "year" and words.isdigit():
        before = text[max(0, found.at - 12) : found.at]
        called = introduced or _YEAR_BEFORE.search(before)
        clearly = re.search(r"\b(?i:in|since)\s$", before)
        recent = words >= "1900" or before.endswith("of ")
        likely = recent and not _NOT_A_YEAR.match(text, found.end)
        return bool(called and (clearly or likely))
    if found.form == "month" and words in ("May", "March", "August"):
        return introduced
    return found.form != "weekday" or text[found.end : found.end + 1] != "s"


def _when(text: str, found: _Found, today: Today | None) -> When | None:
    """What an expression means, or ``None`` where no calendar has such a day."""
    detail = DETAIL[found.form].match(text, found.at, found.end)
    if not detail:
        return None
    words, at = text[found.start : found.end], (found.start, found.end)
    try:
        days = named(found.form, detail)
        basis = "named with its year"
        if days is None and today is not None:
            until = found.open in ("until", "till", "by")
            at_today = Expression(text, found.at, found.end, detail, today.day, until)
            days = counted(found.form, at_today)
            basis = f"counted from {today.day.isoformat()} ({today.basis})"
        if days is None:
            return When(None, None, "open", f"unknown: {_NO_DAY}", words, at) if not today else None
        days = _opened(days, found.open, today)
    except (ValueError, OverflowError):
        return None
    return _value(days, basis, words, at)


def _value(days: Interval, basis: str, words: str, at: tuple[int, int]) -> When:
    start = days.start.isoformat() if days.start else None
    end = days.end.isoformat() if days.end else None
    return When(start, end, days.precision, basis, words, at)


def _opened(days: Interval, how: str, today: Today | None) -> Interval:
    """The stretch that "since", "until", "before" and "after" make of a day."""
    if how in ("since", "after", "starting") and days.start:
        begun = today and days.start <= today.day
        return replace(days, end=today.day if today and begun else None)
    if how in ("until", "till", "by") and days.end:
        return replace(days, start=None)
    if how == "before" and days.start:
        return replace(days, start=None, end=days.start - DAY)
    return days


def _joined(text: str, found: list[tuple[_Found, When]]) -> Iterator[When]:
    """Days that are listed one after the other, and "between A and B", as one stretch."""
    last: tuple[_Found, When] | None = None
    for f, when in found:
        if last and _is_list(text, last, (f, when)):
            last = (replace(last[0], end=f.end), _through(text, last[1], when))
            continue
        if last:
            yield last[1]
        last = (f, when)
    if last:
        yield last[1]


def _is_list(text: str, a: tuple[_Found, When], b: tuple[_Found, When]) -> bool:
    between = text[a[0].end : b[0].start]
    if not _LIST.fullmatch(between) or b[1].start is None or a[1].start is None:
        return False
    ranged = a[0].open in ("between", "from") or between.strip(" ,") in ("and", "to", "through")
    known = a[1].end is not None and b[1].end is not None
    return ranged and known and a[1].start <= b[1].start


def _through(text: str, first: When, last: When) -> When:
    at = (first.at or (0, 0))[0], (last.at or (0, 0))[1]
    return replace(first, end=last.end, text=text[slice(*at)], at=at)
