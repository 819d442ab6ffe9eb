"""Which reports are read for claims: those in English."""

from __future__ import annotations

import re

from dateline.claims.lexicon.closed import LETTERS
from dateline.model import Anatomy
from dateline.text.language import language

READ = frozenset({"en"})
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 600  # characters of the body
_SHARE = 0.25  # English prose has about half of its words in closed classes
_FEW = 5


def unread(anatomy: Anatomy) -> str:
    """The language that a report is not read in, as ISO 639-1; empty where it is read.

    ``?`` where its language cannot be told and it does not look like English.
    """
    body = " ".join(s.text for s in anatomy.body[:8])[:_LOOKED_AT]
    found = _WORD.findall(body.lower())
    if len(found) < _FEW or sum(map(LETTERS.__contains__, found)) >= _SHARE * len(found):
        return ""
    code = language(body) or "?"
    return "" if code in READ else code
