"""The happenings of a pile's claims one by one, each with its place's and its source's key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.claims.actors.names import key
from dateline.claims.situation.pile import Pile
from dateline.claims.words.kinds_of_place import KINDS_OF_PLACE
from dateline.model import Claim, Happening, Place

DESCRIBED = "described by the text, not named"
_WORD = re.compile(r"\w+")


class Told(NamedTuple):
    """One happening as one claim tells it; what has the same keys is about the same."""

    place: str
    source: str
    claim: Claim
    happening: Happening


def told(pile: Pile) -> Iterator[Told]:
    """Every happening that has a place, in the claims' order."""
    for claim in pile.claims:
        for happening in claim.happenings:
            if happening.place:
                place = _place_key(happening.place, claim.report, pile)
                yield Told(place, _source_key(claim, pile), claim, happening)


def _place_key(place: Place, report: str, pile: Pile) -> str:
    """One key for the spellings of one place: its number in the gazetteer, or its bare name."""
    if place.geonameid is not None:
        return f"#{place.geonameid}"
    if place.basis == DESCRIBED:
        return f"?{pile.dispatch.get(report, report)} {pile.key(place.text, report)}"
    return bare(pile.called(bare(place.text), report))


def bare(name: str) -> str:
    """The name without the words for kinds of places: "T2 pumping station" is "t2"."""
    found = _WORD.findall(key(name))
    return " ".join(w for w in found if w not in KINDS_OF_PLACE) or " ".join(found)


def _source_key(claim: Claim, pile: Pile) -> str:
    """One key for the mentions of one source; whoever is not sure stays apart by claim."""
    if claim.kind != "attributed":
        return f"{claim.kind} {pile.dispatch.get(claim.report, claim.report)}"
    if claim.source is None:
        return f"? {claim.id}"
    if claim.source.canonical is None:
        family = pile.dispatch.get(claim.report, claim.report)
        return f"{family} {pile.key(claim.source.text, claim.report)}"
    return pile.key(claim.source.canonical, claim.report)
