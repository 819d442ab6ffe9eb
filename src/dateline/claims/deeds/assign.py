"""Whose a happening is where claims stand in one another: the innermost one's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Claim, Happening


def innermost(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one report, each happening left only to the shortest that holds it.

    What a statement says of a leaflet's words is the leaflet's.
    """
    owner: dict[int, Claim] = {}
    for claim in claims:
        for happening in claim.happenings:
            known = owner.get(id(happening))
            if known is None or _length(claim) < _length(known):
                owner[id(happening)] = claim
    return tuple(
        _with(claim, [h for h in claim.happenings if owner[id(h)] is claim]) for claim in claims
    )


def _with(claim: Claim, kept: Sequence[Happening]) -> Claim:
    same = len(kept) == len(claim.happenings)
    return claim if same else replace(claim, happenings=tuple(kept))


def _length(claim: Claim) -> int:
    return claim.content.end - claim.content.start
