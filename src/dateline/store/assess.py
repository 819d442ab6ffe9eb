"""Judging pairs of reports of an archive by the statistics of its epoch."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from dateline.match import Background, Profile, profile, relate
from dateline.match.jit import Keys
from dateline.model import Relation
from dateline.spread import Spread
from dateline.store.rows import from_row, rows
from dateline.store.shelf import Shelf

__all__ = ["Assessor", "Pair"]

_AT_ONCE = 100
_PROFILES = 1024

Pair = tuple[int, int]
Text = tuple[tuple[Any, ...], bytes]


@dataclass(frozen=True, slots=True)
class Work:
    """Pairs to judge, each with the share of either that the other has.

    ``texts`` holds for each report its row and those of its n-gram keys that are stock, as bytes.
    """

    pairs: list[tuple[Pair, float, float]]
    texts: dict[int, Text]


class Assessor:
    """Judges pairs, and remembers what it has judged in a batch.

    A pair is judged the same whenever it is: by both texts, the epoch's statistics, nothing else.
    ``spread`` may do work in other processes.
    """

    def __init__(self, connection: sqlite3.Connection, shelf: Shelf, spread: Spread) -> None:
        self._connection = connection
        self._shelf = shelf
        self._spread = spread
        self._relations: dict[Pair, Relation] = {}

    def relation(self, pair: Pair) -> Relation:
        """The relation of two reports; the first goes first in the order."""
        if pair not in self._relations:
            self.judge([pair])
        return self._relations[pair]

    def is_copy(self, leader: int, number: int) -> bool | None:
        """Whether a pair was judged to be copies; ``None`` if it was not judged yet."""
        found = self._relations.get((leader, number))
        return found.relation == "copy" if found else None

    def judge(self, pairs: Iterable[Pair]) -> None:
        """Judge pairs, many at a time."""
        wanted = sorted(set(pairs) - self._relations.keys())
        parts = [wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE)]
        made = self._spread(judged, [self._work(part) for part in parts])
        for part, relations in zip(parts, made, strict=True):
            self._relations.update(zip(part, relations, strict=True))

    def forget(self) -> None:
        """Let go of the relations of a batch that is done."""
        self._relations.clear()

    def _work(self, pairs: list[Pair]) -> Work:
        numbers = sorted({number for pair in pairs for number in pair})
        sketches = self._shelf.sketches(numbers)
        keys = {number: sketches[n] for n, number in enumerate(numbers)}
        stock = Background(self._shelf.stock)
        texts = {
            number: (row, stock.among(keys[number]).tobytes())
            for number, row in rows(self._connection, numbers).items()
        }
        return Work([(pair, *_shares(*(keys[n] for n in pair))) for pair in pairs], texts)


def _shares(a: Keys, b: Keys) -> tuple[float, float]:
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared / max(1, len(a)), shared / max(1, len(b))


def judged(work: Work) -> list[Relation]:
    """The relations of the pairs."""
    return [
        relate(_profile(work.texts[a]), _profile(work.texts[b]), in_b, in_a)
        for (a, b), in_b, in_a in work.pairs
    ]


@lru_cache(maxsize=_PROFILES)
def _profile(text: Text) -> Profile:
    row, stock = text
    return profile(from_row(row), Background(np.frombuffer(stock, np.uint64).copy()))
