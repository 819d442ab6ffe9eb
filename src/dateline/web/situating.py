"""The situation as some dispatches claim it, up to a day."""

from __future__ import annotations

from dateline.claims.merge import Told
from dateline.claims.situation import Parties, Pile, names_learned, situation_of
from dateline.model import Claim, Situation, When
from dateline.web.gathering import Gathered

__all__ = ["days_told", "situated"]


def situated(found: Gathered, parties: Parties, until: str = "") -> Situation:
    """Who is where by whose word; with ``until`` (ISO) what was told later is left out."""
    claims = [c for c in found.claims.values() if c.happenings]
    days = {r: d for one in found.told for r, d in _days(one).items()}
    if until:
        claims = [c for c in claims if _told_on(c, days) <= until]
    dispatch = {r: one.dispatch.id for one in found.told for r in one.versions}
    origin = {one.dispatch.id: one.origin for one in found.told if one.origin}
    names = {r: names_learned(c) for one in found.told for r, c in one.comparisons.items()}
    return situation_of(Pile(claims, dispatch, origin, names, days, parties))


def days_told(found: Gathered) -> list[str]:
    """The days on which something was told that happened somewhere."""
    days = {r: d for one in found.told for r, d in _days(one).items()}
    told = {_told_on(c, days) for c in found.claims.values() if c.happenings}
    return sorted(told - {""})


def _told_on(claim: Claim, days: dict[str, When]) -> str:
    """The day of a claim as far as it is known, else empty."""
    for when in (claim.said, days.get(claim.report)):
        if when is not None and when.start:
            return when.start[:10]
    return ""


def _days(one: Told) -> dict[str, When]:
    return {
        r: When(v.today.day.isoformat(), v.today.day.isoformat(), "day", v.today.basis)
        for r, v in one.versions.items()
        if v.today is not None
    }
