"""Attributed claims that say again what an earlier one of the report says."""

from __future__ import annotations

import re

from dateline.claims.lexicon.closed import LETTERS
from dateline.model import Claim

_WORD = re.compile(r"\w+")
_CLOSED = frozenset(LETTERS)
_FEWEST = 4  # words in common
_SHARE = 0.6
_STEM = 5


class Restated:
    """Remembers the claims of a report in text order, to know one that is said again."""

    def __init__(self) -> None:
        self._seen: list[tuple[Claim, frozenset[str]]] = []

    def earlier(self, claim: Claim) -> str | None:
        """The id of the first claim that says the same, and remember this one.

        Two claims of one source, or of sources of which one has no name, say the same where most
        of the shorter one's content words are in the other.
        """
        if claim.kind != "attributed":
            return None
        words = _content_words(claim.content.text)
        if len(words) < _FEWEST:
            return None
        same = (c for c, known in self._seen if _alike(known, words) and _same_voice(c, claim))
        first = next(same, None)
        self._seen.append((claim, words))
        return (first.restates or first.id) if first else None


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    return shared >= _FEWEST and shared >= _SHARE * min(len(a), len(b))


def _same_voice(a: Claim, b: Claim) -> bool:
    """Whether two claims can be on one word; a claim inside the other is no second saying."""
    if a.modality != b.modality or a.negated != b.negated or b.parent == a.id:
        return False
    if not a.source or not b.source:
        return a.source is b.source
    names = a.source.canonical, b.source.canonical
    return None in names or names[0] == names[1]


def _content_words(text: str) -> frozenset[str]:
    """The stems of the words that carry what is said: enough of each to join its forms."""
    return frozenset(w[:_STEM] for w in {*_WORD.findall(text.lower())} - _CLOSED)
