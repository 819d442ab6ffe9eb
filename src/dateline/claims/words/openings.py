"""Slow patterns, tried only where a word stands that can open them.

A pattern with many alternatives costs most where it fails, and that is at nearly every word. Here
a pattern of letters says where the slow one may begin: "the" opens a day only before "past", "end",
"1990s" ….
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from dateline.claims.words.known import COMPOUND, PARTS
from dateline.claims.words.tagged import tagged
from dateline.text.tried import tried


class Opened:
    """A pattern that begins with a letter or digit at the start of a word.

    ``where`` says, as a pattern of letters of an alphabet, where a match may begin: too often
    perhaps, never too seldom. Of a compound each part is tried.
    """

    def __init__(
        self, pattern: str, alphabet: Literal["days", "quantities", "names"], where: str
    ) -> None:
        self.pattern = re.compile(pattern)
        self._alphabet = alphabet
        self._where = re.compile(rf"[{COMPOUND}]|{where}")
        self._offsets = lru_cache(maxsize=4)(self._found)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """What the pattern's own ``finditer`` finds in ``text[start:end]``, left to right."""
        offsets = self._offsets(text)
        first = bisect_left(offsets, start)
        inside = offsets[first : bisect_left(offsets, end, first)]
        return tried(self.pattern, text, inside, end)

    def _found(self, text: str) -> Sequence[int]:
        """The offsets at which the pattern is tried."""
        words = tagged(text)
        letters: str = getattr(words, self._alphabet)
        found: list[int] = []
        for match in self._where.finditer(letters):
            n = match.start()
            start = words.starts[n]
            if letters[n] == COMPOUND:
                found += [start + part.start() for part in PARTS.finditer(words.words[n])]
            else:
                found.append(start)
        return found
