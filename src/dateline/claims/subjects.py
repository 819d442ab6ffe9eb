"""Who stands before a verb: the noun phrase, over what is set between commas behind it."""

from __future__ import annotations

from dateline.claims.lexicon.sources import SPEAKERS
from dateline.claims.opened import behind_setting, named_before
from dateline.claims.phrases import FINITE, NOMINAL, Phrase, is_verbless, phrase_before
from dateline.claims.tagging import Tagged

_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})


def subject_before(s: Tagged, verb: int) -> Phrase | None:
    """The noun phrase whose verb starts at word ``verb``."""
    end = verb
    if end <= 0:
        return None
    if s.words[end - 1] in _PARTS_OF_DAY and s.tags[end - 2 : end - 1] == "D":
        return None  # "who in a post on Monday night said"
    if s.tags[end - 1] not in ",)-":
        start = phrase_before(s, end)
        if start >= 0 and (start == 0 or s.tags[start - 1] == "p"):
            start = behind_setting(s, start, end)
        if start >= 0 and s.words[start] in {"which", "what", "whose"}:
            return None
        if start > 1 and s.tags[start] == "d" and (named := named_before(s, start, end)) >= 0:
            start = named
        if start > 3 and s.tags[start - 1] == ",":
            start = _of_town(s, start, end)
        return Phrase(start, end, end) if start >= 0 else None
    opened = _opening(s, end - 1)
    if opened < 0:
        return None
    start = phrase_before(s, opened)
    while start > 1 and s.tags[start:opened] == "#" and s.tags[start - 1] == ",":
        opened = start - 1  # "Tom Corvane, 24, who runs the mill, said"
        start = phrase_before(s, opened)
    while s.tags[end - 1] == "," and start > 0 and s.tags[start - 1] == "p":
        opened = s.tags.rfind(",", 0, start)  # ", speaking in Ostmere, Corvane, said"
        if opened < 0:
            return None
        start = phrase_before(s, opened)
    if start < 0:
        return None
    inner = opened + (s.tags[opened] in ",(-")
    kind = s.tags[inner]
    if kind == "w":
        start = _holder(s, start)
        related = s.tags[opened] == "w" or "w" in s.tags[start:opened]
        wider = set_behind(s, start) if related else start
        return Phrase(wider, opened, opened, (inner, end - 1))
    if kind in "dnNS#" and FINITE.isdisjoint(s.tags[inner : end - 1]):
        if s.tags[start - 1] == "r":  # "Kestrel, now head of an Ostmere, Orlen-based group,"
            start = set_behind(s, start)
        return Phrase(start, end if s.tags[opened] == "(" else end - 1, opened)
    return Phrase(set_behind(s, start), opened, opened)


def _holder(s: Tagged, start: int) -> int:
    """Who opens the clause that the phrase at ``start`` ends: "a clerk who runs the mill"."""
    pronoun = s.tags.rfind("w", 0, start)
    if pronoun < 1 or s.tags[pronoun + 1] not in FINITE or s.tags[pronoun - 1] not in NOMINAL:
        return start
    held = phrase_before(s, pronoun)
    return held if held >= 0 and set(",;:q").isdisjoint(s.tags[pronoun:start]) else start


def _of_town(s: Tagged, start: int, end: int) -> int:
    """Where the subject begins whose town's country ends it: "a clerk in Ostmere, Orlen said".

    A name alone may be the subject itself ("After talks in Ostmere, Orlen said"): who is in the
    town must open the sentence as a speaker, or be set behind a name.
    """
    town = start - 2
    while s.tags[town] == "N" and town > 1:
        town -= 1
    if set(s.tags[start:end]) != {"N"} or town == start - 2 or s.tags[town] not in "pf":
        return start
    holder = phrase_before(s, start - 1)
    if not 0 <= holder < town:
        return start
    named = set_behind(s, holder)
    opens = holder == 0 and s.words[town - 1] in SPEAKERS
    return named if opens or named < holder else start


def set_behind(s: Tagged, start: int) -> int:
    """The name that the phrase at ``start`` is set behind: "Ida Kestrel, the mayor who …"."""
    comma = start - 1 - (s.tags[start - 1] == "r")
    if comma < 1 or s.tags[comma] != "," or s.tags[comma - 1] != "N":
        return start
    named = phrase_before(s, comma)
    return named if named >= 0 and is_verbless(s, named) else start


def _opening(s: Tagged, close: int) -> int:
    """Where the insertion that ``close`` ends begins: its comma, bracket or relative pronoun."""
    mark = s.tags[close]
    if mark == ")":
        return s.tags.rfind("(", 0, close)
    opened = s.tags.rfind(mark, 0, close)
    relative = s.tags.rfind("w", 0, close)
    if relative > 0 and FINITE & set(s.tags[relative:close]):
        before = relative - 1
        if s.tags[before] == mark:
            return before
        if s.tags[before] in NOMINAL and relative > opened:
            return relative
    return opened if opened > 0 and close - opened > 1 else -1
