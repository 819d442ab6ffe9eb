"""Noun phrases of a tagged sentence, and what hangs on them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.claims.lexicon.settings import SETTINGS
from dateline.claims.tagging import Tagged

NOMINAL = "nNSK#"
FINITE = frozenset("vaCH")
_BREAKS = ";:.TsWqQ"
_NAMED = re.compile(r"d?[#n]*(?:N{1,3}|n)")  # "…, Kestrel and a clerk said"
_HANG = frozenset({"for", "from", "in", "at", "with", "on", "under", "near", "inside", "behind"})
_TIMES = frozenset({"day", "week", "month", "year", "night", "days", "weeks", "months", "years"})
_ITS = frozenset({"its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``start`` up to, not including, ``end``; ``aside`` is a clause that was left out.

    ``head`` ends the phrase without what is set behind it between commas. ``edge`` is where the
    whole of it begins in the sentence.
    """

    start: int
    end: int
    head: int
    aside: tuple[int, int] | None = None


def phrase_before(s: Tagged, end: int) -> int:
    """The first word of the noun phrase that ends before word ``end``; -1 if there is none."""
    last = end - 1
    if last < 0:
        return -1
    letter = s.tags[last]
    if letter in "hH":
        return last if s.words[last] != "there" else -1
    if letter == "w":
        return last
    if letter == "o" and s.words[last].endswith(("self", "selves")) and _follows_noun(s, last):
        return phrase_before(s, last)  # "the mayor herself"
    if letter == "d" or letter == "o":
        start = last
    elif letter in "nNK#Q)":
        start = base_start(s, last)
    else:
        return -1
    if start > last or (letter == "Q" and "q" not in s.tags[start:end]):
        return -1  # "substantive, hard” talks": the quotation begins before it
    while (wider := _joined(s, start, end)) < start:
        start = wider
    return start


def _follows_noun(s: Tagged, at: int) -> bool:
    """Whether a noun or pronoun stands before word ``at``."""
    return at > 0 and s.tags[at - 1] in "nNh"


def base_start(s: Tagged, last: int) -> int:
    """The first word of the plain noun phrase (no preposition inside) that ends at ``last``."""
    tags = s.tags
    i = last
    while i >= 0:
        letter = tags[i]
        if i < last and s.words[i] in _TIMES and tags[i + 1] == "N":
            break  # "Earlier in the day Kestrel said"
        if (
            letter in "nNSK#"
            or (letter in "qQ'()" and _inside(tags, i, last))
            or (letter in "vgCGreD" and i < last and i > 0 and tags[i - 1] in "dS#r")
        ):
            i -= 1
        elif letter == "d":
            while i > 0 and tags[i - 1] == "d":
                i -= 1
            return i
        else:
            break
    start = i + 1
    while start <= last and tags[start] in "Q)'":
        start += 1
    return start


def _inside(tags: str, i: int, last: int) -> bool:
    """Whether the mark at ``i`` belongs to a name in quotation marks or brackets."""
    if tags[i] == "Q":
        opened = tags.rfind("q", 0, i)
        return opened >= 0 and i - opened <= 5
    if tags[i] == ")":
        opened = tags.rfind("(", 0, i)
        return opened > 0 and i - opened <= 5
    if tags[i] == "q":
        return "Q" in tags[i : last + 1]
    return tags[i] == "(" and ")" in tags[i : last + 1]


def _joined(s: Tagged, start: int, end: int) -> int:
    """The phrase at ``start`` with what it hangs on to its left; ``start`` itself if nothing."""
    tags = s.tags
    at = start - 1
    if at <= 0:
        return start
    letter, before = tags[at], tags[at - 1]
    if letter == "f" or letter == "p":
        if before in "nNK#do)Q" and not (before == "d" and letter == "p"):
            return _or(base_start(s, at - 1), start) if before not in "do" else at - 1
        if before in "vgCGe" and at > 1 and tags[at - 2] in NOMINAL:
            return _or(base_start(s, at - 2), start)
        return start
    if letter == "t" and before in "nNK":
        return _or(base_start(s, at - 1), start)
    if letter == "t" and before in "ve" and tags[start] in "dN" and tags[at - 2] in NOMINAL:
        return _or(base_start(s, at - 2), start)  # "the letter sent to the mayor"
    if letter == "c":
        return _or(base_start(s, at - 1), start) if _joins(s, at, start) else start
    if letter == ",":
        listed = "c" in tags[start:end] and before in "nNK" and s.words[at - 1] not in _TIMES
        return _or(base_start(s, at - 1), start) if listed and is_verbless(s, at) else start
    return over_clause(s, start)


def _or(found: int, start: int) -> int:
    return found if 0 <= found < start else start


