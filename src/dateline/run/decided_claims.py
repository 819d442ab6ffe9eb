"""A person's decisions about whose word claims are and where places are, put into the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dateline.model import Claim, Place, Source, SourceType
from dateline.run.marking import speaker_in_words, speaker_of
from dateline.store.judgements import Judgement
from dateline.store.placing import mark, placing
from dateline.text import fold

__all__ = ["decided_claims"]


def decided_claims(claims: tuple[Claim, ...], judgements: Iterable[Judgement]) -> tuple[Claim, ...]:
    """The claims of one text with speakers and places as people see them."""
    found = list(judgements)
    if not found:
        return claims
    speakers = {(j.a_start, j.a_span): j for j in found if j.about == "speaker"}
    placed = placing([j for j in found if j.about == "place"])
    types = {fold(speaker_of(c)): c.source.type for c in claims if c.source}
    return tuple(
        _spoken(_somewhere(c, placed), speakers.get((c.content.start, c.content.text)), types)
        for c in claims
    )


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


def _somewhere(claim: Claim, placed: Callable[[Place], Place]) -> Claim:
    places = tuple(map(placed, claim.places))
    happenings = tuple(
        replace(h, place=placed(h.place)) if h.place else h for h in claim.happenings
    )
    if (places, happenings) == (claim.places, claim.happenings):
        return claim
    return replace(claim, places=places, happenings=happenings)
