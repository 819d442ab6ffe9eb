"""Words as numbers: the keys by which matching compares them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.match import word_kernels
from dateline.match.jit import Keys

__all__ = ["gram_keys", "word_keys"]


def word_keys(keys: Sequence[str]) -> Keys:
    """A 64-bit key of each folded word (see ``dateline.text.tokenize``)."""
    joined = "\n".join(keys) + "\n" if keys else ""
    codes = np.frombuffer(bytearray(joined.encode("utf-32-le", "surrogatepass")), np.uint32)
    words = np.empty(len(keys), dtype=np.uint64)
    word_kernels.word_keys(codes, words)
    return words


def gram_keys(words: Keys, width: int) -> Keys:
    """The keys of the n-grams that begin at each word, as ``sketch`` makes them."""
    grams = np.empty(max(0, len(words) - width + 1), dtype=np.uint64)
    word_kernels.gram_keys(words, width, grams)
    return grams
