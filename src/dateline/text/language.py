"""Which language a text is written in, where that is sure."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_ENOUGH = 20  # letters; fewer tell nothing
_LOOKED_AT = 400  # characters from the start of the body
_SURE = 0.7  # dialects of one language share the rest


def language(text: str) -> str:
    """The ISO 639-1 code of the text's language; empty where it cannot be told.

    The model is that of langid.py (Lui and Baldwin 2012), which ships with py3langid.
    """
    start = text[:_LOOKED_AT]
    if sum(c.isalpha() for c in start) < _ENOUGH:
        return ""
    code, share = _identifier().classify(start)
    return str(code) if share >= _SURE else ""


@cache
def _identifier() -> Any:
    import py3langid
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = Path(py3langid.__file__).parent / MODEL_FILE
    return LanguageIdentifier.from_modelpath(str(model), norm_probs=True)
