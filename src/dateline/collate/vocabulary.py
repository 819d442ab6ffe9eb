"""The words of the texts that are collated together, each as one character.

A sentence is then a string, and is cut, hashed, searched and aligned as fast as strings are. What
is known of a sentence by its text alone is found once for all versions that have it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from dateline.collate.lexicon import FUNCTION
from dateline.text import tokenize

_LAST = 0x10FFFF
_MANY = 1 << 18
FUNCTION_WEIGHT = 0.25


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
_current = _Characters()


def _characters() -> _Characters:
    """What all texts share, until it has grown large."""
    global _current  # noqa: PLW0603 - a cache of the process
    if len(_current) > _MANY:
        _current = _Characters()
    return _current


def content(ids: str) -> list[str]:
    """The words of a sentence that are no function words."""
    return [word for word in ids if word > _LAST_FUNCTION]


def weights(ids: str) -> list[float]:
    """How much each word tells: function words little."""
    return [1.0 if word > _LAST_FUNCTION else FUNCTION_WEIGHT for word in ids]


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

    There are 1.1 million characters; words beyond them share the last one.
    """

    def __init__(self) -> None:
        self._characters = _characters()
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
        shouted = [n for n in big if _is_shouted(keys[n], tokens.surface(n))]
        if shouted:
            keys = tuple(key.upper() if n in shouted else key for n, key in enumerate(keys))
        names = frozenset([keys[n] for n in big if n and keys[n] not in FUNCTION])
        return Words(keys, tokens.starts, tokens.ends, self.ids(keys), capital, names)


def _is_shouted(key: str, form: str) -> bool:
    """Whether a name in capitals only looks like a function word: IS, US."""
    return key in FUNCTION and len(key) > 1 and form.isupper()
