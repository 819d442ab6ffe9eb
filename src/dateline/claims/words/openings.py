"""Slow patterns, tried only where a word stands that can open them.

A pattern with many alternatives costs most where it fails, and that is at nearly every word. The
words of a report are known once (:mod:`dateline.claims.words.tagged`): looking each up is cheap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.claims.words.tagged import tagged

_PART = re.compile(r"[^\W_]+")
_REMEMBERED = 1 << 16


class _Offsets(dict[str, tuple[int, ...]]):
    """For each word met where in it the pattern may open; forgets all when it grows too large."""

    def __init__(self, opens: Callable[[str], bool]) -> None:
        super().__init__()
        self._opens = opens

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = tuple(m.start() for m in _PART.finditer(word) if self._opens(m[0]))
        return found


class Opened:
    """A pattern that begins with a letter or digit at the start of a word.

    ``opens`` says of a word, without what a hyphen or an apostrophe parts from it, whether a match
    can begin there: it may say yes too often, never no.
    """

    def __init__(self, pattern: str, opens: Callable[[str], bool]) -> None:
        self.pattern, self._offsets = re.compile(pattern), _Offsets(opens)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """What the pattern's own ``finditer`` finds, left to right."""
        words, offsets, match = tagged(text), self._offsets, self.pattern.match
        first, last = words.between(start, end)
        near = zip(words.words[first:last], words.starts[first:last], strict=True)
        for at in [begin + n for word, begin in near for n in offsets[word]]:
            if at >= start and (found := match(text, at, end)):
                yield found
                start = found.end()
