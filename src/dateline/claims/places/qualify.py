"""What stands right beside a name and says where or what it is: "Paris, Texas", "Homs province"."""

from __future__ import annotations

import re

from dateline.claims.places.entries import Match
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.lexicon import KINDS
from dateline.claims.places.patterns import NEARBY
from dateline.claims.places.spelling import key
from dateline.claims.places.spots import Spot
from dateline.claims.places.states import SHORT

_NAME = r"[^\W\d_a-z][\w.'’-]*(?:\s(?:of\s)?[^\W\d_a-z][\w.'’-]*){0,2}"
_AFTER = re.compile(rf",\s({_NAME})|\s\(({_NAME})\)")
_TYPE = "|".join(sorted(map(re.escape, KINDS), key=len, reverse=True))
_TYPE_AFTER = re.compile(rf"\s({_TYPE})\b(?!\sof\b)", re.IGNORECASE)
_TYPE_BEFORE = re.compile(rf"\b({_TYPE})\sof\s(?:the\s)?$", re.IGNORECASE)
_REACH = 36
_NEAR = ("near", "outside", "around", "close", "of")  # of which one is in each match of NEARBY
_KNOWN = 100_000


def qualify(text: str, spot: Spot, known: Gazetteer) -> None:
    """Note the country or division behind the name, and the word that says what it is.

    Candidates that are not there are dropped.
    """
    first = max(0, spot.start - _REACH)
    before = text[first : spot.start].lower()
    if any(word in before for word in _NEAR):
        spot.nearby = NEARBY.search(text, first, spot.start) is not None
    if not spot.kind:
        word = _TYPE_AFTER.match(text, spot.end)
        if not word and before.rstrip().endswith(("of", "the")):
            word = _TYPE_BEFORE.search(text, first, spot.start)
        spot.kind = KINDS[word[1].lower()] if word else ""
    if areas := _areas_behind(text, spot.end, known):
        kept = tuple(m for m in spot.matches if any(_inside(m, a) for a in areas))
        if not kept and any(_is_known(m) for m in spot.matches):
            return  # a list: "Moscow, Georgia and the West"
        spot.matches = kept
        spot.within = areas[0].entry.country, areas[0].entry.admin1


def area_behind(text: str, end: int, known: Gazetteer) -> Match | None:
    """The country or division named behind a comma or in brackets ("Grantville, Pa.")."""
    areas = _areas_behind(text, end, known)
    return areas[0] if areas else None


def _areas_behind(text: str, end: int, known: Gazetteer) -> list[Match]:
    behind = _AFTER.match(text, end)
    return _areas(behind[1] or behind[2], known) if behind else []


def _areas(name: str, known: Gazetteer) -> list[Match]:
    """The countries and first-level divisions that the longest start of ``name`` may mean."""
    parts = name.split()
    for n in range(len(parts), 0, -1):
        k = key(re.sub(r"['’]s$", "", " ".join(parts[:n]).rstrip(".")))
        if short := SHORT.get(k):
            return list(known.coded(*short))
        found = [m for m in known.named(k) if m.entry.feature in ("PCLI", "ADM1", "ADM2")]
        if found:
            return found
    return []


def _is_known(match: Match) -> bool:
    """Whether a candidate is so well known that a comma and an area behind it may be a list."""
    entry = match.entry
    return entry.population > _KNOWN or entry.feature in ("PCLI", "ADM1", "PPLC")


def _inside(match: Match, area: Match) -> bool:
    """Whether a candidate lies in the area and is not the area itself."""
    entry, around = match.entry, area.entry
    if entry == around or entry.country != around.country:
        return False
    if around.feature == "PCLI":
        return entry.feature != "PCLI"
    if around.feature == "ADM1":
        return entry.admin1 == around.admin1 and entry.feature != "ADM1"
    near = abs(entry.lat - around.lat) < 1 and abs(entry.lon - around.lon) < 1
    return entry.admin1 == around.admin1 and near and entry.feature in ("PPL", "PPLC")
