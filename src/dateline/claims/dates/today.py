"""The day of a dispatch: what "on Thursday" is counted from.

The dateline's day wins: it stands in the text and was written with it. A stamp that a site put on
the article comes next, then the date that the input gives. What cannot be read for sure (numbers
that may be day or month either way, a day without any year) gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dateline.model import Anatomy
from dateline.text.days import comparable
from dateline.text.stamps import DATE, DAY

__all__ = ["Today", "today_of", "todays"]

_IN_DATELINE = re.compile(rf"(?<!\w)(?:{DAY})(?!\w)", re.IGNORECASE)
_STAMP = re.compile(rf"(?<![\w/-]){DATE}(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SOME_LEAP_YEAR = "2000"
_FURNITURE = ("boilerplate", "byline", "headline", "dateline", "credit")


@dataclass(frozen=True, slots=True)
class Today:
    """The day of a dispatch, and in plain words how it is known.

    ``printed`` says that the text itself has the day: what only the input gives may be the day on
    which a page was fetched.
    """

    day: date
    basis: str
    printed: bool = False


def today_of(anatomy: Anatomy, month_first: bool | None = None) -> Today | None:
    """The day of a report by its own dateline, stamp or date; ``None`` where none is sure.

    ``month_first`` says how the input's dates in numbers are meant, where the pile shows it
    (`dateline.text.days.month_first`).
    """
    printed = _stamped(anatomy) or _given(anatomy, month_first)
    return _datelined(anatomy, printed) or printed


def todays(versions: Iterable[Anatomy], month_first: bool | None = None) -> dict[str, Today]:
    """The day of each version of one dispatch, by report id.

    A version without a date borrows the earliest that a sibling has; a dateline's day without a
    year borrows the year. Versions of which nothing is known are left out.
    """
    some = list(versions)
    own = {v.report.id: today for v in some if (today := today_of(v, month_first))}
    if not own:
        return {}
    lender, lent = min(own.items(), key=lambda item: (item[1].day, item[0]))
    borrowed = replace(lent, basis=f"borrowed from {lender}: {lent.basis}")
    return {v.report.id: own.get(v.report.id) or _datelined(v, borrowed) or borrowed for v in some}


def _datelined(anatomy: Anatomy, year_from: Today | None) -> Today | None:
    for piece in anatomy.of_role("dateline"):
        match = _IN_DATELINE.search(piece.text)
        if match and (day := _with_year(match.group(), year_from)):
            return Today(day, f"the dateline’s “{match.group()}”", printed=True)
    return None


def _with_year(words: str, near: Today | None) -> date | None:
    """A dateline's day; without a year the nearest to the day that is known otherwise."""
    if _YEAR.search(words):
        return _read(words)
    if not near or not _read(f"{words} {_SOME_LEAP_YEAR}"):
        return None
    years = (near.day.year + n for n in (-1, 0, 1))
    days = [day for year in years if (day := _read(f"{words} {year}"))]
    return min(days, key=lambda day: abs(day - near.day), default=None)


def _stamped(anatomy: Anatomy) -> Today | None:
    """The first stamp in the furniture that stands before the story."""
    for piece in anatomy.sentences:
        if piece.role == "body":
            return None
        if piece.role in _FURNITURE:
            for match in _STAMP.finditer(piece.text):
                if day := _read(match.group()):
                    return Today(day, f"the stamp “{match.group().strip()}”", printed=True)
    return None


def _given(anatomy: Anatomy, month_first: bool | None) -> Today | None:
    day = _read(anatomy.report.date, month_first)
    return Today(day, f"the report’s date, {anatomy.report.date}") if day else None


def _read(words: str, month_first: bool | None = None) -> date | None:
    iso = comparable(words.replace(" ,", ","), month_first)
    return date.fromisoformat(iso[:10]) if iso else None
