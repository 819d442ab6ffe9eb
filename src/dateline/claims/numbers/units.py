"""What is counted: the unit or the noun that belongs to a quantity."""

from __future__ import annotations

import re

from dateline.text.wordlist import words

_UNITS = {
    "km": "km kms kilometer kilometers kilometre kilometres",
    "m": "m metre metres meter meters",
    "mi": "mi mile miles",
    "ft": "ft foot feet",
    "kg": "kg kilogram kilograms kilogramme kilogrammes kilos",
    "t": "tonne tonnes ton tons",
    "%": "% percent pct",
}
_SAME = {name: unit for unit, names in _UNITS.items() for name in names.split()}
MEASURES = frozenset(_UNITS) - {"%"}
_PERCENT = re.compile(r"\s?(?:%|(?i:per\s?cent(?:age points)?|percent|pct)\b)")
_UNIT = re.compile(r"[\s-]?(?P<square>square\s|sq\s)?(?P<unit>[A-Za-z]+)\b")
_AGE = re.compile(r"-year-olds?\b|\syears?[\s-](?:old|of age)\b")
_WORD = re.compile(r"(?:\s|-)(?P<word>[^\W\d_][\w’'-]*)")
_RATE = re.compile(
    r"\s(?:a|an|per|every)\s(?:second|minute|hour|day|night|week|month|year|barrel)\b"
)
_CASUALTY = re.compile(
    r"\b(?P<what>killed|wounded|injured|dead|died|displaced|missing|arrested|detained|captured)\b",
    re.IGNORECASE,
)
_AFTER_REACH, _BEFORE_REACH = 40, 30
_PASSIVE = re.compile(r"[^.;,]{0,40}?\b(?:were|was|been|are|is|being|have|has|had)\s+(?:\w+ly\s)?$")
_OBJECT = re.compile(
    r"\b(?P<what>kill|wound|injur|displac|arrest|detain)(?:ed|ing|s|es|e)?"
    r"(?:\s(?!in\b|on\b|by\b|at\b(?!\sleast)|during\b|for\b|from\b|near\b|and\b)[a-z]+){0,3}\s$"
)
_PUT_AT = re.compile(
    r"\bthe\s(?P<what>dead|wounded|injured|displaced|missing|toll)\s(?:\w+\s)?at\s"
    r"(?:[a-z]+\s){0,2}$"
)
_OBJECTS = {"kill": "killed", "wound": "wounded", "injur": "injured"} | {
    "displac": "displaced", "arrest": "arrested", "detain": "detained"
}  # fmt: skip
_STOP = words(
    "of in on at by to for from with and or but that which who whom were was is are be been have"
    " has had will would could as than the a an this these those their his her its it they he she"
    " we after before when while where since until during near inside outside into over under"
    " between against about around not also said says more beside them us you him me"
)
_PEOPLE = words(
    "others people men women children police personnel troops dead wounded aircraft staff"
)
_MORE = re.compile(r"\s(?:other|more|further|additional)(?=\s[a-z])")
_MOST_WORDS = 4


_NAMED = re.compile(r"(?<=[a-z]),\s$")


def unit(text: str, start: int, end: int) -> tuple[str, int]:
    """The unit of the quantity ``text[start:end]``, and where its words end.

    Measures have one short name ("km"); what else is counted is named by the text's own words; who
    was killed or wounded says so ("people killed").
    """
    if match := _PERCENT.match(text, end):
        return "%", match.end()
    if match := _AGE.match(text, end):
        return "years old", match.end()
    # "Mirel Dassa, 34, said".
    if text[end : end + 1] == "," and end - start < 3 and _NAMED.search(text, 0, start):
        return "years old", end
    measured = _UNIT.match(text, end)
    if measured and (name := _SAME.get(measured["unit"])):
        square = "square " if measured["square"] else ""
        return _rated(text, square + name, measured.end())
    noun, at = _noun(text, end)
    noun, at = _rated(text, noun, at)
    return _with_fate(text, start, noun, at), at


def _rated(text: str, name: str, at: int) -> tuple[str, int]:
    """A unit with its "a day", "per hour"."""
    rate = _RATE.match(text, at)
    return (f"{name}{rate.group()}", rate.end()) if rate and name else (name, at)


def _noun(text: str, end: int) -> tuple[str, int]:
    """The words up to the first plural noun, or the first word alone."""
    if more := _MORE.match(text, end):
        end = more.end()
    at, found = end, list[str]()
    while len(found) < _MOST_WORDS and (match := _WORD.match(text, at)):
        word = match["word"]
        if word.lower() in _STOP and not (word.isupper() and len(word) > 1):
            break
        found.append(word)
        at = match.end()
        if _is_plural(word):
            return " ".join(found), at
    first = _WORD.match(text, end)
    if not found or not first:
        return "", end
    return found[0], first.end()


def _is_plural(word: str) -> bool:
    lower = word.lower().rstrip("’'")
    return (
        lower in _PEOPLE
        or lower.endswith("men")
        or (word.islower() and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "’s")))
    )


def _with_fate(text: str, start: int, noun: str, at: int) -> str:
    """Whether those who are counted were killed, wounded, displaced."""
    if _CASUALTY.fullmatch(noun):
        return noun.lower()
    after = text[at : at + _AFTER_REACH]
    before = text[max(0, start - _BEFORE_REACH) : start]
    match = _CASUALTY.search(after)
    if match and (not after[: match.start()].strip() or _PASSIVE.fullmatch(after[: match.start()])):
        return f"{noun} {match['what'].lower()}".strip()
    if (noun.lower() in _PEOPLE or noun.endswith("s")) and (verb := _OBJECT.search(before)):
        return f"{noun} {_OBJECTS[verb['what']]}"
    put = _PUT_AT.search(before) if not noun else None
    return {"toll": "dead"}.get(put["what"], put["what"]) if put else noun
