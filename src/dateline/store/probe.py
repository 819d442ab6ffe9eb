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
from dateline.store.shelf import Segment, Shelf, besides, within

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

    ``asking`` are numbers of reports; ``among[number - 1]`` says who is looked at. What the shelf's
    stock has counts between two reports only that are stock for the most part. A pair of two asking
    reports is listed from both ends, if both are looked at.
    """
    asked = _Asked(among, shelf.fresh == shelf.sizes, threshold.need(shelf.fresh))
    rows = [np.empty((0, 3), np.int32)]
    for start in range(0, len(asking), _AT_ONCE):
        numbers = np.ascontiguousarray(asking[start : start + _AT_ONCE], np.int64)
        sketches = besides(shelf.sketches(numbers), shelf.stock)
        rows += _counted(_Table(numbers, sketches, shelf.stock, threshold), shelf, asked)
    return np.concatenate(rows)


def probe_texts(shelf: Shelf, sketches: Sketches) -> Ranks:
    """Who has any n-gram of some texts that are no reports: rows (place of the text, …)."""
    numbers = -np.arange(len(sketches), dtype=np.int64)  # no report has a number below 1
    table = _Table(numbers, sketches, np.empty(0, np.uint64), ANY)
    everybody = np.ones(len(shelf), np.bool_)
    asked = _Asked(everybody, everybody, ANY.need(shelf.sizes))
    rows = [np.empty((0, 3), np.int32), *_counted(table, shelf, asked)]
    return np.concatenate(rows) * np.array([-1, 1, 1], np.int32)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The reports of the archive: who is looked at, whose stock counts, and what they need."""

    among: Flags
    whole: Flags
    need: Ranks

    def part(self, segment: Segment) -> _Asked:
        """Those of a segment."""
        start, end = segment.first - 1, segment.first - 1 + len(segment.sketches)
        return _Asked(self.among[start:end], self.whole[start:end], self.need[start:end])


def _counted(table: _Table, shelf: Shelf, asked: _Asked) -> Iterator[Ranks]:
    """Count against one segment in each thread, no more of them at once than there are threads."""
    with ThreadPoolExecutor(WORKERS) as pool:
        waiting: deque[Future[list[Ranks]]] = deque()
        for segment in shelf.segments():
            waiting.append(pool.submit(table.count, segment, asked.part(segment)))
            if len(waiting) > WORKERS:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


class _Table:
    """The keys of the asking reports, and who has them."""

    def __init__(
        self, numbers: Ints, sketches: Sketches, stock: Keys, threshold: Threshold
    ) -> None:
        order = np.argsort(sketches.keys, kind="stable")
        keys = sketches.keys[order]
        first = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]][: len(keys)])
        distinct = np.ascontiguousarray(keys[first])
        owners = np.repeat(np.arange(len(sketches), dtype=np.int32), sketches.sizes)
        self._numbers = numbers
        self._need = threshold.need(sketches.sizes.astype(np.int32))
        holders = (np.r_[first, len(keys)].astype(np.int64), np.ascontiguousarray(owners[order]))
        self._lookup = (*_hashed(distinct), *holders, within(distinct, stock))

    def count(self, segment: Segment, asked: _Asked) -> list[Ranks]:
        """The rows of one segment; ``asked`` is about its reports."""
        sketches = segment.sketches
        if not asked.among.any():
            return []
        tally = np.zeros((2, len(self._numbers)), np.int32)
        found = np.empty((max(_ROOM, 2 * len(self._numbers)), 3), np.int32)
        rows, start = [], 0
        while start < len(sketches):
            size, done = probe_kernels.count(
                sketches.keys,
                sketches.offsets[start:],
                segment.first + start,
                asked.among[start:],
                asked.whole[start:],
                asked.need[start:],
                *self._lookup,
                self._numbers,
                self._need,
                tally,
                found,
            )
            rows.append(found[:size].copy())
            start += done
        return rows


def _hashed(keys: Keys) -> tuple[int, Keys, Ranks, Keys, int]:
    """A hash table of keys, and a sieve that most others do not pass: as the kernels take them."""
    bits = max(4, int(2 * len(keys)).bit_length())
    sieve_bits = max(6, int(_SIEVE_BITS_PER_KEY * len(keys)).bit_length())
    slots: Keys = np.zeros(1 << bits, np.uint64)
    sieve: Keys = np.zeros(1 << (sieve_bits - 6), np.uint64)
    places = np.full(1 << bits, -1, np.int32)
    probe_kernels.fill(keys, bits, slots, places, sieve, sieve_bits)
    return bits, slots, places, sieve, sieve_bits
