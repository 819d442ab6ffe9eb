"""One form for spellings that differ in case, diacritics, quote style or dash only."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼ`´′"
DOUBLE_QUOTES = '"“”„«»‟″'
DASHES = "-‐‑‒–—―−"

_STYLE = {ord(c): "'" for c in APOSTROPHES} | {ord(c): '"' for c in DOUBLE_QUOTES}
_STYLE |= {ord(c): "-" for c in DASHES}
# Letters whose stroke or ligature is no combining mark, so that NFKD leaves them alone.
_STYLE |= {
    ord(a): b for a, b in {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe"}.items()
}


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Fold case, diacritics, quotation marks, dashes and compatibility forms (Unicode NFKD).

    The result may be longer or shorter than ``text``: it is a key to compare with, never a text
    to count offsets in.
    """
    text = text.casefold()
    if text.isascii():
        return text.translate(_STYLE)
    plain = unicodedata.normalize("NFKD", text.translate(_STYLE)).translate(_STYLE)
    return "".join(c for c in plain if not unicodedata.combining(c))
