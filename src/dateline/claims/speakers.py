"""Where a speaker begins whom no comma parts from the words before him."""

from __future__ import annotations

from dateline.claims.lexicon.sources import SPEAKERS
from dateline.claims.phrases import NOMINAL, base_start, over_clause
from dateline.claims.tagging import Tagged

_NAMELIKE = frozenset("NnSd#fpcD()&")
_SOURCES = SPEAKERS | {"source", "sources", "media", "reports", "head", "footage", "letter"}


def quoted_speaker(s: Tagged, end: int) -> int:
    """The first word of a phrase without a verb that a quotation leads to; -1 if there is none."""
    closed = s.tags.rfind("Q", 0, end)
    between = s.tags[closed + 1 : end]
    return closed + 1 if closed >= 0 and between and _NAMELIKE.issuperset(between) else -1


def speaker_before(s: Tagged, end: int) -> int:
    """The first word of the speaker that ends before word ``end``; -1 where it is not sure."""
    last = end - 1
    if last < 1 or s.tags[last] not in "nNKh)":
        return -1
    start = last if s.tags[last] == "h" else base_start(s, last)
    if (
        s.words[last] == "it"
        and s.tags[last - 1] in "vC"
        and (wider := over_clause(s, last)) < last
    ):
        return _with_head(s, wider)  # "the group that runs it said"
    if start <= 0:
        return -1
    listed = s.tags[start - 2 : start + 1] == "NcN"  # "in Ostmere and Idwan harbour sources"
    inside = (s.tags[start - 1] in "pft" and s.tags[start] != "h") or listed
    if not inside or _head_before(s, start) >= 0:
        return _with_head(s, start)
    return _split(s, start, end)


def _with_head(s: Tagged, start: int) -> int:
    """With the speaker that the phrase hangs on: "a source at the dam"."""
    while (head := _head_before(s, start)) >= 0:
        start = head
    if s.tags[start - 1] == "g" and s.words[start - 2] in _SOURCES:
        start = base_start(s, start - 2)  # "a group tracking the war"
    return start if start > 0 else -1


def _head_before(s: Tagged, start: int) -> int:
    """The start of the phrase before a preposition, if its last word names a kind of speaker."""
    if start < 2 or s.tags[start - 1] not in "pft":
        return -1
    for at in range(start - 2, max(start - 5, 0), -1):
        if s.words[at] in _SOURCES:
            return base_start(s, at)
        if s.tags[start - 1] != "t" or s.tags[at] not in "nve":  # "sources close to the group"
            break
    return -1


def _split(s: Tagged, start: int, end: int) -> int:
    """Where the speaker begins in a phrase whose first words belong to what is before it.

    "of Ostmere harbour sources", "in the Varuh area Watch chief Ida Kestrel": a name goes before
    common words that name a speaker, or a role goes before the name.
    """
    role = next((i for i in range(end - 1, start, -1) if s.words[i] in _SOURCES), -1)
    if role < 0:
        name = end
        while name > start and s.tags[name - 1] == "N":
            name -= 1
        return name if start < name < end else -1  # "an alleged attack Kestrel said"
    if s.tags[role + 1 : end].strip("N") == "" and role + 1 < end:
        return role - 1 if role - 1 > start and s.tags[role - 1] in NOMINAL else role
    while role > start and s.tags[role - 1] == "n":
        role -= 1
    return role if role > start else -1
