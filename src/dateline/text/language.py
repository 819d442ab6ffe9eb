"""Which language a text is written in, where that is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dateline.text.wordlist import words

_ENOUGH = 20  # letters; fewer tell nothing
_LOOKED_AT = 400  # characters from the start of the body
_SURE = 0.7  # dialects of one language share the rest
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = words(
    """a after an and are as at be been but by for from had has have he his in is it its not of on
    said that the their they this to was were which who will with would"""
)
_WORDS, _OFTEN, _THROUGHOUT = 20, 0.25, 0.15  # words, their share in all, in each half


def language(text: str) -> str:
    """The ISO 639-1 code of the text's language; empty where it cannot be told.

    The model is that of langid.py (Lui and Baldwin 2012), which ships with py3langid. It takes half
    a second to load and a millisecond a text; so it is not asked where the text is full of English
    words through and through.
    """
    start = text[:_LOOKED_AT]
    if _is_english(_WORD.findall(start)):
        return "en"
    if sum(c.isalpha() for c in start) < _ENOUGH:
        return ""
    code, share = _identifier().classify(start)
    return str(code) if share >= _SURE else ""


def _is_english(found: Sequence[str]) -> bool:
    """Whether small English words, as they stand in running text, are frequent in both halves."""
    if len(found) < _WORDS:
        return False
    known = [word in _ENGLISH for word in found]
    middle = len(found) // 2
    first, second = sum(known[:middle]), sum(known[middle:])
    return first + second >= _OFTEN * len(found) and min(first, second) >= _THROUGHOUT * middle


@cache
def _identifier() -> Any:
    import py3langid
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = Path(py3langid.__file__).parent / MODEL_FILE
    return LanguageIdentifier.from_modelpath(str(model), norm_probs=True)
