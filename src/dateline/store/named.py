"""The places that a report names where it begins: what a list of stories can be narrowed to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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


def named(
    anatomy: Anatomy, language: str, placed: Callable[[Place], Place] | None = None
) -> tuple[Named, ...]:
    """The places in dateline, headline and the first three sentences, each once, in their order.

    Nothing is read in a ``language`` other than English. ``placed`` gives a mention as a person
    placed it (`dateline.store.placing`); what they say is not the place is left out.
    """
    if language not in _READ:
        return ()
    from dateline.claims.places import places_of

    datelines = [s for s in anatomy.sentences if s.role == "dateline"]
    found: dict[str, Named] = {}
    some = places_of(replace(anatomy, sentences=tuple(_beginning(anatomy))))
    for place in _decided(some, places_of(anatomy), placed) if placed else some:
        one = _named(place, any(s.start <= place.start < s.end for s in datelines))
        before = found.get(one.key)
        mentions = one.mentions + (before.mentions if before else 0)
        found[one.key] = replace(before or one, mentions=mentions)
    return tuple(found.values())


def _decided(
    some: Iterable[Place], whole: Iterable[Place], placed: Callable[[Place], Place]
) -> Iterator[Place]:
    """Mentions as a person placed them: what they decided about was read in the whole report."""
    read = {place.start: place for place in whole}
    for place in some:
        told = placed(read.get(place.start, place))
        if told.judged is None:
            yield place
        elif told.judged.decision != "reject":
            yield told


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
