"""Words with their offsets and the key that they are compared by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.text.fold import APOSTROPHES, fold

_NUMBER = r"\d+(?:[.,:]\d+)*"
_DOTTED = r"(?:[^\W\d_]\.){2,}"
_WORD = rf"[^\W\d_][^\W_]*(?:[{APOSTROPHES}][^\W_]+)*"
_TOKEN = re.compile(rf"{_NUMBER}|{_DOTTED}|{_WORD}|[^\W_]+")

# What a lost apostrophe leaves behind: "the army s advance", "it didn t".
_REMAINS = frozenset({"s", "t", "re", "ve", "ll"})
_DROP = str.maketrans("", "", "'.")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in order.

    ``keys[i]`` is the folded form of ``text[starts[i]:ends[i]]``: case, diacritics, apostrophes and
    the dots of abbreviations are gone, thousands separators too.
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def surface(self, i: int, j: int | None = None) -> str:
        """The text from word ``i`` up to, not including, word ``j`` (default: word ``i`` alone)."""
        last = i if j is None else j - 1
        return self.text[self.starts[i] : self.ends[last]]


def key(word: str) -> str:
    """The folded form by which a word is compared."""
    folded = fold(word)
    if folded[0].isdigit():
        return _number_key(folded)
    return folded.translate(_DROP)


def _number_key(number: str) -> str:
    grouped = re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", number)
    return number.replace(",", "") if grouped else number.replace(":", ".").replace(",", ".")


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Split ``text[start:end]`` into words; offsets count in the whole ``text``.

    Words are runs of letters and digits of any script, with inner apostrophes; "U.S." is one word,
    "45km" two, "al-Qaim" two, "T2" one. The remains of a lost apostrophe join the word before, so
    that "jihadist s" and "jihadist's" have one key.
    """
    found: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word, at = match.group(), match.start()
        if _is_remains(word, at, found, text):
            before, first, _ = found.pop()
            found.append((before + word, first, match.end()))
        else:
            found.append((key(word), at, match.end()))
    return Tokens(text, *_columns(found))


def _is_remains(word: str, at: int, found: Sequence[tuple[str, int, int]], text: str) -> bool:
    return (
        word in _REMAINS
        and bool(found)
        and found[-1][2] == at - 1
        and text[at - 1] == " "
        and found[-1][0].isalpha()
    )


def _columns(
    found: Sequence[tuple[str, int, int]],
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    return (
        tuple(f[0] for f in found),
        tuple(f[1] for f in found),
        tuple(f[2] for f in found),
    )
