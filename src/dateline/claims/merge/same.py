"""Whether one claim says what another has said, by the words that tell most."""

from __future__ import annotations

import math
from collections.abc import Mapping

from dateline.claims.figures import agree
from dateline.claims.merge.wording import content_words
from dateline.claims.stories.terms import Terms
from dateline.collate.lexicon import FUNCTION, REPORTING
from dateline.model import Claim, Number
from dateline.text import tokenize

__all__ = [
    "MAYBE",
    "ONE_FIGURE",
    "ONE_VOICE",
    "SURE",
    "compatible",
    "is_enough",
    "says_it",
    "share",
    "terms_of",
]

MAYBE, SURE = 0.42, 0.6
_CONTAINED = 0.75
ONE_VOICE, ONE_FIGURE = 0.15, 0.1
_FEWEST = 4  # content words: fewer say too little to be the same as anything


def says_it(claim: Claim, earlier: Claim, weights: Mapping[str, float]) -> bool:
    """Whether ``earlier`` has already said what ``claim`` says.

    ``weights`` says how much each word of ``claim`` tells. Most of what they tell must be in
    ``earlier``, less if both name one source or one figure; never if one denies what the other
    says, or if ``claim`` has a figure that ``earlier`` has not: that is news.
    """
    figures = agree(claim.numbers, earlier.numbers)
    if not compatible(claim, earlier) or (not figures and _has_other_figures(claim, earlier)):
        return False
    likeness = share(weights, terms_of(earlier).counts)
    likeness += ONE_FIGURE if figures else 0.0
    return likeness + (ONE_VOICE if _one_voice(claim, earlier) else 0.0) >= _CONTAINED


def share(weights: Mapping[str, float], words: Mapping[str, object]) -> float:
    """How much of what some words tell is in others."""
    whole = math.fsum(weights.values())
    return math.fsum(w for key, w in weights.items() if key in words) / whole if whole else 0.0


def terms_of(claim: Claim) -> Terms:
    """The words of a claim; figures are compared by themselves."""
    counts: dict[str, float] = {}
    names = set()
    for span in (claim.content, *claim.more):
        tokens = tokenize(span.text)
        for n, key in enumerate(tokens.keys):
            if key in FUNCTION or key in REPORTING or key[0].isdigit():
                continue
            counts[key] = 1.0
            if n and tokens.text[tokens.starts[n]].isupper():
                names.add(key)
    return Terms(counts, frozenset(names))


def is_enough(claim: Claim) -> bool:
    """Whether it says enough to be the same as anything."""
    return len(content_words(claim)) >= _FEWEST


def compatible(a: Claim, b: Claim) -> bool:
    """Both say enough, neither denies what the other says, is a caption, or is only asked about."""
    if not (is_enough(a) and is_enough(b)):
        return False
    kinds = {a.kind, b.kind}
    if "caption" in kinds and len(kinds) > 1:
        return False
    against = ("denied", "withheld", "asked")
    if a.modality != b.modality and (a.modality in against or b.modality in against):
        return False
    return a.negated == b.negated


def _has_other_figures(claim: Claim, earlier: Claim) -> bool:
    return bool({_range(n) for n in claim.numbers} - {_range(n) for n in earlier.numbers})


def _range(number: Number) -> tuple[float | None, float | None, float | None]:
    return number.value, number.low, number.high


def _one_voice(a: Claim, b: Claim) -> bool:
    """Whether both are on the word of one name: a name that is the other, or is in it."""
    first, second = (
        frozenset(tokenize(c.source.canonical or "").keys if c.source else ()) for c in (a, b)
    )
    return bool(first and second and (first <= second or second <= first))
