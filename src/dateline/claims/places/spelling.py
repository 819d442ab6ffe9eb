"""Two keys of a name: one for equal spellings, one for transliterations of one name."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.text import fold
from dateline.text.wordlist import words

# The Arabic article in its assimilated forms, and what newspapers make of it.
ARTICLES = words("al el ul ad ed ud ar er as es ash esh at et az ez an en aal")
_APART = re.compile(r"[^\w']+")
# "Ezzor": the article written into the name.
_MELTED = re.compile(r"^[ae](?=([dnrstz])\1)")
_SOUNDS = {
    "kh": "x", "gh": "g", "dh": "d", "th": "t", "tch": "ʃ", "sch": "ʃ", "ch": "ʃ", "sh": "ʃ",
    "ph": "f", "dj": "j", "zh": "j", "q": "k", "ck": "k", "v": "w",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)) + "|c(?=[aou])")
_HALF_VOWELS = re.compile(r"(?<=[aeiou])[wy](?![aeiou])|(?<=.)[hy]$")
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """The words of a name, folded; hyphens part words, apostrophes and dots do not.

    "Ālbū Kamāl" and "Albu-Kamal" are one, "U.S." is "us".
    """
    plain = name.lower() if name.isascii() else fold(name)
    if plain.isalpha():
        return plain
    plain = plain.replace("'", "").replace(".", "").replace("`", "")
    return " ".join(w for w in _APART.split(plain) if w)


def bare(name: str) -> str:
    """The key without articles."""
    return " ".join(p for p in key(name).split() if p not in ARTICLES)


@lru_cache(maxsize=1 << 14)
def loose(name: str) -> str:
    """What the transliterations of one name have in common: no articles, vowels all alike.

    "Deir ez-Zor", "Dayr az-Zawr" and "Deir al Zor" are one; "Qaim", "al-Kaim" and "el-Qa'im" too.
    Empty where so little is left that different names would meet.
    """
    shape = "".join(_shape(p) for p in bare(name).split())
    return shape if len(shape.replace("a", "")) > 1 else ""


@lru_cache(maxsize=1 << 16)
def _shape(word: str) -> str:
    """The consonants of a word by their sound, with one sign for all vowels between them."""
    word = _MELTED.sub("", word)
    word = _SOUND.sub(lambda m: _SOUNDS.get(m[0], "k"), word)
    word = _DOUBLED.sub(r"\1", _VOWELS.sub("a", _HALF_VOWELS.sub("", word)))
    # A vowel at the end is the feminine ending, written or not ("Raqqa", "Raqqah").
    return word[:-1] if word.endswith("a") and len(word) > 2 else word
