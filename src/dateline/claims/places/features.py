"""Places that no gazetteer of towns knows, by what the text calls them: rivers, bases, borders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

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
_BEHIND = re.compile(r"[”\"’]?\s([a-z]+)(?:\s([a-z]+)\b)?")
_OF = re.compile(r"\sof\b")
# Their names stand alone as well; a base's or a camp's name is first of all a town's.
_NATURAL = frozenset({"river", "lake", "mountain", "mountains", "sea", "ocean", "desert", "valley"})
_NO_NAMES = TITLES | GIVEN | NEVER
_QUOTES = '“"‘'
_MOST = 4


class Feature(NamedTuple):
    """A span, the name in it, and the plain word for its kind."""

    start: int
    end: int
    name: str
    kind: str


def feature_of(run: Run) -> Feature | None:
    """The feature that a run names, with the noun before, in or behind it."""
    start, end = run.parts[0][0], run.parts[-1][1]
    if run.size == 2 and run.keys[0] in _FIRST:
        return _named(run, 1, 2, (start, end), _FIRST[run.keys[0]])
    if run.size > 1 and run.keys[-1] in _NOUNS:
        return _named(run, 0, run.size - 1, (start, end), _NOUNS[run.keys[-1]])
    behind = _BEHIND.match(run.text, end)
    if behind and behind[1] in _BEGINNINGS:
        both = f"{behind[1]} {behind[2]}"
        noun = 2 if both in _NOUNS else 1
        kind = _NOUNS.get(both) or _NOUNS.get(behind[1])
        if kind and not _OF.match(run.text, behind.end(noun)):
            return _named(run, 0, run.size, (start, behind.end(noun)), kind)
    if run.text.endswith(" of the ", 0, start) and run.text.endswith(_BANKS, 0, start):
        return _named(run, 0, run.size, (start, end), "river")
    return None


_BANKS = ("bank of the ", "banks of the ")


def _named(run: Run, first: int, last: int, span: tuple[int, int], kind: str) -> Feature | None:
    """The feature with the words ``first`` to ``last`` of the run for its name.

    The people before it are no part of it ("Syrian Shairat" is Shairat), except of a border; what
    bears a person's name is nobody's water ("Anthony Lake").
    """
    start, end = span
    if kind == "border":
        peoples = any(k in demonyms() for k in run.keys[first:last])
        return Feature(start, end, run.text[start:end], kind) if peoples else None
    while first < last and _is_aside(run, first):
        first += 1
        start = run.parts[first][0] if first < last else end
    words = run.keys[first:last]
    if not 0 < len(words) < _MOST or any(w in _NO_NAMES for w in words):
        return None
    name = run.text[run.parts[first][0] : run.parts[last - 1][1]]
    if run.text[start - 1] in _QUOTES and start > 0:
        end = start + len(name)
    known = run.known.named(" ".join(words)) or run.known.named(" ".join(run.keys[first:]))
    return None if known else Feature(start, end, name, kind)


def _is_aside(run: Run, n: int) -> bool:
    word = run.text[slice(*run.parts[n])]
    return run.keys[n] in demonyms() or word in OPENERS or run.is_possessive(n)


def again(text: str, start: int, end: int, known: dict[str, str]) -> Iterator[Feature]:
    """The names of known features where they stand alone ("T2", "the Euphrates")."""
    names = [n for n, kind in known.items() if kind in _NATURAL or n[-1].isdigit()]
    if not names:
        return
    alone = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
    for m in alone.finditer(text, start, end):
        yield Feature(*m.span(), m.group(), known[m.group()])
