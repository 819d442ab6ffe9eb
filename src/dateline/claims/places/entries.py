"""What the gazetteer knows of a place."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple, get_args

Feature = Literal["PPL", "PPLC", "ADM1", "ADM2", "PCLI", "CONT"]
FEATURES: tuple[Feature, ...] = get_args(Feature)

# Features that are larger than a town.
LARGE = ("PCLI", "ADM1", "ADM2", "CONT")


class Entry(NamedTuple):
    """A place: ``lat`` and ``lon`` in degrees (WGS 84), ``feature`` a GeoNames feature code.

    ``country`` is an ISO 3166 code, ``admin1`` GeoNames' code of the first-level division within
    it; ``geonameid`` and ``population`` are 0 where they are not known.
    """

    geonameid: int
    name: str
    lat: float
    lon: float
    population: int
    country: str
    admin1: str
    feature: Feature


class Match(NamedTuple):
    """An entry that a name may mean; ``own`` is whether it is the entry's first name.

    ``wards`` is where the entry lies, the widest first: its country, its first-level division and,
    for a town, a cell of each of two grids; each has a number of its own.
    """

    entry: Entry
    own: bool
    wards: tuple[int, ...]


_CELL = 2.0  # degrees: two towns in one cell are some 100 km apart


def match(entry: Entry, own: bool) -> Match:
    """A match with its wards."""
    return Match(entry, own, tuple(map(_numbers.__getitem__, _wards(entry))))


class _Numbers(dict[object, int]):
    """A number for each ward met: votes are counted by it, and pairs are slow as keys."""

    def __missing__(self, ward: object) -> int:
        self[ward] = number = len(self)
        return number


_numbers = _Numbers()


def _wards(entry: Entry) -> tuple[object, ...]:
    if entry.feature == "CONT":
        return ()
    if entry.feature == "PCLI":
        return (entry.country,)
    division = (entry.country, entry.admin1)
    if entry.feature == "ADM1":
        return (entry.country, division)
    lat, lon = entry.lat / _CELL, entry.lon / _CELL
    return (
        entry.country,
        division,
        (math.floor(lat), math.floor(lon)),
        (math.floor(lat + 0.5) + 0.5, math.floor(lon + 0.5) + 0.5),
    )
