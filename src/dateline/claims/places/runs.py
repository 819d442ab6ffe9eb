"""Capitalised words that stand together, and what is known of them wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from dateline.claims.places.entries import LARGE, Match
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.lexicon import demonyms
from dateline.claims.places.notplaces import (
    ASIDE,
    COMMON,
    GIVEN,
    NAMED_FOR,
    NEVER,
    PHRASES,
    STANDING_IN,
    STREETS,
    TITLES,
)
from dateline.claims.places.patterns import PART
from dateline.claims.places.spelling import key
from dateline.claims.places.states import SHORT
from dateline.text.openers import NUMBERS, OPENERS

LONGEST = 5
BIG = 100_000
_CODE = 4


class Known(NamedTuple):
    """A name of the gazetteer in a run: ``size`` words from word ``at`` on, ``end`` behind them.

    ``led`` says that the word
    before leaves it a place, ``bounded`` that no word of the run goes on its phrase, ``goes_on``
    that such a word leaves it one. Without matches it is only the people of a ``country``.
    """

    at: int
    size: int
    end: int
    name: str
    matches: tuple[Match, ...]
    led: bool = True
    bounded: bool = True
    goes_on: bool = True
    country: str = ""

    @property
    def next(self) -> int:
        """The word behind those that were looked at together."""
        return self.at + (self.size or 1)


class Run:
    """Capitalised words that stand together: their offsets in the run, their keys.

    ``known`` are the names of the gazetteer among them; ``short`` says that the first may be the
    short form of a state.
    """

    def __init__(self, text: str, known: Gazetteer) -> None:
        self.text, self._known = text, known
        self.parts = [m.span() for m in PART.finditer(text)]
        self.words = [text[s:e] for s, e in self.parts]
        self.keys = [key(word) for word in self.words]
        self.size = len(self.parts)
        self.short = self.keys[0] in SHORT
        self.known = tuple(self._names())

    def _names(self) -> Iterator[Known]:
        """The known names from left to right, the longest at each place, and the peoples."""
        at = 0
        while at < self.size:
            n, name, matches = self._longest(at)
            cut = 0
            if not n:
                n, name, matches = self._lost(at)
                cut = n
            country = demonyms().get(self.keys[at], "")
            if n or country:
                end = self.parts[at + max(n, 1) - 1][1] - cut
                yield self._name(Known(at, n, end, name, matches, country=country))
            at += n or 1

    def _longest(self, at: int) -> tuple[int, str, tuple[Match, ...]]:
        """How many words from ``at`` on make the longest known name (0: none), and what it is."""
        reach = min(LONGEST, self.size - at)
        for n in range(1, reach):
            if self.is_possessive(at + n - 1):
                reach = n
                break
        for n in range(reach, 0, -1):
            name = " ".join(self.keys[at : at + n]) if n > 1 else self.keys[at]
            if matches := self._known.spelled(name):
                return n, name, matches
        return 0, "", ()

    def _lost(self, at: int) -> tuple[int, str, tuple[Match, ...]]:
        """A large place whose possessive has lost its apostrophe ("Syrias")."""
        name = self.keys[at]
        if not name.endswith("s") or name in demonyms() or not self._is_large(name[:-1]):
            return 0, "", ()
        return 1, name[:-1], self._known.named(name[:-1])

    def _name(self, found: Known) -> Known:
        """The name with what its neighbours in the run make of it; nothing where it is no place."""
        name, n = found.name, found.size
        if not n or (n == 1 and (name in NEVER or name in demonyms())) or name in PHRASES:
            return found._replace(matches=())
        best, behind = found.matches[0], found.at + n
        feature = best.entry.feature
        large = feature in LARGE and (best.own or (feature == "PCLI" and len(name) > _CODE))
        bounded = behind >= self.size or not self._touches(behind)
        return found._replace(
            led=not found.at or self._may_precede(found.at - 1, large),
            bounded=bounded,
            goes_on=bounded or self._may_follow(behind, name, best, large),
        )

    def _may_precede(self, n: int, large: bool) -> bool:
        """Whether the word before leaves the name a place ("In Rawa", not "Jack London")."""
        if not self._touches(n + 1):
            return True
        word, capital = self.keys[n], self.words[n]
        if word in ASIDE or word in demonyms():
            return True
        if word in TITLES or word in GIVEN:
            return False
        return capital in OPENERS or capital in NUMBERS or word in NEVER or large

    def _may_follow(self, n: int, name: str, best: Match, large: bool) -> bool:
        """Whether the word behind leaves the name a place ("Homs Governor", not "Paris Hilton")."""
        word = self.keys[n]
        if word in NAMED_FOR or word in STREETS:
            return False
        if word in STANDING_IN or word in demonyms() or word in TITLES or word in NEVER:
            return True
        if name in GIVEN:
            return False
        if self._known.named(word) and word not in COMMON and word not in GIVEN:
            return True
        return large or (best.own and best.entry.population > 3 * BIG)

    @cached_property
    def unknown(self) -> bool:
        """Whether the run may be the name of a settlement that no gazetteer has."""
        if self.size >= LONGEST or not NEVER.isdisjoint(self.keys[1:]):  # "town of Rawa Monday"
            return False
        if any(self._is_large(k) or self._lost(n)[0] for n, k in enumerate(self.keys)):
            return False
        return self._longest(0)[0] < self.size

    def _is_large(self, name: str) -> bool:
        """Whether a name is that of a country, a division or a large town."""
        found = self._known.named(name)
        return bool(found) and (found[0].entry.feature in LARGE or found[0].entry.population > BIG)

    def is_possessive(self, n: int) -> bool:
        """Whether the ``n``-th word ends its phrase with an apostrophe and an s."""
        return len(self.words[n]) > 1 and self.words[n].endswith(("'s", "’s"))

    def _touches(self, n: int) -> bool:
        """Whether the ``n``-th word goes on the phrase of the one before it."""
        gap = self.text[self.parts[n - 1][1] : self.parts[n][0]]
        return gap in (" ", "\u00a0") and not self.is_possessive(n - 1)


@lru_cache(maxsize=1 << 13)
def run_of(text: str, known: Gazetteer) -> Run:
    """The run with these words: most come again and again."""
    return Run(text, known)
