"""A person's decisions about whose word claims are and where places are, put into the claims."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from dateline.model import Claim, Place, Source, SourceType
from dateline.run.marking import mark, place_in_words, speaker_in_words, speaker_of
from dateline.store.judgements import Judgement
from dateline.text import fold

__all__ = ["decided_claims", "kept_place"]

_NOWHERE: dict[str, Any] = {
    **dict.fromkeys(("name", "geonameid", "lat", "lon")),
    "feature": "",
    "precision": 7,  # UCDP's where_prec
    "country": "",
}


def decided_claims(claims: tuple[Claim, ...], judgements: Iterable[Judgement]) -> tuple[Claim, ...]:
    """The claims of one text with speakers and places as people see them.

    A decision about a place holds for every mention by the same words that the machine puts in the
    same place, unless a mention has one of its own.
    """
    found = list(judgements)
    if not found:
        return claims
    speakers = {(j.a_start, j.a_span): j for j in found if j.about == "speaker"}
    placed = _placing([j for j in found if j.about == "place"])
    types = {fold(speaker_of(c)): c.source.type for c in claims if c.source}
    return tuple(
        _spoken(_somewhere(c, placed), speakers.get((c.content.start, c.content.text)), types)
        for c in claims
    )


def kept_place(place: Place) -> str:
    """Where a place is, as a decision keeps it; empty where it is not placed."""
    if place.lat is None:
        return ""
    return json.dumps({name: getattr(place, name) for name in _NOWHERE}, ensure_ascii=False)


def _spoken(claim: Claim, j: Judgement | None, types: dict[str, SourceType]) -> Claim:
    """The claim as the word of whoever a person says it is."""
    was, machine = speaker_of(claim), speaker_in_words(claim)
    if j is None or (j.decision == "reject" and j.machine != machine):
        return claim
    judged = mark(j, machine)
    if j.value == was and j.decision != "reject":
        return replace(claim, judged=judged)
    if not j.value:
        return replace(claim, kind="attributed", source=None, judged=judged)
    at = claim.source or Source(claim.content.start, claim.content.start, "", None, "unknown")
    source = replace(at, canonical=j.value, type=types.get(fold(j.value), "unknown"))
    return replace(claim, kind="attributed", source=source, judged=judged)


def _placing(judgements: Sequence[Judgement]) -> Callable[[Place], Place]:
    """Where a mention is by the decision about itself, or else about others like it."""
    own = {(j.a_start, j.a_span): j for j in judgements}
    alike = {(j.a_span, j.machine): j for j in judgements}

    def placed(place: Place) -> Place:
        machine = place_in_words(place)
        j = own.get((place.start, place.text)) or alike.get((place.text, machine))
        if j is None or (j.decision == "reject" and j.machine != machine):
            return place
        return _placed(place, j, machine)

    return placed


def _placed(place: Place, j: Judgement, machine: str) -> Place:
    judged = mark(j, machine)
    if j.value == kept_place(place):
        return replace(place, judged=judged)
    where: dict[str, Any] = _NOWHERE | (json.loads(j.value) if j.value else {})
    kept = {name: where[name] for name in _NOWHERE}
    return replace(place, **kept, radius=None, basis=judged.says, judged=judged)


def _somewhere(claim: Claim, placed: Callable[[Place], Place]) -> Claim:
    places = tuple(map(placed, claim.places))
    happenings = tuple(
        replace(h, place=placed(h.place)) if h.place else h for h in claim.happenings
    )
    if (places, happenings) == (claim.places, claim.happenings):
        return claim
    return replace(claim, places=places, happenings=happenings)
