"""The words of a claim as they are compared: content words, with changed names undone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dateline.collate.lexicon import FUNCTION
from dateline.model import Claim, Use
from dateline.text import tokenize

Words = frozenset[str]


def content_words(claim: Claim) -> Words:
    """The folded content words of what a claim says."""
    return frozenset(k for s in (claim.content, *claim.more) for k in _keys(s.text))


def with_names_of_a(claim: Claim, uses: Iterable[Use]) -> Words:
    """The same for a claim of side b, with the names that side a has for the same."""
    words = content_words(claim)
    for use in uses:
        if claim.content.start <= use.b.start and use.b.end <= claim.content.end:
            words = words - _keys(use.b.text) | _keys(use.a.text)
    return words


def overlap(a: Words, b: Words) -> float:
    """The share of the shorter one's words that the other has too; 0 where one has none."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def likeness(a: Words, b: Words) -> float:
    """The share of all their words that both have (Dice)."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


@lru_cache(maxsize=1 << 14)
def _keys(text: str) -> Words:
    return frozenset(k for k in tokenize(text).keys if k not in FUNCTION)
