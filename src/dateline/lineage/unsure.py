"""Of which versions it cannot be told whether they, or what they were made from, had a trait.

A version that cut the sentence, or that reads something else at the place, says nothing about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from functools import reduce
from operator import and_

from dateline.lineage.traits import HOUSE, Key, Place, Readings, Trait

Bits = int  # a set of versions: bit n stands for the n-th


class Unsure:
    """Who lacks which places, and who changed which words."""

    def __init__(self, readings: Sequence[Readings]) -> None:
        self._lacking: dict[Place, Bits] = defaultdict(int)
        self._edited: dict[tuple[Place, int], Bits] = defaultdict(int)
        self._renamed: dict[tuple[Hashable, ...], Bits] = defaultdict(int)
        self._cut_at: dict[int, Bits] = defaultdict(int)
        self._after: dict[Key, int] = {}
        self._uses: dict[Key, set[Place]] = defaultdict(set)
        for n, r in enumerate(readings):
            self._note(r, 1 << n)
        self._cut: dict[int, Bits] = {}

    def of(self, trait: Trait) -> Bits:
        """The versions that are silent about a trait, those that have it perhaps among them."""
        if trait.sort in {"cut inside", "cut at the end"}:
            return self._cut_before(trait.key[1])
        if trait.sort == "added":
            return self._cut_before(self._after[trait.key] + 1)
        if trait.sort in HOUSE:
            out = self._renamed[trait.key[:2]]
            lacking = (self._lacking[p] for p in self._uses[trait.key])
            return out | reduce(and_, lacking)
        out = self._lacking[trait.place] if trait.place is not None else 0
        for word in trait.words:
            out |= self._edited[trait.place, word]
        return out

    def _note(self, r: Readings, bit: Bits) -> None:
        for place in r.lacks:
            self._lacking[place] |= bit
        for place, words in r.edited.items():
            for word in words:
                self._edited[place, word] |= bit
        for key, trait in r.traits.items():
            if trait.sort == "cut at the end":
                self._cut_at[_number(key[1])] |= bit
            elif trait.sort == "added":
                self._after[key] = min(self._after.get(key, trait.words[0]), trait.words[0])
            elif trait.sort in HOUSE:
                self._renamed[key[:2]] |= bit
                self._uses[key] |= r.uses[key]

    def _cut_before(self, n: Hashable) -> Bits:
        """The versions whose text ends before the sentence ``n`` of the base."""
        at = _number(n)
        if at not in self._cut:
            self._cut[at] = 0
            for first, bits in self._cut_at.items():
                self._cut[at] |= bits if first <= at else 0
        return self._cut[at]


def _number(value: Hashable) -> int:
    """The sentence number in a trait's key."""
    return value if isinstance(value, int) else -1
