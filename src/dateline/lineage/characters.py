"""Features as the columns of one table: who has which, of whom it cannot be told, what it costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dateline.lineage.innovations import Feature, Features
from dateline.lineage.unsure import Bits

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Characters:
    """What is known of a family: ``has`` is versions × characters, ``unsure`` the
    other way round.

    A character stands for all features with the very same carriers and the same unsure versions;
    ``features`` holds them. The first ``shared`` characters have several carriers, the others one,
    in the order of the versions. ``gain``, ``back``, ``turned`` and ``turned_back`` are their costs
    (see ``costs``), characters × 2: the second column is for ``house``, names and spellings.
    """

    versions: tuple[str, ...]
    features: tuple[tuple[Feature, ...], ...]
    shared: int
    has: Bools
    unsure: Bools
    gain: Floats
    back: Floats
    turned: Floats
    turned_back: Floats
    house: Bools

    def own(self, version: int) -> Ints:
        """The characters that only this version (a row) has."""
        return self.shared + np.flatnonzero(self.has[version, self.shared :])

    def seen_from(self, state: Bools) -> Characters:
        """The table with another text as its zero.

        ``state`` says which shared characters that text has; they are turned round: to have one is
        now to read what the base reads and its carriers do not.
        """
        turn = np.zeros(len(self.house), dtype=bool)
        turn[: self.shared] = state
        column = turn[:, None]
        return replace(
            self,
            has=np.where(turn, ~self.has & ~self.unsure.T, self.has),
            gain=np.where(column, self.turned, self.gain),
            back=np.where(column, self.turned_back, self.back),
            turned=np.where(column, self.gain, self.turned),
            turned_back=np.where(column, self.back, self.turned_back),
        )

    def weighted(self, factor: Floats) -> Characters:
        """The table with the costs of its characters multiplied."""
        column = factor[:, None]
        return replace(self, gain=self.gain * column, back=self.back * column)


def characters(base: str, family: Features) -> Characters:
    """The table of a family; row 0 is the base, which has none of the features."""
    groups: dict[tuple[Bits, Bits, bool], list[Feature]] = defaultdict(list)
    for f in family.found:
        groups[f.carriers, f.unsure, f.kind == "renamed"].append(f)
    keys = sorted(groups, key=_shared_first)
    house = np.array([is_house for _, _, is_house in keys], dtype=bool)
    costs = np.array([_costs(groups[k]) for k in keys]).reshape(-1, 4)
    count = len(family.versions)
    return Characters(
        (base, *family.versions),
        tuple(tuple(groups[k]) for k in keys),
        sum(carriers.bit_count() > 1 for carriers, _, _ in keys),
        _rows([carriers for carriers, _, _ in keys], count),
        np.ascontiguousarray(_rows([unsure for _, unsure, _ in keys], count).T),
        _columns(costs[:, 0], house),
        _columns(costs[:, 1], house),
        _columns(costs[:, 2], house),
        _columns(costs[:, 3], house),
        house,
    )


def _shared_first(key: tuple[Bits, Bits, bool]) -> tuple[bool, Bits, Bits, bool]:
    return key[0].bit_count() == 1, *key


def _costs(group: Sequence[Feature]) -> list[float]:
    """The joint costs of several features: they are independent acts."""
    costs = [f.cost for f in group]
    return [
        sum(c.gain for c in costs),
        sum(c.back for c in costs),
        sum(c.turned for c in costs),
        sum(c.turned_back for c in costs),
    ]


def _columns(cost: Floats, house: Bools) -> Floats:
    return np.stack([cost * ~house, cost * house], axis=1)


def _rows(columns: Iterable[Bits], count: int) -> Bools:
    """Sets of versions as a matrix with a row for the base, in none of them, and each version."""
    size = (count + 7) // 8
    packed = b"".join(bits.to_bytes(size, "little") for bits in columns)
    raw = np.frombuffer(packed, dtype=np.uint8).reshape(-1, size)
    table = np.unpackbits(raw, axis=1, count=count, bitorder="little").astype(bool)
    return np.vstack([np.zeros((1, table.shape[0]), dtype=bool), table.T])
