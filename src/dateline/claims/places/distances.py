"""What a text says of distances: "45 km from Albu Kamal", "some 30 miles (48 km) north of Azaz"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claims.places.lexicon import demonyms
from dateline.claims.places.patterns import NAME
from dateline.claims.places.spelling import key
from dateline.model import Span

_UNITS = {"k": 1.0, "mi": 1.609344, "me": 0.001, "m": 0.001, "y": 0.0009144, "n": 1.852}
_WORDS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
# Bearings in degrees, clockwise from north.
BEARINGS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135,
    "south": 180, "southwest": 225, "west": 270, "northwest": 315,
}  # fmt: skip
_NUMBER = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|{'|'.join(_WORDS)})"
_UNIT = r"(?:kilomet(?:er|re)s?|kms?|nautical miles?|miles?|mi|met(?:er|re)s|yards)\b|(?<=\d)k?m\b"
_DIRECTION = r"(?:north|south)(?:[- ]?(?:east|west))?|east|west"
_QUALIFIER = (
    r"about|around|some|roughly|approximately|nearly|almost|less than|more than|over|under|just|"
    r"within|only|at least|up to"
)
_SETTLED = r"city|town|village|capital|border|district|suburb"
_STATEMENT = re.compile(
    rf"(?:\b(?P<qualifier>{_QUALIFIER})\s)?(?<![\w.,])(?P<low>{_NUMBER})"
    rf"(?:\s?(?:-|–|to|and)\s?(?P<high>{_NUMBER}))?[\s-]?(?P<unit>{_UNIT})"
    r"(?:\s?[(\[][^()\[\]]{2,30}[)\]])?"
    rf"(?:\s(?:away|further|inland))?\s(?:(?:to the\s)?(?P<direction>{_DIRECTION})(?:ern)?"
    rf"(?:\sand\s(?:{_DIRECTION}))?\s(?:of|from)|(?:away\s)?from|of|off|outside|inside|short of)\s"
    rf"(?:the\s)?(?:[a-z]+\s){{0,2}}?(?:(?-i:[A-Z][a-z]+)\s(?:{_SETTLED}\s)?(?:{_SETTLED})\sof\s)?(?:(?:outskirts|centre|center|edge|city|town|village|border|"
    rf"capital|suburb|province)\s)?(?:of\s)?(?:the\s)?[“\"‘]?(?P<place>(?-i:[A-Z]\d{{1,2}}\b|{NAME}))",
    re.IGNORECASE,
)


_ANY_UNIT = re.compile(
    r"[kmy](?:(?<!\w.)|(?<=\d.))"
    r"(?:(?<=k)(?:ilomet|ms?\b)|(?<=m)(?:\b|iles?\b|i\b|et(?:er|re)s\b)|(?<=y)ards\b)"
)
_BEFORE, _BEHIND = 40, 140


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance from a place that is named.

    ``value`` is in ``unit`` as written (the middle where a range is given), ``km`` the same in
    kilometres; ``direction`` is one of the eight winds ("northeast"), seen from the place, or
    empty. ``place`` is the name that it is counted from. Offsets as everywhere.
    """

    start: int
    end: int
    text: str
    value: float
    unit: str
    km: float
    direction: str
    place: Span
    qualifier: str = ""


def distances_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Distance]:
    """The statements of distance in ``text[start:end]``, left to right."""
    last = len(text) if end is None else end
    for found in _statements(text, start, last):
        if key(found["place"]) in demonyms():
            continue  # "six miles from the Turkish border": no point to count from
        low = _value(found["low"])
        value = (low + _value(found["high"])) / 2 if found["high"] else low
        unit = found["unit"].lower()
        yield Distance(
            *found.span(),
            found.group(),
            value,
            unit,
            round(value * _kilometres(unit), 3),
            re.sub(r"[- ]", "", (found["direction"] or "").lower()),
            Span(*found.span("place"), found["place"]),
            (found["qualifier"] or "").lower(),
        )


def _statements(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The whole pattern, tried only around a unit of length: it is slow on prose without one."""
    at = start
    for unit in _ANY_UNIT.finditer(text, start, end):
        if unit.start() < at:
            continue
        first = max(at, unit.start() - _BEFORE)
        if found := _STATEMENT.search(text, first, min(end, unit.end() + _BEHIND)):
            yield found
            at = found.end()


def _value(number: str) -> float:
    return float(_WORDS.get(number.lower(), 0) or number.replace(",", ""))


def _kilometres(unit: str) -> float:
    return _UNITS.get(unit[:2]) or _UNITS.get(unit[:1], 1.0)
