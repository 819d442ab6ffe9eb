"""What shows that a place is meant by a name that is one: the words beside it, its fame."""

from __future__ import annotations

from typing import Literal

from dateline.claims.places.entries import Match
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.notplaces import COMMON
from dateline.claims.places.patterns import ALONE, AREA, LEADS, SPOKE, STRONG, WEAK
from dateline.claims.places.runs import BIG
from dateline.claims.places.spelling import key
from dateline.claims.places.states import SHORT

# "maybe": only if another mention of the same name shows it. "person": somebody's name.
# "people": of a country.
Standing = Literal["place", "maybe", "person", "people", "nothing"]

BACK = 34  # characters before a name that are read
_SMALL = 15_000
_CODE = 4
_GOVERNMENTS = ("PCLI", "PPLC")


def standing(
    text: str, first: int, span: tuple[int, int], matches: tuple[Match, ...],
    known: Gazetteer, is_dateline: bool,
) -> Standing:  # fmt: skip
    """How a name stands in its sentence, which starts at ``first``."""
    start, end = span
    surface = text[start:end]
    before = text[max(first, start - BACK) : start]
    with_article = before.endswith("the ") and ALONE.match(text, end)
    if with_article and all(m.entry.feature == "PPL" for m in matches):
        return "nothing"  # "the Pacific": no town has the article
    if is_dateline or _is_led(before) or _is_qualified(text, end, known):
        return _beside(surface, matches, is_dateline)
    if SPOKE.match(text, end):
        governs = any(m.entry.feature in _GOVERNMENTS for m in matches)
        return "nothing" if governs or " " in surface else "person"
    if " " not in surface and _is_common(text, surface, matches):
        return "nothing"
    return _alone(surface, matches, before)


def _is_led(before: str) -> bool:
    """Whether the words before a name are such as only places have behind them."""
    return before.rstrip().lower().endswith(LEADS) and STRONG.search(before) is not None


def _beside(surface: str, matches: tuple[Match, ...], is_dateline: bool) -> Standing:
    """With *in*, *at*, *near* before it, or its state behind it."""
    best = matches[0]
    if _is_code(surface, best) and not is_dateline:
        return "nothing"
    if key(surface) in COMMON and best.entry.population <= _SMALL:
        return "nothing"
    return "place"


def _is_common(text: str, surface: str, matches: tuple[Match, ...]) -> bool:
    """Whether it is mostly a word or an abbreviation."""
    if _is_code(surface, matches[0]) or key(surface) in COMMON:
        return True
    return f" {surface.lower()} " in text


def _is_code(surface: str, best: Match) -> bool:
    """An abbreviation ("SANA"), or the short form of a country without its capitals ("Car")."""
    if len(surface) > _CODE + surface.isupper():
        return False
    is_country = best.entry.feature == "PCLI"
    return not is_country if surface.isupper() else is_country and not best.own


def _alone(surface: str, matches: tuple[Match, ...], before: str) -> Standing:
    best = matches[0].entry
    if best.feature in ("PCLI", "ADM1", "CONT", "PPLC"):
        return "place"
    if before and best.population > BIG:
        return "place"
    several = " " in surface or "-" in surface
    return "place" if several and WEAK.search(before) else "maybe"


def _is_qualified(text: str, end: int, known: Gazetteer) -> bool:
    """Whether a country or division follows behind a comma, or a word for a kind of place."""
    behind = AREA.match(text, end)
    if not behind:
        return False
    if behind[2]:
        return True
    name = key(behind[1])
    return name in SHORT or any(m.entry.feature in ("PCLI", "ADM1") for m in known.named(name))
