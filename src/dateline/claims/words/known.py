"""What is known of a word by itself: looked up once for all that read a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from dateline.claims.words.letters import days, grammar, names, phrases, quantities
from dateline.claims.words.letters.nothing import NOTHING

GRAMMAR, PHRASES, DAYS, QUANTITIES, NAMES = range(5)
ALPHABETS = 5
COMPOUND = "*"
PARTS = re.compile(r"[^\W_]+")
_REMEMBERED = 1 << 16


class Known(NamedTuple):
    """A word: its letter in each alphabet, in the order of their numbers, and its lower case.

    A word of several parts, of which one has a letter for days, quantities or names, is a
    ``COMPOUND`` there.
    """

    letters: str
    lower: str


class _Known(dict[str, Known]):
    """The words met so far; forgets all when it grows too large."""

    def __missing__(self, word: str) -> Known:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = Known(_letters(word), word.lower())
        return found


def _letters(word: str) -> str:
    parts = PARTS.findall(word)
    openings = (_of_parts(parts, a.letter) for a in (days, quantities, names))
    return "".join((grammar.letter(word), phrases.letter(word), *openings))


def _of_parts(parts: list[str], letter: Callable[[str], str]) -> str:
    found = {letter(part) for part in parts} - {NOTHING}
    if not found:
        return NOTHING
    return COMPOUND if len(parts) > 1 else found.pop()


_KNOWN = _Known()


def known(words: Sequence[str]) -> tuple[str, list[str]]:
    """The letters of words, ``ALPHABETS`` for each, and the words in lower case."""
    found = list(map(_KNOWN.__getitem__, words))
    return "".join(map(itemgetter(0), found)), list(map(itemgetter(1), found))
