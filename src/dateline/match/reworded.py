"""The second look: sentences that come again in other words.

A reworded copy shares few 5-grams, but its sentences keep most of their words in order. For each
sentence of one report the longest common subsequence with every sentence of the other is found,
64 words at a time in one machine word (Hyyrö 2004).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dateline.match.jit import Ints, Keys, helper, kernel
from dateline.match.profiles import Profile

__all__ = ["reworded"]

_LEAST_WORDS = 5
_LEAST_SHARE = 0.5
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)


def reworded(a: Profile, b: Profile) -> float:
    """The share of a's body, by weight, whose sentences b has in the same or in other words.

    A sentence counts with the share of its words that one sentence of b has in the same order, if
    that is at least half.
    """
    before = np.concatenate((np.zeros(1), np.cumsum(a.weights)))
    weights = before[a.sentences[:, 1]] - before[a.sentences[:, 0]]
    if not weights.any() or not len(b.sentences):
        return 0.0
    shares = sentence_shares(a.words, a.sentences, b.words, b.sentences)
    return float((weights * shares).sum() / weights.sum())


def sentence_shares(a: Keys, sentences_a: Ints, b: Keys, sentences_b: Ints) -> NDArray[np.float64]:
    """For each sentence of a the largest share of its words that one of b has in order, or 0."""
    both, numbers = np.unique(np.concatenate((a, b)), return_inverse=True)
    numbers = numbers.astype(np.int64)
    out = np.zeros(len(sentences_a))
    masks = np.zeros(len(both), np.uint64)
    best_shares(numbers[: len(a)], sentences_a, numbers[len(a) :], sentences_b, masks, out)
    out[(sentences_a[:, 1] - sentences_a[:, 0] < _LEAST_WORDS) | (out < _LEAST_SHARE)] = 0
    return out


@helper
def _ones(bits: np.uint64) -> int:
    count = 0
    while bits:
        bits &= bits - np.uint64(1)
        count += 1
    return count


@helper
def _common(b: Ints, start: int, end: int, masks: Keys, size: int) -> int:
    """The length of the longest common subsequence of the masked words and ``b[start:end]``."""
    state = _ALL
    for k in range(start, end):
        both = state & masks[b[k]]
        state = (state + both) | (state - both)
    held = _ALL if size == 64 else (np.uint64(1) << np.uint64(size)) - np.uint64(1)
    return _ones(~state & held)


@kernel("void(i8[::1], i8[:,::1], i8[::1], i8[:,::1], u8[::1], f8[::1])")
def best_shares(
    a: Ints, sentences_a: Ints, b: Ints, sentences_b: Ints, masks: Keys, out: NDArray[np.float64]
) -> None:
    """Write the best share of each sentence of a; a long one is looked at 64 words at a time."""
    for n in range(len(sentences_a)):
        start, end = sentences_a[n, 0], sentences_a[n, 1]
        held = 0
        for first in range(start, end, 64):
            last = min(first + 64, end)
            for k in range(first, last):
                masks[a[k]] |= np.uint64(1) << np.uint64(k - first)
            best = 0
            for m in range(len(sentences_b)):
                found = _common(b, sentences_b[m, 0], sentences_b[m, 1], masks, last - first)
                best = max(best, found)
            for k in range(first, last):
                masks[a[k]] = 0
            held += best
        out[n] = held / max(1, end - start)
