"""Who shares n-grams with given reports: exact counts, by the archive's postings.

Nothing is sampled and nothing frequent is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.match import search
from dateline.match.jit import Ints, Keys, Ranks
from dateline.store import postings, probe_kernels
from dateline.store.ledger import Ledger
from dateline.store.postings import Postings
from dateline.store.shelf import Shelf, besides

__all__ = ["NEAR", "Threshold", "having", "near", "probe"]

_ROOM = 1 << 16
_AT_ONCE = 1 << 11  # reports that ask together
_MOST = 1 << 22  # postings that are looked at together


@dataclass(frozen=True, slots=True)
class Threshold:
    """What two reports must share to be looked at; counts are of distinct n-grams.

    Of the smaller report's n-grams ``much`` in any case, or else ``little`` that are at least
    ``least``: copies that were cut and reworded share as little.
    """

    much: float = 0.3
    little: float = 0.05
    least: int = 6

    def need(self, sizes: NDArray[np.int64]) -> Ranks:
        """How many common n-grams a report of each size needs with a larger one."""
        needs: Ranks = np.minimum(
            search.needed(sizes, self.much, 1), search.needed(sizes, self.little, self.least)
        )
        return needs


NEAR = Threshold()


def near(
    shelf: Shelf,
    ledger: Ledger,
    asking: Sequence[int],
    threshold: Threshold = NEAR,
) -> Ranks:
    """Rows (asking report, other report, common n-grams) for all pairs over the threshold.

    ``ledger`` reads what it does not know yet.
    """
    rows = [np.empty((0, 3), np.int32)]
    ledger.read(asking)
    for some in probe(shelf, asking, threshold):
        others, at = np.unique(some[:, 1], return_inverse=True)
        ledger.read(others.tolist())
        need = threshold.need(ledger.fresh(others))[at]
        need = np.minimum(need, threshold.need(ledger.fresh(some[:, 0])))
        rows.append(some[some[:, 2] >= need])
    return np.concatenate(rows)


def probe(shelf: Shelf, asking: Sequence[int], threshold: Threshold) -> Iterator[Ranks]:
    """Rows (asking report, other report, common n-grams) for all pairs that may share enough.

    Complete for all pairs over the threshold; others may be among them, since how many n-grams the
    other report has is not known here. A pair of two asking reports is listed from both ends.
    """
    for start in range(0, len(asking), _AT_ONCE):
        yield from _probed(shelf, asking[start : start + _AT_ONCE], threshold)


def _probed(shelf: Shelf, asking: Sequence[int], threshold: Threshold) -> Iterator[Ranks]:
    sketches = besides(shelf.sketches(asking), shelf.stock)
    keys, places = np.unique(sketches.keys, return_inverse=True)
    found = shelf.postings.find(keys, _MOST if len(asking) > 1 else None)
    if found is None:  # what all of them have together is too much
        half = len(asking) // 2
        yield from _probed(shelf, asking[:half], threshold)
        yield from _probed(shelf, asking[half:], threshold)
        return
    which, codes = found
    counts = codes > 0
    lists = _starts(which[counts], len(keys)), np.ascontiguousarray(codes[counts])
    numbers = np.array(asking, np.int64)
    own = sketches.offsets, places.astype(np.int32)
    yield from _counted(numbers, threshold.need(sketches.sizes), own, lists, threshold)


def _starts(which: Ranks, size: int) -> Ints:
    starts = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(which, minlength=size), out=starts[1:])
    return starts


def _counted(
    numbers: Ints,
    need: Ranks,
    own: tuple[Ints, Ranks],
    lists: tuple[Ints, Ranks],
    threshold: Threshold,
) -> Iterator[Ranks]:
    """Count for some reports with the places of their ``own`` keys, as much as there is room."""
    offsets, keys = own
    codes = lists[1]
    least = int(threshold.need(np.array([postings.SMALL]))[0])
    last = int(codes.max(initial=0)) >> 1
    tally, met = np.zeros(last + 1, np.int32), np.empty(last + 1, np.int32)
    found = np.empty((max(_ROOM, last + 1), 3), np.int32)
    start = 0
    while start < len(numbers):
        size, done = probe_kernels.count(
            numbers[start:], need[start:], offsets[start:], keys, *lists, least, tally, met, found
        )
        yield found[:size].copy()
        start += done


def having(found: Postings, keys: Keys) -> set[int]:
    """The reports that have any of some keys, stock or not."""
    hits = found.find(np.unique(keys))
    assert hits is not None  # nothing limits it
    return set(np.unique(np.abs(hits[1]) >> 1).tolist())
