"""The letter of a word for quantities: ``d`` figure, ``w`` number, ``a`` article, ``s`` share."""

from __future__ import annotations

from dateline.claims.words.letters.nothing import NOTHING
from dateline.text.numerals import SCALES, SMALL
from dateline.text.wordlist import words

_WORDS = {*SMALL, *SCALES} | words(
    "half tens dozens hundreds thousands millions billions scores several"
)
_SHARES = words("thirds third quarters quarter fifths fifth tenths tenth")


def letter(word: str) -> str:
    """The letter of a word without hyphens and apostrophes."""
    lower = word.lower()
    if lower[0].isdigit():
        return "d"
    if lower in _WORDS:
        return "w"
    return "a" if lower in ("a", "an") else "s" if lower in _SHARES else NOTHING
