"""All the places that a report mentions."""

from __future__ import annotations

from dateline.claims.places.features import Feature, again
from dateline.claims.places.gazetteer import Gazetteer, gazetteer
from dateline.claims.places.mentions import Name, read
from dateline.claims.places.resolve import place_spots
from dateline.claims.places.spelling import key
from dateline.claims.places.spots import Spot
from dateline.model import Anatomy, Place, Sentence

_SPOKEN = frozenset({"body", "dateline", "caption", "headline"})


def places_of(anatomy: Anatomy, known: Gazetteer | None = None) -> tuple[Place, ...]:
    """The mentions of places in a report, in text order, each placed as far as it can be.

    Bylines, credits and what the site adds are not read. A mention without a point
    (``lat is None``) is a river, a base, a border …, or a village that only the text knows.
    """
    known = known or gazetteer()
    text = anatomy.report.text
    spoken = [s for s in anatomy.sentences if s.role in _SPOKEN]
    names: list[Name] = []
    called: list[Feature] = []
    for s in spoken:
        for found in read(text, s.start, s.end, known, s.role == "dateline"):
            if isinstance(found, Name):
                names.append(found)
            else:
                called.append(found)
    spots = [_spot(text, n) for n in _meant(names)]
    if called:
        spots = _joined(spots, _everywhere(text, spoken, called), text)
    peoples = list(
        dict.fromkeys(n.matches[0] for n in names if n.standing == "people" if n.matches)
    )
    places = place_spots(text, spots, peoples, known)
    return tuple(p for p in places if p.lat is not None or p.feature)


def _spot(text: str, name: Name) -> Spot:
    feature = "" if name.matches else "PPL"
    span = text[name.start : name.end]
    return Spot(name.start, name.end, span, name.key, name.matches, feature=feature)


def _meant(found: list[Name]) -> list[Name]:
    """The names by which a place is meant.

    What is a place at one mention is one at others that could be; what is a person's name at one
    mention is a place only where that is sure.
    """
    shown = {n.key for n in found if n.standing == "place"}
    persons = {n.key for n in found if n.standing == "person"}
    return [
        n
        for n in found
        if n.standing == "place" or (n.standing == "maybe" and n.key in shown - persons)
    ]


def _everywhere(text: str, spoken: list[Sentence], called: list[Feature]) -> list[Feature]:
    """Rivers, bases, borders: named as such once, then wherever the name comes again."""
    kinds = {f.name: f.kind for f in called}
    return called + [f for s in spoken for f in again(text, s.start, s.end, kinds)]


def _joined(spots: list[Spot], called: list[Feature], text: str) -> list[Spot]:
    """Both in text order; of two that overlap the longer."""
    both = spots + [
        Spot(f.start, f.end, text[f.start : f.end], key(f.name), feature=f.kind) for f in called
    ]
    both.sort(key=lambda s: (s.start, -s.end))
    kept: list[Spot] = []
    for s in both:
        if not kept or s.start >= kept[-1].end:
            kept.append(s)
        elif s.end - s.start > kept[-1].end - kept[-1].start:
            kept[-1] = s
    return kept
