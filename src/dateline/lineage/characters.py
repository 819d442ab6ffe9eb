"""Features as the columns of one table: who has which, of whom it cannot be told, what it costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.lineage.innovations import Feature

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Characters:
    """``has`` and ``unsure`` are versions × characters, the costs one number a character.

    ``features[k]`` are the features that character ``k`` stands for: those with the very same
    carriers and the same unsure versions. Where ``flipped[k]``, to have it is to read what the base
    reads and the features' carriers do not.
    """

    versions: tuple[str, ...]
    features: tuple[tuple[Feature, ...], ...]
    has: Bools
    unsure: Bools
    gain: Floats
    back: Floats
    turned: Floats
    turned_back: Floats
    flipped: Bools

    def seen_from(self, state: Bools) -> Characters:
        """The same table with another text as its zero: characters that it has are turned round."""
        return Characters(
            self.versions,
            self.features,
            np.where(state, ~self.has, self.has) & ~self.unsure,
            self.unsure,
            np.where(state, self.turned, self.gain),
            np.where(state, self.turned_back, self.back),
            np.where(state, self.gain, self.turned),
            np.where(state, self.back, self.turned_back),
            self.flipped ^ state,
        )


def characters(base: str, others: Iterable[str], found: Sequence[Feature]) -> Characters:
    """The table of a dispatch; row 0 is the base, which has none of the features."""
    versions = (base, *sorted(set(others) - {base}))
    row = {v: n for n, v in enumerate(versions)}
    groups: dict[tuple[frozenset[str], frozenset[str]], list[Feature]] = defaultdict(list)
    for f in found:
        groups[f.carriers, f.unsure].append(f)
    has = np.zeros((len(versions), len(groups)), dtype=bool)
    unsure = np.zeros_like(has)
    for k, (carriers, open_) in enumerate(groups):
        has[[row[v] for v in carriers], k] = True
        unsure[[row[v] for v in open_], k] = True
    costs = np.array([_costs(g) for g in groups.values()]).reshape(-1, 4)
    features = tuple(map(tuple, groups.values()))
    return Characters(versions, features, has, unsure, *costs.T, np.zeros(len(groups), dtype=bool))


def _costs(group: Sequence[Feature]) -> list[float]:
    """The joint costs of several features: they are independent acts."""
    costs = [f.cost for f in group]
    return [
        sum(c.gain for c in costs),
        sum(c.back for c in costs),
        sum(c.turned for c in costs),
        sum(c.turned_back for c in costs),
    ]
