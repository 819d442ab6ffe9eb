"""Words with their offsets and the key that they are compared by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from dateline.text.fold import APOSTROPHES, INVISIBLE, MOJIBAKE, fold, mend

# What a lost apostrophe leaves behind: "the army s advance", "it didn t".
_REMAINS = frozenset({"s", "t", "re", "ve", "ll"})
_DROP = str.maketrans("", "", "'.")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_CACHED_LENGTH = 64
_CACHED = 1 << 16

# Thai, Lao, Burmese, Khmer, kana and Han: written without spaces, so each character is a word
# (the default of Unicode's word boundaries, UAX #29, where no dictionary is at hand).
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_BEYOND_LATIN = re.compile("[\u00ad\u0300-\u1dff\u200c\u200d\u2060\u20d0-\u20ff\u2c00-\U0010ffff]")


def _marks() -> str:
    """Combining marks, vowel signs and joiners: what continues a word without being a letter."""
    blocks = [(0x300, 0x1E00), (0x20D0, 0x2100), (0x302A, 0x309B), (0xA66F, 0xABF0)]
    codes = (c for first, last in blocks for c in range(first, last))
    found = "".join(chr(c) for c in codes if unicodedata.category(chr(c))[0] == "M")
    return found + INVISIBLE


@lru_cache(maxsize=8)
def _pattern(plain: bool, wide: bool, mojibake: bool) -> re.Pattern[str]:
    """The words of a text: ASCII ones only (fastest), Latin ones, or those of all scripts too."""
    spaceless = _SPACELESS if wide else ""
    ahead = "(?!â€)" if mojibake else ""
    letter = rf"{ahead}[^\W\d_{spaceless}]"
    rest = rf"(?:{ahead}[^\W_{spaceless}])" if mojibake else rf"[^\W_{spaceless}]"
    marks = f"[{_marks()}]" if wide else ""
    rest = f"(?:{rest}|{marks})" if wide else rest
    apostrophe = rf"(?:[{APOSTROPHES}]|â€[™˜])" if mojibake else f"[{APOSTROPHES}]"
    abbreviation = rf"\.(?:{letter}\.)+(?:{letter}(?!\w))?"
    kinds = [
        rf"{letter}(?:{abbreviation}|{rest}*+(?:{apostrophe}{rest}++)*+)",
        r"\d+(?:[.,:]\d+)*+",
    ]
    kinds += ["|".join(map(re.escape, MOJIBAKE))] if mojibake else []
    kinds += [rf"[{spaceless}](?<=\w){marks}*+"] if wide else []
    kinds.append(rf"[^\W_{spaceless}]+")
    return re.compile(f"({'|'.join(kinds)})", re.ASCII if plain else 0)


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
    """The folded form by which a word is compared; never empty for a word."""
    return _keys[word]


class _Keys(dict[str, str]):
    """Keys that were made before; emptied when full (quicker than forgetting one by one)."""

    def __missing__(self, word: str) -> str:
        folded = fold(mend(word))
        made = _number_key(folded) if folded[:1].isdigit() else folded.translate(_DROP)
        if len(word) <= _CACHED_LENGTH:
            if len(self) >= _CACHED:
                self.clear()
            self[word] = made or folded or word
        return made or folded or word


_keys = _Keys()


def _number_key(number: str) -> str:
    if _GROUPED.fullmatch(number):
        return number.replace(",", "")
    return number.replace(":", ".").replace(",", ".")


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Split ``text[start:end]`` into words; offsets count in the whole ``text``.

    Words are runs of letters, digits and combining marks of any script, with inner apostrophes;
    "U.S." is one word, "45km" two, "al-Qaim" two, "T2" one; in scripts without spaces each
    character is one. The remains of a lost apostrophe join the word before, so that "jihadist s"
    and "jihadist's" have one key.
    """
    last = len(text) if end is None else end
    part = text[start:last]
    plain = part.isascii()
    wide = not plain and bool(_BEYOND_LATIN.search(part))
    mojibake = not plain and "â€" in part
    # Between, word, between, word, …, between: their lengths give the offsets.
    pieces = _pattern(plain, wide, mojibake).split(part)
    words = pieces[1::2]
    edges = list(accumulate(map(len, pieces), initial=start))
    starts, ends = edges[1:-1:2], edges[2::2]
    keys = list(map(_keys.__getitem__, words))
    if mojibake:
        kept = [n for n, word in enumerate(words) if word not in MOJIBAKE]
        words, keys = [words[n] for n in kept], [keys[n] for n in kept]
        starts, ends = [starts[n] for n in kept], [ends[n] for n in kept]
    if not _REMAINS.isdisjoint(words):
        _join_remains(text, words, keys, starts, ends)
    return Tokens(text, tuple(keys), tuple(starts), tuple(ends))


def _join_remains(
    text: str, words: Sequence[str], keys: list[str], starts: list[int], ends: list[int]
) -> None:
    """Join what a lost apostrophe left behind one space to the word before, in place."""
    for n in range(len(words) - 1, 0, -1):
        if words[n] not in _REMAINS:
            continue
        apart = ends[n - 1] == starts[n] - 1 and text[starts[n] - 1] == " "
        if apart and keys[n - 1].isalpha():
            keys[n - 1] += keys.pop(n)
            del starts[n], ends[n - 1]
