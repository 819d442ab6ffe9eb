"""What follows a verb: its object, then a zone for each preposition, up to the clause's end."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.claims.words.tagged import Tagged

_MOST = 36
_MET = re.compile("[pfyi(.swvu,ct]")  # the letters that decide anything
_OPENS = frozenset("pfyi")
_ENDS = frozenset(".sw")
_LISTED = frozenset("CqgLkSn")
_COORDINATED = _LISTED | frozenset("dHMJ")
_AUXILIARY = frozenset("vu")


LEFT = "<"  # what a zone before the verb is opened by


class Zone(NamedTuple):
    """The words ``first`` up to ``last`` (not included), opened by ``word`` ("" for the object)."""

    word: str
    first: int
    last: int


def zones(tagged: Tagged, at: int, hi: int) -> list[Zone]:
    """The zones behind word ``at``; the clause ends at ``hi`` or earlier."""
    tags, found = tagged.tags, []
    word, first, end = "", at + 1, min(hi, at + _MOST)
    skipped = at  # in brackets, or in "at least"
    for match in _MET.finditer(tags, at + 1, end):
        j = match.start()
        if j <= skipped:
            continue
        if _closes(tagged, j):
            end = j
            break
        if tags[j] == "(":
            skipped = _bracket(tags, j, hi)
        elif tags[j] == "p" and tagged.lower[j + 1] in ("least", "most"):
            skipped = j + 1
        elif tags[j] in _OPENS:
            found.append(Zone(word, first, j))
            idle = tags[j + 1 : j + 3] == "ao"  # "in support of": what follows is no place
            word, first = tagged.lower[j] + " …" * idle, j + 1
    found.append(Zone(word, first, max(end, at + 1, skipped + 1)))
    return found


def _closes(tagged: Tagged, j: int) -> bool:
    """Whether the clause ends before word ``j``."""
    tags, tag = tagged.tags, tagged.tags[j]
    after = tags[j + 1 : j + 2]
    if tag in _ENDS or tag in _AUXILIARY:
        return True
    if tag == ",":
        return after not in _LISTED and not (after == "c" and tags[j + 2 : j + 3] in _COORDINATED)
    if tag == "c":
        return after in ("t", "v", "u", "s", "r", "R") or tagged.lower[j + 1].endswith("ed")
    if tag == "t":
        listed = tagged.lower[j].endswith("s") and tags[j - 1] in "ahjgmnc"
        adjective = tags[j - 1] in "opyfi" and after in ("L", "C", "h")
        return not (listed or adjective or tags[j - 1] in "dgjx'")
    return False


def _bracket(tags: str, j: int, hi: int) -> int:
    end = tags.find(")", j, min(hi, j + 12))
    return end if end >= 0 else j
