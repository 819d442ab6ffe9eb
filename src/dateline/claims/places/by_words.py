"""Placing by the text's own words what the gazetteer lacks: "70 km from X", "in Y province"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.claims.places.distances import BEARINGS, Distance, distances_in
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.precision import PRECISION, precise
from dateline.claims.places.qualify import area_behind
from dateline.model import Place

_KM_PER_DEGREE = 111.2
_REACH = 120
_IN = re.compile(r"(?:\sand\s\w+)?,?\sin\s(?:the\s)?(?:\w+\s){0,2}?$")
_STOP = re.compile(r"[.!?][”\"’)]?\s|\n")
_TOWARDS = re.compile(r"[,\s]{1,3}(?:the\s)?(?:\w+\s){0,3}$")


def by_words(text: str, places: list[Place], names: list[str], known: Gazetteer) -> list[Place]:
    """The same places, those without a point placed where the text says how they lie to another.

    ``names`` are the keys of the places: one name has one place throughout the report. Where it
    is empty, nothing is sought.
    """
    lost = [(p, n) for p, n in zip(places, names, strict=True) if n and p.lat is None]
    if not lost:
        return places
    linked = _linked(text, places)
    found: dict[str, Place] = {}
    for place, name in lost:
        if put := linked.get((place.start, place.end)):
            found.setdefault(name, put)
    for place, name in lost:
        if name not in found and (put := _within(text, place, places, known)):
            found[name] = put
    return [_put(p, found.get(n)) for p, n in zip(places, names, strict=True)]


def _put(place: Place, put: Place | None) -> Place:
    if place.lat is not None or put is None:
        return place
    return replace(put, start=place.start, end=place.end, text=place.text, feature=place.feature)


def _linked(text: str, places: list[Place]) -> dict[tuple[int, int], Place]:
    """What a distance says of a place without a point, by its span."""
    placed = {}
    for found in distances_in(text):
        anchor = _at(places, found.place.start, found.place.end)
        subject = _subject(text, found, places)
        if anchor is None or subject is None:
            continue
        if anchor.lat is not None and subject.lat is None:
            placed[subject.start, subject.end] = _offset(subject, anchor, found, found.direction)
        elif subject.lat is not None and anchor.lat is None:
            opposite = _opposite(found.direction)
            placed[anchor.start, anchor.end] = _offset(anchor, subject, found, opposite)
    return placed


def _subject(text: str, found: Distance, places: list[Place]) -> Place | None:
    """What lies at the distance: the nearest place before, or behind the comma that ends it.

    A country or a division is no subject: it lies around, not beside.
    """
    stops = [m.end() for m in _STOP.finditer(text, max(0, found.start - _REACH), found.start)]
    clause = stops[-1] if stops else max(0, found.start - _REACH)
    narrow = [p for p in places if p.precision not in (3, 4, 6)]
    before = [p for p in narrow if clause <= p.start and p.end <= found.start]
    if before:
        return before[-1]
    behind = [p for p in narrow if p.start >= found.end]
    if behind and _TOWARDS.fullmatch(text, found.end, behind[0].start):
        return behind[0]
    return None


def _at(places: Iterable[Place], start: int, end: int) -> Place | None:
    return next((p for p in places if p.start < end and start < p.end), None)


def _opposite(direction: str) -> str:
    back = (BEARINGS[direction] + 180) % 360 if direction else None
    return next((name for name, bearing in BEARINGS.items() if bearing == back), "")


def _offset(place: Place, anchor: Place, found: Distance, direction: str) -> Place:
    """The point at a distance and bearing; without a bearing the anchor, and how far off it is."""
    assert anchor.lat is not None
    assert anchor.lon is not None
    lat, lon, radius = anchor.lat, anchor.lon, found.km
    if direction:
        bearing = math.radians(BEARINGS[direction])
        lat += found.km * math.cos(bearing) / _KM_PER_DEGREE
        wide = _KM_PER_DEGREE * math.cos(math.radians(anchor.lat))
        lon += found.km * math.sin(bearing) / wide
        # One of eight winds is known to 22.5 degrees either side: some 0.4 of the distance.
        radius = 0.4 * found.km
    where = f"{direction} of" if direction else "from"
    return replace(
        place, lat=round(lat, 4), lon=round(lon, 4), country=anchor.country,
        precision=precise(radius), radius=round(radius, 1),
        basis=f"the text: {found.value:g} {found.unit} {where} {anchor.text}",
    )  # fmt: skip


def _within(text: str, place: Place, places: list[Place], known: Gazetteer) -> Place | None:
    """The area that the text says a place is in, with the area's precision."""
    area = area_behind(text, place.end, known)
    if area:
        entry = area.entry
        return replace(
            place, lat=entry.lat, lon=entry.lon, country=entry.country,
            precision=PRECISION[entry.feature], basis=f"the text: in {entry.name}",
        )  # fmt: skip
    behind = [p for p in places if p.start > place.end and p.lat is not None]
    if not behind or not _IN.fullmatch(text, place.end, behind[0].start):
        return None
    around = behind[0]
    return replace(
        place, lat=around.lat, lon=around.lon, country=around.country,
        precision=max(2, around.precision), basis=f"the text: in {around.text}",
    )  # fmt: skip
