"""Places that a name may mean, for a person to choose from."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from dateline.claims.places.gazetteer import gazetteer
from dateline.claims.places.precision import precision_of
from dateline.claims.places.spelling import key
from dateline.errors import UsageError

__all__ = ["Candidate", "candidates", "chosen"]

_MOST = 12
_POINT = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the gazetteer: ``country`` is an ISO 3166 code, ``population`` 0 if unknown."""

    geonameid: int
    name: str
    lat: float
    lon: float
    feature: str
    precision: int
    country: str
    population: int


def candidates(name: str) -> list[Candidate]:
    """The twelve largest places that go by a name, the largest first."""
    found = gazetteer().spelled(key(name))[:_MOST]
    return [
        Candidate(
            *(e.geonameid, e.name, e.lat, e.lon, e.feature, precision_of(e)),
            *(e.country, e.population),
        )
        for e in (match.entry for match in found)
        if e.geonameid
    ]


def chosen(words: str, value: str) -> str:
    """What a decision keeps of a place: that with a GeoNames id, or the point ``LAT,LON``.

    The id is one of those that its ``words`` may mean; degrees are those of WGS 84.

    Raises:
        UsageError: the value is neither.
    """
    if point := _POINT.fullmatch(value):
        kept: dict[str, object] = {"name": words, "geonameid": None}
        kept |= {"lat": float(point[1]), "lon": float(point[2]), "feature": "", "precision": 1}
        return json.dumps(kept | {"country": ""}, ensure_ascii=False)
    for one in candidates(words):
        if str(one.geonameid) == value.strip():
            names = ("name", "geonameid", "lat", "lon", "feature", "precision", "country")
            return json.dumps({n: getattr(one, n) for n in names}, ensure_ascii=False)
    known = ", ".join(f"{c.geonameid} ({c.name}, {c.country})" for c in candidates(words)[:6])
    raise UsageError(f"{words}: give LAT,LON in degrees, or one of: {known or 'none is known'}")
