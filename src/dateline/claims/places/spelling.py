"""Two keys of a name: one for equal spellings, one for transliterations of one name."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.text import fold
from dateline.text.wordlist import words

# The Arabic article in its assimilated forms, and what newspapers make of it.
ARTICLES = words("al el ul ad ed ud ar er as es ash esh at et az ez an en aal")
_APART = re.compile(r"[^\w']+")
_BY = re.compile(r"\bby\b")
_LETTERS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"^[ae](?=([dnrstz])\1)", ""),  # "Ezzor": the article written into the name
        (r"kh", "x"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"tch|ch|sch|sh", "ʃ"),
        (r"ph", "f"),
        (r"dj|zh", "j"),
        (r"q|c(?=[aou])|ck", "k"),
        (r"(?<=[aeiou])[hy]\b|(?<=\w)['h]\b", ""),
        (r"v|w(?=[aeiou])", "w"),
        (r"(?<=[aeiou])[wy](?![aeiou])", ""),
        (r"'", ""),
        (r"[aeiouyw]+", "a"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """The words of a name, folded; hyphens part words, apostrophes and dots do not.

    "Ālbū Kamāl" and "Albu-Kamal" are one, "U.S." is "us".
    """
    plain = fold(name)
    if plain.isalpha():
        return plain
    plain = plain.replace("'", "").replace(".", "")
    return " ".join(w for w in _APART.split(plain) if w)


@lru_cache(maxsize=1 << 14)
def loose(name: str) -> str:
    """What the transliterations of one name have in common: no articles, vowels all alike.

    "Deir ez-Zor", "Dayr az-Zawr" and "Deir al Zor" are one; "Qaim", "al-Kaim" and "el-Qa'im" too.
    Empty where so little is left that different names would meet.
    """
    parts = [p for p in key(name).split() if p not in ARTICLES]
    shape = "".join(_shape(p) for p in parts)
    return shape if len(shape.replace("a", "")) > 1 else ""


def _shape(word: str) -> str:
    for pattern, new in _LETTERS:
        word = pattern.sub(new, word)
    # A vowel at the end is the feminine ending, written or not ("Raqqa", "Raqqah").
    return word[:-1] if word.endswith("a") and len(word) > 2 else word
