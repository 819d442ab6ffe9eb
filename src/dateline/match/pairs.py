"""Pairs of documents with what they share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.match import search_kernels
from dateline.match.jit import Ints
from dateline.match.sketch import Sketches

__all__ = ["Pairs"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of documents, ``a < b`` by number, in rising order.

    ``shared`` counts common distinct n-grams, ``size_a`` and ``size_b`` those of each document.
    """

    a: Ints
    b: Ints
    shared: Ints
    size_a: Ints
    size_b: Ints

    @classmethod
    def of(cls, sketches: Sketches, one: Ints, other: Ints, shared: Ints) -> Pairs:
        """The pairs of the documents ``one`` and ``other``, in any order, each listed once."""
        low, high = np.minimum(one, other), np.maximum(one, other)
        keys = low * len(sketches) + high
        order = np.argsort(keys)
        keys = keys[order]
        order = order[np.r_[True, keys[1:] != keys[:-1]][: len(keys)]]
        low, high = low[order], high[order]
        sizes = sketches.sizes
        return cls(low, high, shared[order], sizes[low], sizes[high])

    @classmethod
    def between(cls, sketches: Sketches, one: Ints, other: Ints) -> Pairs:
        """The same, with what they share counted."""
        pairs = cls.of(sketches, one, other, np.zeros(len(one), np.int64))
        search_kernels.count_shared(sketches.keys, sketches.offsets, pairs.a, pairs.b, pairs.shared)
        return pairs

    def __len__(self) -> int:
        return len(self.a)

    @property
    def containment_ab(self) -> NDArray[np.float64]:
        """The share of a's n-grams that b has too."""
        return self.shared / self.size_a

    @property
    def containment_ba(self) -> NDArray[np.float64]:
        """The share of b's n-grams that a has too."""
        return self.shared / self.size_b

    @property
    def containment(self) -> NDArray[np.float64]:
        """The larger of the two containments."""
        return self.shared / np.minimum(self.size_a, self.size_b)

    @property
    def jaccard(self) -> NDArray[np.float64]:
        """Common n-grams over the n-grams of either."""
        return self.shared / (self.size_a + self.size_b - self.shared)
