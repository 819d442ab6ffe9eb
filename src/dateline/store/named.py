"""The places that a report names where it begins: what a list of stories can be narrowed to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.model import Anatomy, Place, Sentence

__all__ = ["Named", "named"]

_BODY = 3  # news tells where in its first sentences; to read all takes four times as long
_INITIALS = 4  # letters and dots: "U.S." is no shouting
_READ = frozenset({"", "en"})


@dataclass(frozen=True, slots=True)
class Named:
    """A place: ``key`` is its GeoNames id, or else its folded name; ``written`` as reports do.

    ``gazetteer`` is GeoNames' name, ``precision`` as in :class:`~dateline.model.Place`.
    ``mentions`` counts those beside the dateline.
    """

    key: str
    written: str
    gazetteer: str
    precision: int
    mentions: int


def named(anatomy: Anatomy, language: str) -> tuple[Named, ...]:
    """The places in dateline, headline and the first three sentences, each once, in their order.

    Nothing is read in a ``language`` other than English.
    """
    if language not in _READ:
        return ()
    from dateline.claims.places import places_of

    datelines = [s for s in anatomy.sentences if s.role == "dateline"]
    found: dict[str, Named] = {}
    for place in places_of(replace(anatomy, sentences=tuple(_beginning(anatomy)))):
        one = _named(place, any(s.start <= place.start < s.end for s in datelines))
        before = found.get(one.key)
        mentions = one.mentions + (before.mentions if before else 0)
        found[one.key] = replace(before or one, mentions=mentions)
    return tuple(found.values())


def _beginning(anatomy: Anatomy) -> Iterator[Sentence]:
    seen = 0
    for sentence in anatomy.sentences:
        seen += sentence.role == "body"
        if sentence.role in ("dateline", "headline") or (sentence.role == "body" and seen <= _BODY):
            yield sentence


def _named(place: Place, in_dateline: bool) -> Named:
    from dateline.claims.places.spelling import key

    known = str(place.geonameid) if place.geonameid is not None else key(place.text)
    written = " ".join(place.text.split())
    if written.isupper() and len(written) > _INITIALS:
        written = written.title()
    return Named(known, written, place.name or "", place.precision, int(not in_dateline))
