"""When a claim was said apart from when it happened."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.claims.dates.today import Today
from dateline.claims.dates.whens import whens_in
from dateline.model import Anatomy, Claim, ClaimKind, Source, Span, When

__all__ = ["Saying", "dated", "said_and_event"]

_SAYING = ("moment", "day", "week", "open")
_SAME_CLAUSE = re.compile(r"[^,;:.“”\"(]{0,60}")
_FINEST = ("moment", "day", "week", "month", "season", "year", "decade", "open")


def dated(
    claim: Claim, anatomy: Anatomy, today: Today | None, named: Sequence[When] | None = None
) -> Claim:
    """The claim with ``said`` and ``event``; ``named`` are the report's days if they are found.

    What the reporting clause names is when it was said, what the content names is when it happened.
    A statement whose clause names no day was said on the day of the dispatch; an event whose
    content names none has none.
    """
    text = anatomy.report.text
    if named is None:
        named = [w for s in anatomy.sentences for w in whens_in(text, s.start, s.end, today)]
    saying = Saying(claim.kind, claim.content, claim.more, claim.cue, claim.source)
    said, event = said_and_event(saying, anatomy, today, named)
    return replace(claim, said=said, event=event)


class Saying(NamedTuple):
    """What a claim says and by which words."""

    kind: ClaimKind
    content: Span
    more: tuple[Span, ...]
    cue: Span | None
    source: Source | None


def said_and_event(
    claim: Saying, anatomy: Anatomy, today: Today | None, named: Sequence[When]
) -> tuple[When | None, When | None]:
    """When a claim was said and when its event was, as :func:`dated` fills them in."""
    event = _finest(_between(named, claim.content.start, claim.content.end))
    if claim.kind != "attributed":
        return None, event
    return _finest(_beside_cue(claim, anatomy, named)) or _of_dispatch(today), event


def _beside_cue(claim: Saying, anatomy: Anatomy, named: Sequence[When]) -> list[When]:
    """The days that the reporting clause names: beside its verb, and no part of what is said."""
    at = (claim.cue or claim.source) if named else None
    if not at:
        return []
    n = bisect_right(anatomy.sentences, at.start, key=lambda s: s.start) - 1
    sentence = anatomy.sentences[n]
    if n < 0 or at.start >= sentence.end:
        return []
    text = anatomy.report.text
    found = _between(named, sentence.start, sentence.end)
    return [w for w in found if w.precision in _SAYING and _is_beside(text, w, claim)]


def _between(named: Sequence[When], start: int, end: int) -> list[When]:
    return [w for w in named if w.at and start <= w.at[0] and w.at[1] <= end]


def _is_beside(text: str, when: When, claim: Saying) -> bool:
    first, last = when.at or (0, 0)
    if any(span.start < last and first < span.end for span in (claim.content, *claim.more)):
        return False
    for span in (claim.cue, claim.source):
        if span and span.end <= first:
            # "said in a statement on Thursday", "the army on Thursday said"
            return bool(_SAME_CLAUSE.fullmatch(text[span.end : first]))
        if span and last <= span.start and text[last : span.start].strip() in ("", ","):
            return True  # "On Thursday, the army said"
    return False


def _finest(found: Sequence[When]) -> When | None:
    """The most exact, the first among equals."""
    return min(found, key=lambda when: _FINEST.index(when.precision), default=None)


def _of_dispatch(today: Today | None) -> When | None:
    if not today:
        return None
    day = today.day.isoformat()
    return When(day, day, "day", f"day of the dispatch ({today.basis})")
