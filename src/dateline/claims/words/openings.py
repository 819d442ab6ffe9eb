"""Slow patterns, tried only where a word stands that can open them.

A pattern with many alternatives costs most where it fails, and that is at nearly every word. Here
each word of a report has one letter for what it can be to the pattern, and a pattern of letters
says where the slow one may begin: "the" opens a day only before "past", "end", "1990s" ….
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from dateline.claims.words.tagged import tagged
from dateline.text.tried import tried

NOTHING, COMPOUND = ".", "*"
_PART = re.compile(r"[^\W_]+")
_REMEMBERED = 1 << 16


class _Letters(dict[str, str]):
    """The letter of each word met; forgets all when it grows too large."""

    def __init__(self, letter: Callable[[str], str]) -> None:
        super().__init__()
        self._letter = letter

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        parts = [m[0] for m in _PART.finditer(word)]
        letters = {self._letter(part) for part in parts} - {NOTHING}
        found = NOTHING if not letters else COMPOUND if len(parts) > 1 else letters.pop()
        self[word] = found
        return found


class Opened:
    """A pattern that begins with a letter or digit at the start of a word.

    ``letter`` gives each word, without what a hyphen or an apostrophe parts from it, a letter for
    what it can be in a match, ``NOTHING`` where it can neither open one nor must follow. ``where``
    says, as a pattern of letters, where a match may begin: too often perhaps, never too seldom. A
    word of several parts is a ``COMPOUND``: each part that has a letter is tried.
    """

    def __init__(self, pattern: str, letter: Callable[[str], str], where: str) -> None:
        self.pattern = re.compile(pattern)
        self._letter, self._letters = letter, _Letters(letter)
        self._where = re.compile(rf"[{COMPOUND}]|{where}")
        self._offsets = lru_cache(maxsize=4)(self._found)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """What the pattern's own ``finditer`` finds in ``text[start:end]``, left to right."""
        offsets = self._offsets(text)
        inside = offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]
        return tried(self.pattern, text, inside, end)

    def _found(self, text: str) -> Sequence[int]:
        """The offsets at which the pattern is tried."""
        words, starts = tagged(text).words, tagged(text).starts
        letters = "".join([self._letters[word] for word in words])
        found: list[int] = []
        for match in self._where.finditer(letters):
            n = match.start()
            if letters[n] == COMPOUND:
                found += [starts[n] + at for at in self._inside(words[n])]
            else:
                found.append(starts[n])
        return found

    def _inside(self, word: str) -> list[int]:
        return [m.start() for m in _PART.finditer(word) if self._letter(m[0]) != NOTHING]
