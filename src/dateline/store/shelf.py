"""The n-grams of the reports of an archive: those of each report, and who else has them.

What the stock of an epoch has does not count between reports, except between two that are stock for
the most part: or nothing would be left to tell that another is the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np

from dateline.match.background import Background
from dateline.match.jit import Flags, Ints, Keys
from dateline.match.sketch import Sketches, sketch
from dateline.store import postings
from dateline.store.postings import Postings
from dateline.store.rows import texts

__all__ = ["Shelf", "besides", "counting"]


class Shelf:
    """The keys of reports are made from their texts where asked for, and kept for one batch."""

    def __init__(self, connection: sqlite3.Connection, stock: Keys) -> None:
        self.stock = stock
        self.postings = Postings(connection)
        self._connection = connection
        self._known: dict[int, Keys] = {}

    def append(self, first: int, sketches: Sketches) -> Ints:
        """Enter the reports ``first``, ``first + 1``, …; returns how many keys of each count."""
        counts = counting(sketches, self.stock)
        fresh = besides(sketches, self.stock).sizes
        numbers = np.arange(first, first + len(sketches))
        codes = postings.codes(numbers, sketches.sizes, fresh, counts)
        self.postings.append(sketches.keys, codes)
        self._known |= {number: sketches[n] for n, number in enumerate(numbers.tolist())}
        return fresh

    def sketches(self, numbers: Sequence[int]) -> Sketches:
        """The sketches of some reports, in the order asked for."""
        unknown = [number for number in numbers if number not in self._known]
        found = texts(self._connection, unknown)
        made = sketch(found[number] for number in unknown)
        self._known |= {number: made[n] for n, number in enumerate(unknown)}
        parts = [self._known[number] for number in numbers]
        offsets = np.zeros(len(parts) + 1, np.int64)
        np.cumsum([len(part) for part in parts], out=offsets[1:])
        return Sketches(np.concatenate([*parts, np.empty(0, np.uint64)]), offsets)

    def forget(self) -> None:
        """Let go of the sketches of a batch that is done."""
        self._known.clear()


def counting(sketches: Sketches, stock: Keys) -> Flags:
    """Which keys of some reports count, where those of a sorted ``stock`` do not."""
    own = ~Background(stock).has(sketches.keys)
    ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(own, dtype=np.int64)))
    is_stock = 2 * np.diff(ends[sketches.offsets]) < sketches.sizes
    counts: Flags = own | np.repeat(is_stock, sketches.sizes)
    return counts


def besides(sketches: Sketches, stock: Keys) -> Sketches:
    """The sketches with the keys that count only."""
    if not len(stock):
        return sketches
    own = counting(sketches, stock)
    ends: Ints = np.concatenate((np.zeros(1, np.int64), np.cumsum(own, dtype=np.int64)))
    return Sketches(sketches.keys[own], ends[sketches.offsets])
