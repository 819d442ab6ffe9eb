"""Places that no gazetteer of towns knows, by what the text calls them: rivers, bases, borders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.lexicon import demonyms
from dateline.claims.places.notplaces import GIVEN, NEVER, TITLES
from dateline.claims.places.runs import Run
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
    "air base": "air base", "airfield": "air base", "military base": "base",
    "crossing": "crossing", "border crossing": "crossing", "prison": "facility", "camp": "camp",
    "refugee camp": "camp", "border": "border", "borders": "border", "frontier": "border",
}  # fmt: skip
_FIRST = {"river": "river", "lake": "lake", "wadi": "valley", "mount": "mountain",
          "jabal": "mountain", "jebel": "mountain"}  # fmt: skip
_BEGINNINGS = frozenset(noun.split()[0] for noun in _NOUNS)
_OPENINGS = frozenset(word[:3] for word in _BEGINNINGS)
_BEHIND = re.compile(r"[”\"’]?\s([a-z]+)(?:\s([a-z]+)\b)?")
_OF = re.compile(r"\sof\b")
# Their names stand alone as well; a base's or a camp's name is first of all a town's.
_NATURAL = frozenset({"river", "lake", "mountain", "mountains", "sea", "ocean", "desert", "valley"})
_NO_NAMES = TITLES | GIVEN | NEVER
_BANKS = ("bank of the ", "banks of the ")
_QUOTES = '“"‘'
_MOST = 4


class Feature(NamedTuple):
    """A span, the name in it, and the plain word for its kind."""

    start: int
    end: int
    name: str
    kind: str


class _Called(NamedTuple):
    """A run with the word for its kind, ``start`` to ``end`` of a text.

    Its name is in the words ``first`` up to ``last`` (not included) of the run.
    """

    text: str
    start: int
    end: int
    run: Run
    first: int
    last: int
    kind: str


def feature_of(text: str, at: int, run: Run, known: Gazetteer) -> Feature | None:
    """The feature that a run at offset ``at`` names, with the noun before, in or behind it."""
    end = at + run.parts[-1][1]
    if run.size == 2 and run.keys[0] in _FIRST:
        return _named(_Called(text, at, end, run, 1, 2, _FIRST[run.keys[0]]), known)
    if run.size > 1 and run.keys[-1] in _NOUNS:
        own = _Called(text, at, end, run, 0, run.size - 1, _NOUNS[run.keys[-1]])
        return _named(own, known)
    if text[end + 1 : end + 4] in _OPENINGS or text[end + 2 : end + 5] in _OPENINGS:
        noun, kind = _noun_behind(text, end)
        if kind:
            return _named(_Called(text, at, noun, run, 0, run.size, kind), known)
    if text.endswith(_BANKS, 0, at):
        return _named(_Called(text, at, end, run, 0, run.size, "river"), known)
    return None


def _noun_behind(text: str, end: int) -> tuple[int, str]:
    """Where the noun behind a run ends, and the kind that it names; the kind is empty for none."""
    behind = _BEHIND.match(text, end)
    if not behind or behind[1] not in _BEGINNINGS:
        return end, ""
    both = f"{behind[1]} {behind[2]}"
    last = behind.end(2 if both in _NOUNS else 1)
    kind = _NOUNS.get(both) or _NOUNS.get(behind[1], "")
    return last, "" if _OF.match(text, last) else kind


def _named(called: _Called, known: Gazetteer) -> Feature | None:
    """The feature with the words ``first`` to ``last`` of the run for its name.

    The people before it are no part of it ("Syrian Shairat" is Shairat), except of a border; what
    bears a person's name is nobody's water ("Anthony Lake").
    """
    text, start, end, run, first, last, kind = called
    if kind == "border":
        peoples = any(k in demonyms() for k in run.keys[first:last])
        return Feature(start, end, text[start:end], kind) if peoples else None
    at = start
    while first < last and _is_aside(run, first):
        first += 1
        start = at + run.parts[first][0] if first < last else end
    words = run.keys[first:last]
    if not 0 < len(words) < _MOST or any(w in _NO_NAMES for w in words):
        return None
    name = run.text[run.parts[first][0] : run.parts[last - 1][1]]
    if text[start - 1] in _QUOTES and start > 0:
        end = start + len(name)
    if known.named(" ".join(words)) or known.named(" ".join(run.keys[first:])):
        return None
    return Feature(start, end, name, kind)


def _is_aside(run: Run, n: int) -> bool:
    return run.keys[n] in demonyms() or run.words[n] in OPENERS or run.is_possessive(n)


def again(text: str, start: int, end: int, known: dict[str, str]) -> Iterator[Feature]:
    """The names of known features where they stand alone ("T2", "the Euphrates")."""
    names = [n for n, kind in known.items() if kind in _NATURAL or n[-1].isdigit()]
    if not names:
        return
    alone = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
    for m in alone.finditer(text, start, end):
        yield Feature(*m.span(), m.group(), known[m.group()])