def over_clause(s: Tagged, start: int) -> int:
    """The noun phrase whose clause ends in the phrase at ``start``: "a man who saw the raid"."""
    tags = s.tags
    at = start - 1
    if tags[at] in "gG" and tags[at - 1] in "nNK":
        return _or(base_start(s, at - 1), start)
    if tags[at] not in "vaCre":
        return start
    pronoun = max(tags.rfind("w", 0, at), tags.rfind("T", 0, at))
    if pronoun <= 0 or tags[pronoun - 1] not in "nNK" or set(",;:q") & set(tags[pronoun:at]):
        return start
    if tags[pronoun] == "T" and tags[pronoun + 1] not in "vaC":
        return start
    return _or(base_start(s, pronoun - 1), start)


def _joins(s: Tagged, at: int, start: int) -> bool:
    """Whether the and at ``at`` joins two subjects, and not two clauses."""
    if s.tags[at - 1] not in "nNK)":
        return False
    names = s.tags[at - 1] == s.tags[start] == "N"
    return names or s.words[start] in _ITS or is_verbless(s, at)


def is_verbless(s: Tagged, at: int) -> bool:
    """Whether no finite verb stands in the clause to the left of ``at``."""
    first = max((s.tags.rfind(b, 0, at) for b in _BREAKS), default=-1) + 1
    if FINITE.isdisjoint(s.tags[first:at]):
        return True
    opened = max(s.tags.rfind(",", first, at), s.tags.rfind("b", first, at)) + 1
    return opened > 0 and _NAMED.fullmatch(s.tags, opened, at) is not None


def phrase_after(s: Tagged, start: int, *, wide: bool = True) -> int:
    """The end of the noun phrase that starts at word ``start``; ``start`` if there is none.

    ``wide`` takes in what hangs on it: "a spokesman for the ministry", "Ida Kestrel, its mayor".
    """
    end = _base_end(s, start)
    if end == start or not wide or s.tags[start] == "h":
        return end
    while (wider := _hung(s, end)) > end:
        end = wider
    if s.tags[end : end + 2] in ("wv", "wC", "wa"):
        return _relative_end(s, end)
    if end < len(s) and s.tags[end] == ",":
        behind = _base_end(s, end + 1)
        while behind > end + 1 and (wider := _hung(s, behind)) > behind:
            behind = wider
        closed = behind == len(s) or s.tags[behind] in ",.;Q-we"
        if behind > end + 1 and closed and _is_named(s, end + 1):
            return behind
    return end


def _relative_end(s: Tagged, at: int) -> int:
    """The end of the clause that tells which ones: "residents who fled the town"."""
    return next((i for i in range(at + 2, len(s)) if s.tags[i] in ",.;:q-"), len(s))


def _is_named(s: Tagged, at: int) -> bool:
    return s.tags[at] in "dnNS" or s.tags[at : at + 2] in ("rn", "rd")


def _base_end(s: Tagged, start: int) -> int:
    tags = s.tags
    i, count = start, len(tags)
    if i < count and tags[i] in "ho":
        return i + 1
    while i < count and tags[i] in "d#":
        i += 1
    while i < count and tags[i] in "r" and i + 1 < count and tags[i + 1] in "nNve#":
        i += 1
    while i < count:
        letter = tags[i]
        more = i + 1 < count and tags[i + 1] in "nN"
        named = (letter in "vgCGe" and more and tags[i - 1] in "dS#n") or (letter in "(q" and more)
        if letter in "nNSK#" or named or (letter in ")Q'" and i > start and more):
            i += 1
        else:
            break
    return i


def _hung(s: Tagged, end: int) -> int:
    """The end of the phrase with one more preposition and its noun phrase."""
    if end + 1 >= len(s):
        return end
    letter = s.tags[end]
    if letter == "f" or (letter == "p" and s.words[end] in _HANG):
        behind = _base_end(s, end + 1)
        if behind > end + 1 and s.tags[end + 1] not in "hoD#":
            return end if s.words[behind - 1] in SETTINGS and letter == "p" else behind
    if letter == "c" and s.tags[end + 1] in "dnN":
        behind = _base_end(s, end + 1)
        return behind if behind == len(s) or s.tags[behind] in ",.;pf" else end
    if s.tags[end] in "vCe" and s.words[end + 1] == "by":
        behind = _base_end(s, end + 2)
        return behind if behind > end + 2 else end
    return end


def says_something(s: Tagged, start: int, end: int) -> bool:
    """Whether a finite verb stands there outside relative clauses."""
    inside = False
    for letter in s.tags[start:end]:
        inside = letter == "w" or (inside and letter != ",")
        if letter in FINITE and not inside:
            return True
    return False
