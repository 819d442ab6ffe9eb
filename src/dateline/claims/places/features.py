"""Places that no gazetteer of towns knows, by what the text calls them: rivers, bases, borders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.claims.places.lexicon import demonyms
from dateline.claims.places.notplaces import GIVEN, TITLES
from dateline.text.letters import UPPER
from dateline.text.openers import OPENERS

# What a place is called, and the plain word for its kind.
_NOUNS = {
    "river": "river", "lake": "lake", "reservoir": "lake", "dam": "dam", "valley": "valley",
    "mountains": "mountains", "mountain": "mountain", "hills": "hills", "desert": "desert",
    "canal": "canal", "bay": "bay", "strait": "strait", "sea": "sea", "ocean": "ocean",
    "peninsula": "peninsula", "island": "island", "islands": "islands", "bridge": "bridge",
    "pumping station": "facility", "power station": "facility", "gas plant": "facility",
    "power plant": "facility", "refinery": "facility", "oil field": "oil field",
    "oilfield": "oil field", "gas field": "gas field", "airbase": "air base",
    "air base": "air base",
    "airfield": "air base", "military base": "base", "crossing": "crossing",
    "border crossing": "crossing", "prison": "facility", "camp": "camp", "refugee camp": "camp",
}  # fmt: skip
_NOUN = "|".join(sorted(_NOUNS, key=len, reverse=True))
_PART = rf"(?:(?:al|el|as|ash|at|az|an|ar|ad)-|(?:al|el) )?{UPPER}[\w'’-]+"
_NAMED = re.compile(
    rf"(?P<name>[“\"‘]?\b(?:[A-Z]\d{{1,2}}|{_PART}(?:\s{_PART}){{0,2}}))[”\"’]?\s"
    rf"(?P<noun>(?i:{_NOUN}))\b(?!\sof\b)"
)
_FIRST = re.compile(rf"\b(?P<noun>River|Lake|Mount|Jabal|Jebel|Wadi)\s(?P<name>{_PART})")
_FIRST_KINDS = {"River": "river", "Lake": "lake", "Wadi": "valley"}
_BANK = re.compile(rf"\bbanks?\sof\sthe\s(?P<name>{UPPER}[a-z]+)\b")
# Their names stand alone as well; a base's or a camp's name is first of all a town's.
_NATURAL = frozenset({"river", "lake", "mountain", "mountains", "sea", "ocean", "desert", "valley"})
_QUOTES = '“"‘'
_PEOPLE = r"[A-Z][a-z]+(?:[-–][A-Z][a-z]+)?"
_BORDER = re.compile(rf"\b(?P<name>{_PEOPLE})(?:\sand\s{_PEOPLE})?\s(?:borders?|frontiers?)\b")


class Feature(NamedTuple):
    """A span, the name in it, and the plain word for its kind."""

    start: int
    end: int
    name: str
    kind: str


def features(text: str, start: int, end: int) -> Iterator[Feature]:
    """The named features in ``text[start:end]``."""
    for m in _NAMED.finditer(text, start, end):
        kind, name = _NOUNS[m["noun"].lower()], m["name"]
        if name[0] in _QUOTES:
            yield Feature(m.start() + 1, m.end("name"), name[1:], kind)
        elif own := _own(name):
            yield Feature(m.end("name") - len(own), m.end(), own, kind)
    for m in _FIRST.finditer(text, start, end):
        yield Feature(*m.span(), m["name"], _FIRST_KINDS.get(m["noun"], "mountain"))
    for m in _BANK.finditer(text, start, end):
        yield Feature(*m.span("name"), m["name"], "river")
    for m in _BORDER.finditer(text, start, end):
        if any(part.lower() in demonyms() for part in re.split("[-–]", m["name"])):
            yield Feature(*m.span(), m["name"], "border")


def _own(name: str) -> str:
    """The name without the people before it; nothing where that is all, or where it is a person's.

    "Syrian Shairat" is Shairat, "Anthony Lake" is nobody's water.
    """
    parts = name.split()
    while parts and (parts[0].lower() in demonyms() or parts[0] in OPENERS):
        parts.pop(0)
    if any(p.lower() in TITLES or p.lower() in GIVEN for p in parts):
        return ""
    return name[name.index(parts[0]) :] if parts else ""


def again(text: str, start: int, end: int, known: dict[str, str]) -> Iterator[Feature]:
    """The names of known features where they stand alone ("T2", "the Euphrates")."""
    names = [n for n, kind in known.items() if kind in _NATURAL or n[-1].isdigit()]
    if not names:
        return
    alone = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
    for m in alone.finditer(text, start, end):
        yield Feature(*m.span(), m.group(), known[m.group()])
