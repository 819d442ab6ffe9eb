"""Whether two wordings are spellings of one another: house style, abbreviation, transliteration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from dateline.collate.lexicon import FUNCTION, MONTHS, NUMBERS, UNITS

_HOUSE = {
    "advisor": "adviser", "moslem": "muslim", "koran": "quran", "shiite": "shia",
    "shiites": "shias", "grey": "gray", "jail": "gaol", "per": "", "cent": "percent",
    "usa": "us", "learnt": "learned", "burnt": "burned", "okay": "ok", "tv": "television",
}  # fmt: skip
_SYSTEMATIC = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"is(e|ed|es|ing|ation|ations|er|ers)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"our(?=|s|ed|ing|able|ed|ite|ites|hood|hoods|ful|ly|less)", "or"),
        (r"tre(s?)$", r"ter\1"),
        (r"ence(s?)$", r"ense\1"),
        (r"ogue(s?)$", r"og\1"),
        (r"ll(ed|ing|er|ers|ment)$", r"l\1"),
        (r"[ao]e", "e"),
        (r"wards$", "ward"),
        (r"amme(s?)$", r"am\1"),
        (r"dgement", "dgment"),
    )
)
_CONTRACTIONS = (
    ("ve", "have"), ("ll", "will"), ("re", "are"), ("nt", "not"), ("m", "am"),
    ("s", "is"), ("s", "has"), ("d", "would"), ("d", "had"),
)  # fmt: skip

_ARTICLES = frozenset(
    [
        "al",
        "el",
        "ad",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "an",
        "ul",
        "ed",
        "er",
        "es",
        "et",
        "ez",
        "en",
        "ul",
    ]
)
_ASSIMILATED = re.compile(r"^[ae](?=([dnrstz])\1)")
_LETTERS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"kh", "x"), (r"gh", "g"), (r"dh", "d"), (r"th", "t"), (r"tch|ch|sh", "ʃ"), (r"ph", "f"),
        (r"dj|zh", "j"), (r"q|c(?=[aou])|ck", "k"), (r"h\b", ""), (r"v|w", "u"), (r"[aeiouy]+", ""),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_LONGEST_ACRONYM = 6
_ALIKE = 0.3
_SHORT_ALIKE = 0.6


def is_variant(a: Sequence[str], b: Sequence[str], named: bool) -> bool:
    """Whether two word sequences (folded keys) spell the same; ``named`` for names.

    Covers joined and split words, British and American forms, contractions, number words, units,
    months, acronyms beside what they stand for, and for names the transliterations of one name.
    """
    if "".join(a) == "".join(b) or canonical(a) == canonical(b):
        return True
    if is_contraction(a, b) or _acronym(a, b) or _acronym(b, a):
        return True
    if len(a) == len(b) == 1 and is_article(a[0]) and is_article(b[0]):
        return True
    return _same_date(a, b) or (named and _transliterated(a, b))


_SPACED_MARK = re.compile(r"\s+(?=['’]\w{0,2}\b)")


def is_spaced(a: str, b: str) -> bool:
    """Whether all that differs in two texts is a space before an apostrophe: "Kestrel 's"."""
    return bool(a and b) and _SPACED_MARK.sub("", a) == _SPACED_MARK.sub("", b)


def is_article(word: str) -> bool:
    """Whether a word is the Arabic article in one of its transliterations."""
    return word in _ARTICLES


def _same_date(a: Sequence[str], b: Sequence[str]) -> bool:
    """One date in two orders: "April 12" and "12 April"."""
    if len(a) < 2 or len(a) != len(b):
        return False
    x, y = sorted(map(_canonical_word, a)), sorted(map(_canonical_word, b))
    return x == y and any(w in MONTHS for w in x) and any(w[0].isdigit() for w in x)


@lru_cache(maxsize=1 << 14)
def _canonical_word(word: str) -> str:
    for table in (NUMBERS, UNITS, MONTHS, _HOUSE):
        if word in table:
            return table[word]
    for pattern, new in _SYSTEMATIC:
        if len(word) > 4:
            word = pattern.sub(new, word)
    return word


def canonical(words: Sequence[str]) -> str:
    """One form for the house spellings of the same words."""
    return "".join(_canonical_word(w) for w in words)


def is_contraction(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one side is the contraction of the other: "I've" and "I have"."""
    return _contracted(a, b) or _contracted(b, a)


def _contracted(a: Sequence[str], b: Sequence[str]) -> bool:
    if len(a) != 1 or len(b) != 2:
        return False
    return any(b[1] == long and a[0] == b[0] + short for short, long in _CONTRACTIONS)


def _acronym(a: Sequence[str], b: Sequence[str]) -> bool:
    if len(a) != 1 or len(b) < 2 or not 2 <= len(a[0]) <= _LONGEST_ACRONYM:
        return False
    return a[0].casefold() == "".join(w[0] for w in b if w not in FUNCTION)


def _transliterated(a: Sequence[str], b: Sequence[str]) -> bool:
    x, y = _skeleton(tuple(a)), _skeleton(tuple(b))
    if x == y and len(x) == 1 and len(a) == len(b) == 1:
        return Indel.normalized_similarity(a[0], b[0]) >= _SHORT_ALIKE
    if min(len(x), len(y)) < 2 or Indel.normalized_similarity("".join(a), "".join(b)) < _ALIKE:
        return False
    return x == y or (min(len(x), len(y)) >= 4 and Indel.distance(x, y) == 1)


@lru_cache(maxsize=1 << 14)
def _skeleton(words: tuple[str, ...]) -> str:
    """The consonants that transliterations of one name agree on; Arabic articles are left out."""
    kept = [_ASSIMILATED.sub("", w) for w in words if w not in _ARTICLES]
    joined = "".join(kept)
    for pattern, new in _LETTERS:
        joined = pattern.sub(new, joined)
    return joined
