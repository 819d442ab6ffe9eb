"""A report made ready for matching: its words as numbers, and how much each speaks for copying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.match.background import Background
from dateline.match.jit import Flags, Ints, Keys
from dateline.match.quoted import quoted
from dateline.match.words import word_keys
from dateline.model import Anatomy, Sentence
from dateline.text import Tokens, tokenize

__all__ = ["BACKGROUND", "FURNITURE", "KINDS", "OWN", "QUOTED", "Profile", "profile"]

OWN, QUOTED, BACKGROUND, FURNITURE = range(4)
KINDS = 4
_WEIGHTS = np.array([1.0, 0.3, 0.0, 0.0])
_SCARE_QUOTES = 4

# What sites put around and into articles, in the words that they use for it.
_SITE = re.compile(
    r"hide caption|sign up|privacy policy|terms of (?:use|service)|cookie policy|unsubscribe"
    r"|newsletter|subscribe|follow us|©|copyright|all rights reserved|related news|most popular"
    r"|spam folder|youtube channel|press releases",
    re.IGNORECASE,
)
_SITE_REACH = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """The words of a whole report: ``words`` are their keys, ``kinds`` what each word is.

    ``OWN`` words are the report's own narration, ``QUOTED`` ones another's, ``BACKGROUND`` what
    unrelated reports of the pile have too, ``FURNITURE`` all that is not body. ``weights`` say how
    much a word counts where two bodies are compared. ``figures`` are the numbers in digits.
    ``sentences`` has a row of word numbers (half open) for each sentence of the body.
    """

    anatomy: Anatomy
    tokens: Tokens
    words: Keys
    kinds: NDArray[np.int8]
    weights: NDArray[np.float64]
    figures: Flags
    sentences: Ints


def profile(anatomy: Anatomy, background: Background | None = None) -> Profile:
    """Number and weigh the words of a report; ``background`` is the pile's stock, if it has any."""
    tokens = tokenize(anatomy.report.text)
    words = word_keys(tokens.keys)
    ranges = _word_ranges(tokens, [(s.start, s.end) for s in anatomy.sentences])
    kinds = np.full(len(tokens), FURNITURE, np.int8)
    site = _site_matter(anatomy.sentences)
    inside = _quoted_words(tokens, ranges)
    body = [n for n, s in enumerate(anatomy.sentences) if s.role == "body"]
    for n in body:
        start, end = ranges[n]
        if not site[n]:
            kinds[start:end] = np.where(inside[start:end], QUOTED, OWN)
    if background is not None:
        kinds[background.marks(words) & (kinds < BACKGROUND)] = BACKGROUND
    digits = np.fromiter((key[0].isdigit() for key in tokens.keys), np.bool_, len(tokens))
    return Profile(anatomy, tokens, words, kinds, _WEIGHTS[kinds], digits, ranges[body])


def _word_ranges(tokens: Tokens, ranges: Sequence[tuple[int, int]]) -> Ints:
    """Ranges of offsets as ranges of word numbers."""
    edges = np.asarray(ranges, np.int64).reshape(-1, 2)
    return np.searchsorted(np.asarray(tokens.starts, np.int64), edges).astype(np.int64)


def _quoted_words(tokens: Tokens, sentences: Ints) -> Flags:
    """Which words are another's; a sentence that is so for the most part is so as a whole.

    A few words between marks are a way of naming, not a quotation.
    """
    inside = np.zeros(len(tokens), np.bool_)
    for start, end in _word_ranges(tokens, quoted(tokens.text)):
        inside[start:end] = end - start >= _SCARE_QUOTES
    for start, end in sentences:
        inside[start:end] |= inside[start:end].sum() * 2 >= end - start
    return inside


def _site_matter(sentences: Sequence[Sentence]) -> list[bool]:
    """Which sentences are a site's own: its set phrases, and what stands between two of them."""
    found = [bool(_SITE.search(s.text)) for s in sentences]
    return [
        found[n]
        or (any(found[max(0, n - _SITE_REACH) : n]) and any(found[n + 1 : n + 1 + _SITE_REACH]))
        for n in range(len(sentences))
    ]
