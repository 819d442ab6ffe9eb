"""Words with their offsets and the key that they are compared by."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dateline.text.fold import APOSTROPHES, INVISIBLE, MOJIBAKE, fold, mend

# What a lost apostrophe leaves behind: "the army s advance", "it didn t".
_REMAINS = frozenset({"s", "t", "re", "ve", "ll"})
_DROP = str.maketrans("", "", "'.")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_CACHED_LENGTH = 64

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


@lru_cache(maxsize=4)
def _pattern(wide: bool, mojibake: bool) -> re.Pattern[str]:
    """The words of a text: Latin ones only, or those of all scripts too (slower)."""
    spaceless = _SPACELESS if wide else ""
    ahead = "(?!â€)" if mojibake else ""
    letter = rf"{ahead}[^\W\d_{spaceless}]"
    rest = rf"(?:{ahead}[^\W_{spaceless}])" if mojibake else rf"[^\W_{spaceless}]"
    marks = f"[{_marks()}]" if wide else ""
    rest = f"(?:{rest}|{marks})" if wide else rest
    apostrophe = rf"(?:[{APOSTROPHES}]|â€[™˜])" if mojibake else f"[{APOSTROPHES}]"
    kinds = [
        r"\d+(?:[.,:]\d+)*+",
        rf"(?:{letter}\.){{2,}}(?:{letter}(?!\w))?",
        rf"{letter}{rest}*+(?:{apostrophe}{rest}++)*+",
    ]
    kinds += ["|".join(map(re.escape, MOJIBAKE))] if mojibake else []
    kinds += [rf"[{spaceless}](?<=\w){marks}*+"] if wide else []
    return re.compile("|".join([*kinds, rf"[^\W_{spaceless}]+"]))


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
    return _short_key(word) if len(word) <= _CACHED_LENGTH else _key(word)


def _key(word: str) -> str:
    folded = fold(mend(word))
    if folded[:1].isdigit():
        return _number_key(folded)
    return folded.translate(_DROP) or folded or word


_short_key = lru_cache(maxsize=1 << 16)(_key)


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
    wide = not text.isascii() and bool(_BEYOND_LATIN.search(text, start, last))
    mojibake = not text.isascii() and text.find("â€", start, last) >= 0
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _pattern(wide, mojibake).finditer(text, start, last):
        word, (first, stop) = match.group(), match.span()
        if word in _REMAINS and _is_apart(text, first, keys, ends):
            keys[-1] += word
            ends[-1] = stop
        elif not mojibake or word not in MOJIBAKE:
            keys.append(key(word))
            starts.append(first)
            ends.append(stop)
    return Tokens(text, tuple(keys), tuple(starts), tuple(ends))


def _is_apart(text: str, at: int, keys: list[str], ends: list[int]) -> bool:
    """Whether one space alone stands between a word and the remains of its apostrophe."""
    return bool(ends) and ends[-1] == at - 1 and text[at - 1] == " " and keys[-1].isalpha()
