"""The words of the texts that are collated together, each as one character.

A sentence is then a string, and is cut, hashed, searched and aligned as fast as strings are. What
is known of a sentence by its text alone is found once for all versions that have it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, count
from typing import ClassVar

from dateline.collate.lexicon import FUNCTION
from dateline.text import tokenize

_LAST = 0x10FFFF
_MANY = 1 << 18
FUNCTION_WEIGHT = 0.25  # of 1, the weight of the others


class _Characters(dict[str, str]):
    """A character for each word key; function words have the first ones.

    Threads may share it: a word never gets two characters.
    """

    def __init__(self) -> None:
        super().__init__((word, chr(n)) for n, word in enumerate(sorted(FUNCTION)))
        self._free = count(len(self))

    def __missing__(self, key: str) -> str:
        return self.setdefault(key, chr(min(next(self._free), _LAST)))


_LAST_FUNCTION = chr(len(FUNCTION) - 1)


def content(ids: str) -> list[str]:
    """The words of a sentence that are no function words."""
    return [word for word in ids if word > _LAST_FUNCTION]


def counted(ids: str) -> tuple[int, ...]:
    """How many words that are no function words stand before each word, and in all."""
    return tuple(accumulate(map(_LAST_FUNCTION.__lt__, ids), initial=0))


def weight(words: int, telling: int) -> float:
    """How much words tell, ``telling`` of which are no function words; sums are exact."""
    return FUNCTION_WEIGHT * words + (1 - FUNCTION_WEIGHT) * telling


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence: offsets from its start, folded keys.

    ``ids`` has one character a word; ``capital`` says which begin with a capital, ``names`` holds
    the keys of those that are capital although no sentence begins there.
    """

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    ids: str
    capital: tuple[bool, ...]
    names: frozenset[str]


class Vocabulary:
    """The sentences and words of texts that are collated with each other.

    Words have the same characters in all vocabularies of a process until these have grown large.
    There are 1.1 million characters; words beyond them share the last one.
    """

    _shared: ClassVar[_Characters] = _Characters()

    def __init__(self) -> None:
        if len(Vocabulary._shared) > _MANY:
            Vocabulary._shared = _Characters()
        self._characters = Vocabulary._shared
        self._sentences: dict[str, Words] = {}

    def ids(self, keys: Iterable[str]) -> str:
        """The characters of word keys, as one string."""
        return "".join(map(self._characters.__getitem__, keys))

    def words(self, sentence: str) -> Words:
        """The words of a sentence."""
        known = self._sentences.get(sentence)
        if known is None:
            known = self._sentences[sentence] = self._words(sentence)
        return known

    def _words(self, sentence: str) -> Words:
        tokens = tokenize(sentence)
        keys = tokens.keys
        capital = tuple([sentence[start].isupper() for start in tokens.starts])
        big = [n for n, is_capital in enumerate(capital) if is_capital]
        # A name in capitals that only looks like a function word: IS, US.
        alike = [n for n in big if keys[n] in FUNCTION and len(keys[n]) > 1]
        shouted = [n for n in alike if tokens.surface(n).isupper()]
        if shouted:
            keys = tuple(key.upper() if n in shouted else key for n, key in enumerate(keys))
        names = frozenset([keys[n] for n in big if n and keys[n] not in FUNCTION])
        return Words(keys, tokens.starts, tokens.ends, self.ids(keys), capital, names)
