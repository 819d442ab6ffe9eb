"""One form for spellings that differ in case, diacritics, quote style or dash only."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼ`´′"
DOUBLE_QUOTES = '"“”„«»‟″'
DASHES = "-‐‑‒–—―−"

# Zero-width joiners, soft hyphens and the Arabic stretching mark: they shape a word, not its sense.
INVISIBLE = "\u00ad\u0640\u200c\u200d\u2060\ufeff"

_STYLE: dict[int, str | None] = {ord(c): "'" for c in APOSTROPHES}
_STYLE |= {ord(c): '"' for c in DOUBLE_QUOTES} | {ord(c): "-" for c in DASHES}
_STYLE |= {ord(c): None for c in INVISIBLE}
# Letters whose stroke or ligature is no combining mark, so that NFKD leaves them alone.
_STYLE |= {
    ord(a): b for a, b in {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe"}.items()
}

# UTF-8 marks that were read as Windows-1252, with what they were. Windows-1252 has no character for
# the last byte of a closing quotation mark: it is there as a control character, or was lost.
MOJIBAKE = {
    "â€™": "’",
    "â€˜": "‘",
    "â€œ": "“",
    "â€\x9d": "”",
    "â€\ufffd": "”",
    "â€”": "—",
    "â€“": "–",
    "â€¦": "…",
}
MARKS_APART = re.compile("|".join(MOJIBAKE))

_CACHED_LENGTH = 64


def fold(text: str) -> str:
    """Fold case, diacritics, quotation marks, dashes, digits and compatibility forms (NFKD).

    The result may be longer or shorter than ``text``: it is a key to compare with, never a text
    to count offsets in. Folding twice changes nothing more.
    """
    return _fold_short(text) if len(text) <= _CACHED_LENGTH else _fold(text)


def _fold(text: str) -> str:
    text = text.casefold()
    if text.isascii():
        return text.translate(_STYLE)
    # Casefold again: compatibility forms such as the unit sign for MHz unfold to capitals.
    # Marks first: NFKD takes the acute accent that stands for an apostrophe apart into a space.
    unfolded = unicodedata.normalize("NFKD", text.translate(_STYLE))
    plain = unfolded.casefold().translate(_STYLE)
    kept = "".join([c for c in plain if not unicodedata.combining(c)])
    return kept if kept.isascii() else "".join(map(_digit, kept))


_fold_short = lru_cache(maxsize=1 << 16)(_fold)


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def mend(text: str) -> str:
    """``text`` with the quotation marks and dashes back that a wrong decoding has taken apart."""
    return MARKS_APART.sub(lambda m: MOJIBAKE[m.group()], text)
