"""Claims that say again what an earlier claim of the report says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.claims.lexicon.closed import LETTERS
from dateline.model import Claim

_WORD = re.compile(r"\w+")
_FEWEST = 3
_SHARE = 0.6
_STEM = 5


def restatements(claims: Sequence[Claim]) -> dict[str, str]:
    """For claims that say again what an earlier one says, the id of the first that says it.

    Two claims of one source, or of sources of which one is not named, say the same where most of
    the shorter one's content words are in the other.
    """
    seen: list[tuple[Claim, frozenset[str]]] = []
    out: dict[str, str] = {}
    for claim in claims:
        words = _content_words(claim.content.text)
        if len(words) < _FEWEST:
            continue
        for first, known in seen:
            if _same_voice(first, claim) and _alike(known, words):
                out[claim.id] = out.get(first.id, first.id)
                break
        seen.append((claim, words))
    return out


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    return shared >= _FEWEST and shared >= _SHARE * min(len(a), len(b))


def _same_voice(a: Claim, b: Claim) -> bool:
    """Whether two claims can be on one word; a claim inside the other is no second saying."""
    if a.modality != b.modality or a.negated != b.negated or b.parent == a.id or a.parent == b.id:
        return False
    if a.kind != b.kind or not a.source or not b.source:
        return a.kind == b.kind and not a.source and not b.source
    return a.source.canonical == b.source.canonical or None in (
        a.source.canonical,
        b.source.canonical,
    )


def _content_words(text: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in _WORD.findall(text.lower()) if w not in LETTERS)


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """Enough of a word to join its forms: "captured", "capturing"."""
    return word[:_STEM] if word.isalpha() else word
