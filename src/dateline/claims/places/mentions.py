"""Where a text speaks of places: capitalised names that the gazetteer knows, and that are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.claims.places.entries import Match
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.lexicon import demonyms
from dateline.claims.places.notplaces import (
    ASIDE,
    COMMON,
    GIVEN,
    NAMED_FOR,
    NEVER,
    STANDING_IN,
    STREETS,
    TITLES,
)
from dateline.claims.places.patterns import AREA, CALLED, MADE, PART, RUN, SPOKE, STRONG, WEAK
from dateline.claims.places.spelling import key
from dateline.claims.places.states import SHORT
from dateline.text.openers import NUMBERS, OPENERS

_LONGEST = 5
_BIG = 100_000
_SMALL = 15_000
_LARGE = ("PCLI", "ADM1", "ADM2", "CONT")
_BACK = 34


class Name(NamedTuple):
    """A name found: its span, its key, and how sure it is that a place is meant by it.

    ``sure`` is false where only other mentions of the same name can show that it is a place.
    """

    start: int
    end: int
    key: str
    matches: tuple[Match, ...]
    sure: bool


def names(
    text: str, start: int, end: int, known: Gazetteer, is_dateline: bool = False
) -> Iterator[Name]:
    """The names of places in ``text[start:end]``, left to right, none within another."""
    for run in RUN.finditer(text, start, end):
        yield from _Run(text, start, run, known, is_dateline).names()


class _Run:
    """Capitalised words that stand together: one name, or several."""

    def __init__(
        self, text: str, first: int, run: re.Match[str], known: Gazetteer, is_dateline: bool
    ) -> None:
        self.text, self.first, self.known, self.is_dateline = text, first, known, is_dateline
        self.parts = [m.span() for m in PART.finditer(text, *run.span())]
        self.keys = [key(text[s:e]) for s, e in self.parts]

    def names(self) -> Iterator[Name]:
        at, before = 0, ""
        while at < len(self.parts):
            if short := self._short(at):
                yield short
                at, before = at + 1, "place"
                continue
            if unknown := self._unknown(at):
                yield unknown
                return
            n, matches, name = self._longest(at)
            lost = 0
            if not n and (matches := self._lost(self.keys[at])):
                n, name, lost = 1, self.keys[at][:-1], 1
            if n and self._is_place(at, n, name, matches, before):
                start, end = self.parts[at][0], self.parts[at + n - 1][1] - lost
                if sure := self._evidence(start, end, name, matches):
                    yield Name(start, end, name, matches, sure > 1)
                before = "place"
            else:
                before = ""
            at += n or 1

    def _short(self, at: int) -> Name | None:
        """The short form of a state behind a town and a comma ("Akron, O.", "Salem, Ore.")."""
        (start, end), name = self.parts[at], self.keys[at]
        if at or name not in SHORT or self.text[start - 2 : start] != ", ":
            return None
        surface = self.text[start:end]
        if len(name) > 2 and self.text[end : end + 1] == "." and self.known.named(name) == ():
            end += 1
        elif not (surface.isupper() or "." in surface or self.text[end : end + 1] == "."):
            return None
        elif self.text[end : end + 1] == ".":
            end += 1
        return Name(start, end, name, self.known.coded(*SHORT[name]), True)

    def _longest(self, at: int) -> tuple[int, tuple[Match, ...], str]:
        """How many words from ``at`` on make the longest name that is known."""
        for n in range(min(_LONGEST, len(self.parts) - at), 0, -1):
            start, end = self.parts[at][0], self.parts[at + n - 1][1]
            name = " ".join(self.keys[at : at + n]) if n > 1 else self.keys[at]
            if n > 1 and not self._joined(start, end):
                continue
            if matches := self.known.spelled(name):
                return n, matches, name
        return 0, (), ""

    def _unknown(self, at: int) -> Name | None:
        """A whole run that no gazetteer has, where the text says that it is a settlement."""
        start, end = self.parts[at][0], self.parts[-1][1]
        if (
            at
            or len(self.parts) > _LONGEST - 1
            or not CALLED.search(self.text, max(self.first, start - _BACK), start)
        ):
            return None
        if self._longest(0)[0] == len(self.parts) or self._is_known(self.keys[0]):
            return None
        return Name(start, end, " ".join(self.keys), (), True)

    def _is_known(self, name: str) -> bool:
        """Whether a name is that of a large place: then what follows it is no part of it."""
        found = self.known.named(name)
        return bool(found) and (
            found[0].entry.feature in _LARGE or found[0].entry.population > _BIG
        )

    def _lost(self, name: str) -> tuple[Match, ...]:
        """A country or a large town whose possessive has lost its apostrophe ("Syrias")."""
        if not name.endswith("s") or name in demonyms() or not self._is_known(name[:-1]):
            return ()
        return self.known.named(name[:-1])

    def _joined(self, start: int, end: int) -> bool:
        return "’s " not in self.text[start:end] and "'s " not in self.text[start:end]

    def _is_place(
        self, at: int, n: int, name: str, matches: tuple[Match, ...], before: str
    ) -> bool:
        """Whether what stands around the name in its run leaves it a place."""
        if n == 1 and (name in NEVER or name in demonyms()):
            return False
        large = matches[0].entry.feature in _LARGE
        if at and before != "place" and not self._may_precede(at - 1, large):
            return False
        behind = at + n
        if behind < len(self.parts) and self._touches(behind):
            return self._may_follow(behind, name, matches, large)
        return not MADE.match(self.text, self.parts[behind - 1][1])

    def _touches(self, n: int) -> bool:
        """Whether a part follows the one before it with a space, in one phrase."""
        gap = self.text[self.parts[n - 1][1] : self.parts[n][0]]
        possessive = self.text[: self.parts[n - 1][1]][-2:] in ("'s", "’s")
        return gap in (" ", "\u00a0") and not possessive

    def _may_precede(self, n: int, large: bool) -> bool:
        word, (start, end) = self.keys[n], self.parts[n]
        if self.text[end - 2 : end] in ("'s", "’s") or not self._touches(n + 1):
            return True
        if word in ASIDE or word in demonyms():
            return True
        if word in TITLES or word in GIVEN:
            return False
        capital = self.text[start:end]
        return capital in OPENERS or capital in NUMBERS or capital.lower() in NEVER or large

    def _may_follow(self, n: int, name: str, matches: tuple[Match, ...], large: bool) -> bool:
        word = self.keys[n]
        if word in NAMED_FOR or word in STREETS:
            return False
        if word in STANDING_IN or word in demonyms() or word in TITLES or word in NEVER:
            return True
        if self.known.named(word) and word not in COMMON and word not in GIVEN:
            return name not in GIVEN
        famous = matches[0].own and matches[0].entry.population > 3 * _BIG
        return name not in GIVEN and (large or famous)

    def _evidence(self, start: int, end: int, name: str, matches: tuple[Match, ...]) -> int:
        """How much shows that a place is meant: 0 it is not, 1 it may be, 2 it is."""
        text, best = self.text, matches[0].entry
        surface = text[start:end]
        before = text[max(self.first, start - _BACK) : start]
        strong = bool(STRONG.search(before)) or _qualified(text, end, self.known)
        single = " " not in name
        if single and surface.isupper() and len(surface) < 6 and best.feature != "PCLI":
            return 2 if self.is_dateline else 0
        if single and f" {surface.lower()} " in text and not strong:
            return 0
        if best.feature in ("PPLC", "PCLI") and not strong and SPOKE.match(text, end):
            return 0
        if single and name in COMMON:
            return 2 if strong and best.population > _SMALL else 0
        if best.feature in ("PCLI", "ADM1", "CONT", "PPLC") or strong:
            return 2
        if best.population > _BIG and start > self.first:
            return 2
        return 1 if single or not WEAK.search(before) else 2


def _qualified(text: str, end: int, known: Gazetteer) -> bool:
    """Whether a country or division follows behind a comma, or a word for a kind of place."""
    behind = AREA.match(text, end)
    if not behind:
        return False
    if behind[2]:
        return True
    name = key(behind[1])
    return name in SHORT or any(m.entry.feature in ("PCLI", "ADM1") for m in known.named(name))
