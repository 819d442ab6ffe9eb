"""Capitalised words that stand together, and the longest known names in them."""

from __future__ import annotations

import re

from dateline.claims.places.entries import LARGE, Match
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.lexicon import demonyms
from dateline.claims.places.notplaces import NEVER
from dateline.claims.places.patterns import CALLED, PART
from dateline.claims.places.spelling import key
from dateline.claims.places.states import SHORT

LONGEST = 5
BIG = 100_000
BACK = 34

Known = tuple[int, str, tuple[Match, ...]]


class Run:
    """One run: the spans and keys of its ``size`` words; ``first`` is where its sentence starts."""

    def __init__(self, text: str, first: int, found: re.Match[str], known: Gazetteer) -> None:
        self.text, self.first, self.known = text, first, known
        self.parts = [m.span() for m in PART.finditer(text, *found.span())]
        self.keys = [key(text[s:e]) for s, e in self.parts]
        self.size = len(self.parts)

    def longest(self, at: int) -> Known:
        """How many words from ``at`` on make the longest known name (0: none), and what it is."""
        reach = min(LONGEST, self.size - at)
        for n in range(1, reach):
            if self.is_possessive(at + n - 1):
                reach = n
                break
        for n in range(reach, 0, -1):
            name = " ".join(self.keys[at : at + n]) if n > 1 else self.keys[at]
            if matches := self.known.spelled(name):
                return n, name, matches
        return 0, "", ()

    def lost(self, at: int) -> Known:
        """A large place whose possessive has lost its apostrophe ("Syrias")."""
        name = self.keys[at]
        if not name.endswith("s") or name in demonyms() or not self.is_large(name[:-1]):
            return 0, "", ()
        return 1, name[:-1], self.known.named(name[:-1])

    def state(self) -> tuple[int, str, tuple[Match, ...]] | None:
        """Where the short form of a state behind a comma ends ("Akron, O.", "Salem, Ore.")."""
        (start, end), name = self.parts[0], self.keys[0]
        if name not in SHORT or self.text[start - 2 : start] != ", ":
            return None
        dotted = self.text[end : end + 1] == "."
        surface = self.text[start:end]
        if not (dotted or "." in surface or surface.isupper()):
            return None
        return end + dotted, name, self.known.coded(*SHORT[name])

    def settlement(self) -> bool:
        """Whether the text calls the whole run a settlement that no gazetteer has."""
        start = self.parts[0][0]
        if self.size >= LONGEST or not self.text.endswith("of ", self.first, start):
            return False
        if not CALLED.search(self.text, max(self.first, start - BACK), start):
            return False
        if not NEVER.isdisjoint(self.keys[1:]):  # "the town of Rawa Monday"
            return False
        known = any(self.is_large(k) or self.lost(n)[0] for n, k in enumerate(self.keys))
        return not known and self.longest(0)[0] < self.size

    def is_large(self, name: str) -> bool:
        """Whether a name is that of a country, a division or a large town."""
        found = self.known.named(name)
        return bool(found) and (found[0].entry.feature in LARGE or found[0].entry.population > BIG)

    def is_possessive(self, n: int) -> bool:
        """Whether the ``n``-th word ends its phrase with an apostrophe and an s."""
        start, end = self.parts[n]
        return end - start > 1 and self.text[end - 2 : end] in ("'s", "’s")

    def touches(self, n: int) -> bool:
        """Whether the ``n``-th word goes on the phrase of the one before it."""
        gap = self.text[self.parts[n - 1][1] : self.parts[n][0]]
        return gap in (" ", "\u00a0") and not self.is_possessive(n - 1)
