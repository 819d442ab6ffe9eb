"""Phrases that name doers, found by their shape: words before a head noun, or a run of capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.claims.actors.kinds import kind_of
from dateline.claims.words.doers import ADJECTIVAL, BACKING, BACKWARD, NAMING, PERSONAL
from dateline.claims.words.tagged import Tagged
from dateline.model import SourceType
from dateline.text.wordlist import words

_BODY = "[jJgmMhHCxq'S]"
_TAIL = rf"(?:(?<=[HM])[of]d?(?=[CgMJHq]){_BODY}+)*"
_CHUNK = re.compile(rf"{_BODY}+{_TAIL}")
_HEAD = re.compile("[hmHM](?=[^hmHM]*$)")
_FULL_NAME = re.compile("(?:[CMJgSq]|'(?=[CMJ]))*[HM]+[CMJH]*(?:[of]d?[CMJgq]+)*")
_RUN = re.compile("[CHMJgS](?:[CHMJgSq]|'(?=[CHMJ])|[of](?=d?[CHMJ])|d(?=[CHMJ]))*")
_ALLIES = re.compile("cdj*h")
_WITH_ALLIES = words("allies backers supporters partners")


class Phrase(NamedTuple):
    """Words ``first`` up to ``last`` (not included) of a text, as a phrase that may name a doer.

    ``head`` is its head noun's place, -1 for a bare run of capitals. ``name`` is the run of
    capitals in it that is a name by itself. ``kind`` is what its own words make of it.
    """

    first: int
    last: int
    head: int
    name: tuple[int, int] | None
    kind: SourceType | None


def phrases(tagged: Tagged, lo: int, hi: int) -> Iterator[Phrase]:
    """The phrases between the words ``lo`` and ``hi`` (one sentence), in text order."""
    tags = tagged.tags
    for chunk in _CHUNK.finditer(tags, lo, hi):
        first, last = chunk.span()
        if last == first + 1 and tags[first] == "C":  # as most are
            yield Phrase(first, last, -1, (first, last), None)
        elif found := _HEAD.search(tags, first, last):
            yield from _headed(tagged, _opening(tags, first, lo), last, found.start(), lo)
        elif run := _RUN.search(tags, _after_tie(tagged, first, last), last):
            yield Phrase(run.start(), run.end(), -1, run.span(), None)


def _opening(tags: str, first: int, lo: int) -> int:
    """Where a phrase begins, with its article and number and one adjective right behind those."""
    at = first
    if at > lo + 1 and tags[at - 1] in "aL" and tags[at - 2] == "d" and tags[at] in "jgmhMHC":
        return at - 2
    while at > lo and tags[at - 1] in "nR":
        at -= 1
    if at > lo and tags[at - 1] == "d":
        return at - 1
    return at + 1 if at < first and at > lo and tags[at - 1] == "D" else at  # a date's number


def _after_tie(tagged: Tagged, first: int, last: int) -> int:
    """Behind "Iranian-backed" stands the name; "Hazaf-held" has it before."""
    at = tagged.tags.rfind("x", first, last)
    return at + 1 if at >= 0 and tagged.words[at] in BACKING else first


def _headed(tagged: Tagged, first: int, last: int, head: int, lo: int) -> Iterator[Phrase]:
    """The phrase up to its head, with allies that follow; then the capitals behind the head."""
    tags = tagged.tags
    begin, first = first, _after_state(tags, first, head)
    if before := _FULL_NAME.search(tags, begin, max(begin, first - 1)):
        yield Phrase(before.start(), before.end(), before.end() - 1, before.span(), None)
    if first == lo and tags[lo] == "C" and tags[lo + 1 : lo + 2] in ("h", "j", "m"):
        first += _is_plain(tagged, lo)
    if tags[head + 1 : head + 2] == "x":
        first = _holder(tagged, first, head)
    name = _name(tagged, first, head, last)
    end = max(head + 1, name[1] if name else 0)
    allies = _ALLIES.match(tags, end)
    if allies and tagged.lower[allies.end() - 1] in _WITH_ALLIES:
        end, name = allies.end(), None
    if first <= head and not _is_adjective(tagged, first, head):
        yield Phrase(first, end, head, name, kind_of(tagged, first, head, name))
    if run := _RUN.search(tags, end, last):
        yield Phrase(run.start(), run.end(), -1, run.span(), None)


def _after_state(tags: str, first: int, head: int) -> int:
    """Where commas are lost, a state's noun ends the phrase before: "In Syria rebels …"."""
    at = tags.rfind("S", first, head)
    return at + 1 if at >= first and tags[at + 1] not in "x'" else first


def _holder(tagged: Tagged, first: int, head: int) -> int:
    """In "most remaining government-held areas" only the holder is one: where it begins."""
    if tagged.tags[head] in "hm":
        return head
    return max((i + 1 for i in range(first, head) if tagged.tags[i] in "dnjmha"), default=first)


def _is_plain(tagged: Tagged, at: int) -> bool:
    """Whether a capital at the start of a sentence is the sentence's, not a name's."""
    word = tagged.words[at]
    return word.endswith(("ed", "ing", "ous", "ful", "ive")) and tagged.words.count(word) == 1


def _is_adjective(tagged: Tagged, first: int, head: int) -> bool:
    """Whether a head only describes a noun that is no doer: "a military newspaper"."""
    return (
        tagged.lower[head] in ADJECTIVAL
        and tagged.tags[head + 1 : head + 2] in ("a", "'")
        and not tagged.lower[head + 1].endswith("ed")
    )


def _name(tagged: Tagged, first: int, head: int, last: int) -> tuple[int, int] | None:
    """The run of capitals that names somebody: around a head with a capital, or before a plain one.

    Before a plain head it must be one that groups are called by ("fighters", "the … group").
    """
    tags = tagged.tags
    if tagged.lower[head] in PERSONAL:
        last = head
    elif tags[head] in "HM":
        return _proper(tags, first, head, last)
    end = head
    if tags[head - 1] == "'":
        return None
    while end > first and tags[end - 1] in "jhm":
        end -= 1
    if (own := tags.rfind("H", first, head)) >= 0:
        return _proper(tags, first, own, head)
    if tagged.lower[head] not in NAMING:
        return None
    start = _back(tags, end, first)
    run = tags[start:end]
    return (start, end) if "C" in run else None


def _proper(tags: str, first: int, head: int, last: int) -> tuple[int, int] | None:
    """The name around a head with a capital: "Free River Army", "Army of the Delta"."""
    start = _back(tags, head, first)
    found = _FULL_NAME.match(tags, start, last)
    if not found or (found.end() - found.start() == 1 and tags[head] != "C"):
        return None
    return found.span()


def _back(tags: str, end: int, first: int) -> int:
    """Where the run of capitals before ``end`` begins."""
    start = end
    while start > first and tags[start - 1] in "CHMJgq'":
        start -= 1
    while start < end and tags[start] in "'":
        start += 1
    return start


def refers_back(tagged: Tagged, phrase: Phrase) -> bool:
    """Whether a phrase is "the group", "the organisation": one that was named before."""
    listed = tagged.lower[phrase.first : phrase.last]
    return len(listed) == 2 and listed[0] == "the" and listed[1] in BACKWARD
