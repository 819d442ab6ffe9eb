"""Who shares n-grams with given reports: exact counts against all segments, one after the other.

No index of the archive's sixty million n-grams is kept, so none must be maintained: the keys of the
reports that ask go into a hash table, and every old key is looked up in it. Nothing is sampled and
nothing frequent is passed over.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.match import search
from dateline.match.jit import Flags, Ints, Keys, Ranks
from dateline.match.postings import WORKERS
from dateline.match.sketch import Sketches
from dateline.store import probe_kernels
from dateline.store.shelf import Segment, Shelf, besides

__all__ = ["NEAR", "Threshold", "probe", "probe_texts"]

_ROOM = 1 << 16
_SIEVE_BITS_PER_KEY = 16
_AT_ONCE = 1 << 13


@dataclass(frozen=True, slots=True)
class Threshold:
    """What two reports must share to be looked at; counts are of distinct n-grams.

    Of the smaller report's n-grams ``much`` in any case, or else ``little`` that are at least
    ``least``: copies that were cut and reworded share as little.
    """

    much: float = 0.3
    little: float = 0.05
    least: int = 6

    def need(self, sizes: NDArray[np.int32]) -> Ranks:
        """How many common n-grams a report of each size needs with a larger one."""
        whole = sizes.astype(np.int64)
        needs: Ranks = np.minimum(
            search.needed(whole, self.much, 1), search.needed(whole, self.little, self.least)
        )
        return needs


NEAR = Threshold()
ANY = Threshold(little=1e-9, least=1)


def probe(shelf: Shelf, asking: Ints, among: Flags, threshold: Threshold) -> Ranks:
    """Rows (asking report, other report, common n-grams) for all pairs over the threshold.

    ``asking`` are numbers of reports; ``among[number - 1]`` says who is looked at. N-grams of the
    shelf's stock do not count. A pair of two asking reports is listed from both ends, if both are
    looked at.
    """
    need = threshold.need(shelf.fresh)
    rows = [np.empty((0, 3), np.int32)]
    for start in range(0, len(asking), _AT_ONCE):
        numbers = np.ascontiguousarray(asking[start : start + _AT_ONCE], np.int64)
        table = _Table(numbers, besides(shelf.sketches(numbers), shelf.stock), threshold)
        rows += _counted(table, shelf, among, need)
    return np.concatenate(rows)


def probe_texts(shelf: Shelf, sketches: Sketches) -> Ranks:
    """Who has any n-gram of some texts that are no reports: rows (place of the text, …)."""
    numbers = -np.arange(len(sketches), dtype=np.int64)  # no report has a number below 1
    table = _Table(numbers, sketches, ANY)
    everybody = np.ones(len(shelf), np.bool_)
    rows = list(_counted(table, shelf, everybody, ANY.need(shelf.sizes)))
    return np.concatenate([np.empty((0, 3), np.int32), *rows]) * np.array([-1, 1, 1], np.int32)


def _counted(table: _Table, shelf: Shelf, among: Flags, need: Ranks) -> Iterator[Ranks]:
    """Count against one segment in each thread, no more of them at once than there are threads."""
    with ThreadPoolExecutor(WORKERS) as pool:
        waiting: deque[Future[list[Ranks]]] = deque()
        for segment in shelf.segments():
            waiting.append(pool.submit(table.count, segment, among, need))
            if len(waiting) > WORKERS:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


class _Table:
    """The keys of the asking reports, and who has them."""

    def __init__(self, numbers: Ints, sketches: Sketches, threshold: Threshold) -> None:
        order = np.argsort(sketches.keys, kind="stable")
        keys = sketches.keys[order]
        first = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]][: len(keys)])
        owners = np.repeat(np.arange(len(sketches), dtype=np.int32), sketches.sizes)
        self._numbers = numbers
        self._need = threshold.need(sketches.sizes.astype(np.int32))
        self._holders = np.ascontiguousarray(owners[order])
        self._starts = np.r_[first, len(keys)].astype(np.int64)
        self._bits = max(4, int(2 * len(first)).bit_length())
        self._slots: Keys = np.zeros(1 << self._bits, np.uint64)
        self._places = np.full(1 << self._bits, -1, np.int32)
        self._sieve_bits = max(6, int(_SIEVE_BITS_PER_KEY * len(first)).bit_length())
        self._sieve: Keys = np.zeros(1 << (self._sieve_bits - 6), np.uint64)
        distinct = np.ascontiguousarray(keys[first])
        table = (self._bits, self._slots, self._places, self._sieve, self._sieve_bits)
        probe_kernels.fill(distinct, *table)

    def count(self, segment: Segment, among: Flags, all_needs: Ranks) -> list[Ranks]:
        """The rows of one segment; ``all_needs`` are the needs of all reports."""
        sketches = segment.sketches
        asked = np.ascontiguousarray(among[segment.first - 1 :][: len(sketches)])
        need = np.ascontiguousarray(all_needs[segment.first - 1 :][: len(sketches)])
        if not asked.any():
            return []
        tally = np.zeros((2, len(self._numbers)), np.int32)
        found = np.empty((max(_ROOM, 2 * len(self._numbers)), 3), np.int32)
        rows, start = [], 0
        while start < len(sketches):
            size, done = probe_kernels.count(
                sketches.keys,
                sketches.offsets[start:],
                segment.first + start,
                asked[start:],
                need[start:],
                self._bits,
                self._slots,
                self._places,
                self._sieve,
                self._sieve_bits,
                self._starts,
                self._holders,
                self._numbers,
                self._need,
                tally,
                found,
            )
            rows.append(found[:size].copy())
            start += done
        return rows
