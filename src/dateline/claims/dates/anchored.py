"""Days that are counted from another event: "two days after the attack on the mole".

The event meant is a claim of the same report that has a day of its own and the anchor's words. What
no such claim tells, or several with different days, stays unknown, and the basis says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.claims.dates.calendar import DAY, Interval, shifted
from dateline.claims.lexicon.closed import LETTERS
from dateline.model import Claim, When
from dateline.text.numerals import SMALL, count

__all__ = ["anchored"]

_INDEFINITE = re.compile(r"(?:an?|any|some|another)\s", re.IGNORECASE)
_ANCHORED = re.compile(
    rf"\b(?:(?:(?P<n>the|an?|\d{{1,3}}|{'|'.join(SMALL)}|few|several|many)\s)?"
    r"(?P<unit>hour|day|night|morning|week|month|year)(?P<many>s)?)"
    r"\s(?P<way>after|before|following)\s"
    r"(?P<anchor>[^,;:.!?()“”\"\n–—]{3,80})",
    re.IGNORECASE,
)
_QUICK = re.compile(r"(?:hour|day|night|morning|week|month|year)s?\s(?:after|before|following)\s")
_END = re.compile(r"\s(?:and|but|when|while|as|which|who|that|because)\s")
_WORD = re.compile(r"\w+")
_STEM = 5
_SHARE = 0.75  # of the anchor's words
_NEAR = 2  # days that the anchor's own interval may have


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The expression at ``start`` to ``end``, and the words that name the event meant."""

    start: int
    end: int
    n: str
    unit: str
    many: bool
    before: bool
    words: str
    at: int


def anchored(claims: Sequence[Claim], today: date | None = None) -> tuple[Claim, ...]:
    """The claims, those dated from another event with the day that follows from it.

    A day that would be after ``today``, the dispatch's, is not believed.
    """
    found = {c.id: a for c in claims if (a := _anchor(c))}
    if not found:
        return tuple(claims)
    dated = {i: _dated(c, found[i], claims, today) for c in claims if (i := c.id) in found}
    return tuple(dated.get(c.id, c) for c in claims)


def _anchor(claim: Claim) -> _Anchor | None:
    """The anchor in a claim's content, unless it names its day otherwise."""
    text = claim.content.text
    match = _ANCHORED.search(text) if _QUICK.search(text) else None
    if match is None:
        return None
    offset = claim.content.start
    words = _END.split(match["anchor"], maxsplit=1)[0].rstrip()
    start, at = offset + match.start(), offset + match.start("anchor")
    before = match["way"].lower() == "before"
    n, unit = (match["n"] or "").lower(), match["unit"].lower()
    anchor = _Anchor(start, at + len(words), n, unit, bool(match["many"]), before, words, at)
    own = claim.event.at if claim.event else None
    inside = own and own[0] >= at and own[1] <= anchor.end
    return anchor if (inside or own is None) and _stems(words) else None


def _dated(claim: Claim, anchor: _Anchor, claims: Sequence[Claim], today: date | None) -> Claim:
    """The claim with the day that follows from its anchor's, or with what is not known of it."""
    own = claim.event if claim.event and claim.event.at else None
    days = [own] if own else list(_days_of(anchor, claim, claims))
    days = [when for when in days if when.start and when.end]
    offset = claim.content.start
    text = claim.content.text[anchor.start - offset : anchor.end - offset]
    unknown = f"unknown: counted from “{anchor.words}”, "
    nothing = When(None, None, "open", unknown, text, (anchor.start, anchor.end))
    if len({(when.start, when.end) for when in days}) != 1:
        why = "for which it has several days" if days else "whose day the report does not tell"
        return replace(claim, event=replace(nothing, basis=unknown + why))
    found = _counted(anchor, *_ends(days[0]))
    if found is None or (today and found.start and found.start > today):
        why = f"and so after the day of the report, if that was on {days[0].start}"
        return replace(claim, event=replace(nothing, basis=unknown + why))
    start, end = (day.isoformat() if day else None for day in (found.start, found.end))
    basis = f"counted from “{anchor.words}”, which was on {days[0].start} (“{days[0].text}”)"
    when = replace(nothing, start=start, end=end, precision=found.precision, basis=basis)
    return replace(claim, event=when)


def _ends(when: When) -> tuple[date, date]:
    """The first and the last day of an interval that has both."""
    return date.fromisoformat(str(when.start)[:10]), date.fromisoformat(str(when.end)[:10])


def _days_of(anchor: _Anchor, claim: Claim, claims: Sequence[Claim]) -> Iterator[When]:
    """The days of the claims that tell of the event meant, as far as they are sure to a day."""
    if _INDEFINITE.match(anchor.words):
        return  # "a month after a test": which one is not told
    wanted = _stems(anchor.words)
    names = {w[:_STEM].lower() for w in _WORD.findall(anchor.words) if w[0].isupper()}
    for other in claims:
        when = other.event
        if other.id == claim.id or not when or not when.start or not when.end or _anchor(other):
            continue
        known = _stems(other.content.text)
        plain = (wanted - names) & known
        start, end = _ends(when)
        told = names <= known and plain and len(wanted & known) >= _SHARE * len(wanted)
        if (
            told
            and (end - start).days < _NEAR
            and not other.negated
            and other.modality != "planned"
        ):
            yield when


def _stems(text: str) -> set[str]:
    words = (w for w in _WORD.findall(text.lower()) if w not in LETTERS or LETTERS[w] == "v")
    return {w[:_STEM] for w in words if len(w) > 2}


def _counted(anchor: _Anchor, start: date, end: date) -> Interval | None:
    """So long before or after the days of an event; ``None`` where no calendar has such a day."""
    way = -1 if anchor.before else 1
    origin = start if anchor.before else end
    if anchor.unit == "hour":
        return Interval(min(origin, origin + way * DAY), max(origin, origin + way * DAY), "day")
    one = not anchor.many and anchor.n in ("", "the", "a", "an")
    n = 1 if one else int(count(anchor.n) or 0)
    if not n:
        return Interval(None, origin, "open") if anchor.before else Interval(origin, None, "open")
    try:
        return _at(anchor.unit, origin, way * n)
    except (ValueError, OverflowError):
        return None


def _at(unit: str, origin: date, n: int) -> Interval:
    """So many units from a day, as wide as the unit is."""
    if unit == "year":
        return Interval.year(origin.year + n)
    if unit == "month":
        day = shifted(origin, n)
        return Interval.month(day.year, day.month)
    return Interval.week(origin + 7 * n * DAY) if unit == "week" else Interval.day(origin + n * DAY)
