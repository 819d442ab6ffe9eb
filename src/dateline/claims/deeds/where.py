"""Where it happened: the places of a zone, and how far and which way from them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from dateline.claims.actors.names import key
from dateline.claims.deeds.zones import LEFT, Zone
from dateline.claims.words.kinds_of_place import KINDS_OF_PLACE, SETTLED
from dateline.claims.words.tagged import Tagged
from dateline.model import Place

_RUN = re.compile("q?[CgHMJS](?:[CqHMJSn]|o(?=[Cq]))*")
_DISTANCE = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)[\s-]?(km|kilomet(?:er|re)s?|miles?|mi)\b(?!\s+(?:long|wide))", re.I
)
_DIRECTION = re.compile(
    r"\b((?:north|south)[\s-]?(?:east|west)?|east|west)(?:ern|ward|wards)?\s+(?:\w+\s+)?(?:of|from)\b",
    re.I,
)
# What may stand between a preposition and a name.
_OPENING = re.compile("[djknLoRghmx']*|.*[kL]d?k?o?d?[Lk]*|.*od?")
_LISTED = re.compile("L*(?:,|,?c)[dLo]*")
_OF_COUNTRY = re.compile("g[ja]*L")
_NAME = re.compile("[CS]")
_LOOK_BACK = 40  # mentions of places
_COUNTRY = 6  # UCDP where_prec of a whole country
_MILE = 1.609344
_FROM = re.compile(r"\b(?:of|from|outside|away)\b[^,;]*$")


class _Run(NamedTuple):
    first: int
    last: int


class Spot(NamedTuple):
    """A place with the word where its mention begins."""

    at: int
    place: Place


def spots(tagged: Tagged, places: Sequence[Place]) -> list[Spot]:
    """The places of a report with the words where their mentions begin."""
    return [Spot(tagged.between(p.start, p.end)[0], p) for p in places]


def in_zone(
    tagged: Tagged, zone: Zone, known: Sequence[Spot], taken: Sequence[tuple[int, int]]
) -> list[Spot]:
    """The places of a zone: those given, or a name whose words say that it is one.

    ``taken`` are the words of actors. A name that no gazetteer gave stands as it is, not placed.
    """
    first = bisect_left(known, (zone.first,))
    given = list(known[first : bisect_left(known, (zone.last,), first)])
    fine = [s for s in given if s.place.precision < _COUNTRY] or given
    if fine and _OF_COUNTRY.match(tagged.tags, fine[0].at, zone.last):
        phrase = described(tagged, zone)  # "the last Syrian stronghold" is not Syria
        return [phrase] if phrase else fine
    if not _NAME.search(tagged.tags, zone.first, zone.last):
        return _listed(tagged, fine)
    new = [s for s in _named(tagged, zone, taken) if not any(_overlap(s, g) for g in given)]
    return _listed(tagged, sorted((*fine, *new)))


def _overlap(a: Spot, b: Spot) -> bool:
    return a.place.start < b.place.end and b.place.start < a.place.end


def _listed(tagged: Tagged, found: Sequence[Spot]) -> list[Spot]:
    """The first place with those that are listed with it: "X, Y and Z"."""
    listed = list(found[:1])
    for spot in found[1:]:
        last = tagged.between(listed[-1].place.start, listed[-1].place.end)[1]
        if not _LISTED.fullmatch(tagged.tags[last : spot.at]):
            break
        listed.append(spot)
    return listed


def _is_inside(at: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in taken)


def _named(tagged: Tagged, zone: Zone, taken: Sequence[tuple[int, int]]) -> list[Spot]:
    found: list[_Run] = []
    for run in _RUN.finditer(tagged.tags, zone.first, zone.last):
        first, last = run.span()
        gap = tagged.tags[found[-1].last if found else zone.first : first]
        opens = _LISTED.fullmatch(gap) if found else _OPENING.fullmatch(gap)
        if not opens and (found or zone.word != LEFT):
            break
        if zone.word == LEFT and _is_opening_word(tagged, first, last):
            continue
        if _is_inside(first, taken) or tagged.tags[last : last + 1] in ("h", "x", "'"):
            continue
        if "C" in run.group() or "S" in run.group():
            found.append(_Run(first, last))
    return [Spot(run.first, _unplaced(tagged, *run)) for run in found]


def _is_opening_word(tagged: Tagged, first: int, last: int) -> bool:
    """Whether a capital may be the sentence's: one word after a stop, found nowhere else."""
    opens = last == first + 1 and tagged.tags[first - 1 : first] in ("", ".")
    return (
        opens
        and tagged.tags[last : last + 1] != "L"
        and tagged.words.count(tagged.words[first]) == 1
    )


def _unplaced(tagged: Tagged, first: int, last: int) -> Place:
    """A name as a place that is not placed: its kind by the words beside it ("the X station")."""
    behind = last
    while tagged.tags[behind : behind + 1] == "L" and behind < last + 2:
        behind += 1
    kind = tagged.lower[behind - 1] if behind > last else _kind_before(tagged, first)
    span = tagged.span(first, behind)
    basis = "named by the text only"
    return Place(span.start, span.end, span.text, None, None, None, None, kind, 7, basis=basis)


def _kind_before(tagged: Tagged, first: int) -> str:
    for i in range(first - 1, max(first - 4, 0), -1):
        if tagged.tags[i] == "L":
            return tagged.lower[i].removesuffix("s")
    return "unknown"


_PHRASE_OF_KIND = re.compile("d?[nja]*(?:[gCSmhM]+[x']?)?[ja]*L+")


def described(tagged: Tagged, zone: Zone) -> Spot | None:
    """A place that the text only describes ("three villages", "their last stronghold")."""
    found = _PHRASE_OF_KIND.search(tagged.tags, zone.first, zone.last)
    if not found:
        return None
    span = tagged.span(*found.span())
    kind = tagged.lower[found.end() - 1]
    basis = "described by the text, not named"
    place = Place(span.start, span.end, span.text, None, None, None, None, kind, 7, basis=basis)
    return Spot(found.start(), place)


def meant(tagged: Tagged, zone: Zone, known: Sequence[Spot]) -> Spot | None:
    """The place that "the town" or "the city" means: the last one that was called so before."""
    for i in range(zone.first, zone.last):
        kind = tagged.lower[i]
        if kind in SETTLED and tagged.lower[i - 1] in ("the", "that", "this"):
            return _called(tagged, kind, i, known)
    return None


def _called(tagged: Tagged, kind: str, at: int, known: Sequence[Spot]) -> Spot | None:
    last = bisect_left(known, (at,))
    for spot in known[max(last - _LOOK_BACK, 0) : last][::-1]:
        near = tagged.lower[max(spot.at - 3, 0) : spot.at + 4]
        if kind in near and kind in KINDS_OF_PLACE:
            return spot
    return None


def offset(tagged: Tagged, first: int, at: int) -> tuple[float | None, str]:
    """Distance (km) and direction from the place at word ``at``, told in the words before it."""
    if first >= at:
        return None, ""
    before = tagged.text[tagged.starts[first] : tagged.starts[at]]
    distance = None
    if (told := _DISTANCE.search(before)) and _FROM.search(before[told.end() :]):
        distance = float(told[1].replace(",", ""))
        if told[2].lower().startswith("mi"):
            distance = round(distance * _MILE, 1)
    ways = _DIRECTION.findall(before)
    way = re.sub(r"[\s-]", "", ways[-1].lower()) if ways else ""
    return distance, way


__all__ = ["Spot", "described", "in_zone", "key", "meant", "offset", "spots"]
