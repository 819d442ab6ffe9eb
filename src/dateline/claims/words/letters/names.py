"""The letter of a word for names: ``C`` with a capital, ``b`` an article that opens names."""

from __future__ import annotations

from dateline.claims.words.letters.nothing import NOTHING

BEFORE_NAMES = ("al", "el", "ad", "ar", "as", "ash", "az", "an", "at", "ed", "ez", "es")


def letter(word: str) -> str:
    """The letter of a word without hyphens and apostrophes."""
    return "C" if word[0].isupper() else "b" if word in BEFORE_NAMES else NOTHING
