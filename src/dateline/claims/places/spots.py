"""A name in a text, and what it may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.claims.places.entries import Match
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.lexicon import KINDS, Kind, demonyms
from dateline.claims.places.spelling import key
from dateline.claims.places.states import SHORT

_ASIDE = re.compile(r"^(?:the |greater |downtown |central |(?:north|south|east|west)(?:ern)?[ -])+")
_TYPE_FIRST = re.compile(r"^(city|town|village|state|province|county|governorate|republic) of ")
_POSSESSIVE = re.compile(r"(?:['’]s?|s['’])$")


@dataclass(slots=True)
class Spot:
    """A mention that is to be placed: its span, its key, its candidates and what is said of it.

    ``kind`` is what the text calls it, ``within`` the country and division that the text names
    beside it. ``lonely``: its candidates were dropped, as nothing else speaks of their countries.
    ``feature`` is the plain word for what no gazetteer has.
    """

    start: int
    end: int
    text: str
    key: str
    matches: tuple[Match, ...] = ()
    kind: Kind = ""
    demonym: bool = False
    within: tuple[str, str] | None = None
    nearby: bool = False
    lonely: bool = False
    feature: str = ""
    basis: str = ""


def spot(text: str, start: int, end: int, known: Gazetteer) -> Spot:
    """Look a span up: as it stands, as a demonym or short form, without what stands around it."""
    surface = text[start:end]
    found = Spot(start, end, surface, key(_POSSESSIVE.sub("", surface)))
    if country := demonyms().get(found.key):
        found.demonym = True
        found.matches = known.coded(country)
    elif (short := SHORT.get(found.key)) and _is_short(surface):
        found.matches = known.coded(*short)
    else:
        found.matches, found.kind = _named(found.key, known)
    return found


def _is_short(surface: str) -> bool:
    return "." in surface or (surface.isupper() and len(surface) < 4)


def _named(name: str, known: Gazetteer) -> tuple[tuple[Match, ...], Kind]:
    if matches := known.spelled(name):
        return matches, ""
    if first := _TYPE_FIRST.match(name):
        return known.named(name[first.end() :]), KINDS[first[1]]
    head, _, last = name.rpartition(" ")
    if head and last in KINDS:
        return known.named(head), KINDS[last]
    plain = _ASIDE.sub("", name)
    return (known.named(plain), "") if plain != name else ((), "")
