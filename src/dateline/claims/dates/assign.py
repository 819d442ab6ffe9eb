"""When a claim was said apart from when it happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.dates.today import Today
from dateline.claims.dates.whens import whens_in
from dateline.model import Anatomy, Claim, When

__all__ = ["dated"]

_FINEST = ("moment", "day", "week", "month", "season", "year", "decade", "open")


def dated(claim: Claim, anatomy: Anatomy, today: Today | None) -> Claim:
    """The claim with ``said`` and ``event``.

    What the reporting clause names is when it was said, what the content names is when it happened.
    A statement whose clause names no day was said on the day of the dispatch; an event whose
    content names none has none.
    """
    text = anatomy.report.text
    inside = whens_in(text, claim.content.start, claim.content.end, today)
    said = None
    if claim.kind == "attributed":
        said = _finest(_outside(claim, anatomy, today)) or _of_dispatch(today)
    return replace(claim, said=said, event=_finest(inside))


def _outside(claim: Claim, anatomy: Anatomy, today: Today | None) -> list[When]:
    """The days named in the sentence of the cue, outside the content."""
    at = claim.cue or claim.source
    sentence = next((s for s in anatomy.sentences if at and s.start <= at.start < s.end), None)
    if not sentence:
        return []
    text, content = anatomy.report.text, claim.content
    before = whens_in(text, sentence.start, min(content.start, sentence.end), today)
    after = whens_in(text, max(content.end, sentence.start), sentence.end, today)
    return [*before, *after]


def _finest(found: Sequence[When]) -> When | None:
    """The most exact, the first among equals."""
    return min(found, key=lambda when: _FINEST.index(when.precision), default=None)


def _of_dispatch(today: Today | None) -> When | None:
    if not today:
        return None
    day = today.day.isoformat()
    return When(day, day, "day", f"day of the dispatch ({today.basis})")
