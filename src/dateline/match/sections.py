"""The search of `all_pairs` and `links` in sections of the key space, for many machines.

Nothing here needs all keys at one place. A *section* holds, of each document that has any, the keys
of one range; what it says is put together by adding up::

    counts = sum over sections of section.levels(popular)    # by document and frequency class
    looks = search.chosen_levels(counts, ...)                # through which lists a document looks
    rows = section.meetings(...)                             # pairs, with keys found: add up too
    doubts = section.doubts(...)                             # what only hubs could explain

The order of ranks, the lists and their hubs are those of the whole, since each key lies in one
section. What is passed over or left to hubs is counted, so that whoever adds up knows which pairs
may share enough; these are then counted in their full sets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from dateline.match import postings, search, search_kernels, section_kernels
from dateline.match.jit import Flags, Ints, Keys, Ranks
from dateline.match.links import popular_keys, with_hubs
from dateline.match.postings import Postings
from dateline.match.search import Probes
from dateline.match.sketch import Sketches
from dateline.match.slices import MEMORY_LIMIT

__all__ = ["LEVELS", "POPULAR_LEVEL", "Section"]

LEVELS = 32
POPULAR_LEVEL = -1
EVERYBODY = np.iinfo(np.int32).max
_ROOM = 1 << 14


@dataclass(frozen=True, slots=True)
class Section:
    """Documents by rank, largest first, with the lists of those that share a key of the section.

    ``numbers`` name the documents, ``sizes`` count all their keys. ``order`` gives for each rank
    the place in the arrays that the section was made of.
    """

    numbers: Ints
    sizes: Ints
    order: Ints
    index: Postings

    @classmethod
    def of(cls, numbers: Ints, sizes: Ints, totals: Keys, keys: Sketches, bits: int) -> Section:
        """The section of ``keys``, whose leading ``bits`` are all the same.

        ``totals`` are the sums of all keys of a document, which decide between equal sizes.
        """
        order = np.lexsort((numbers, totals, -sizes))
        spread = Sketches(keys.keys << np.uint64(bits), keys.offsets)
        index = postings.build(spread, order, MEMORY_LIMIT, lambda _: None)
        return cls(numbers[order], sizes[order], order, index)

    def levels(self, popular: int) -> tuple[Ints, Ints, Ints]:
        """Rows of (document, frequency class, keys of that class that a larger document has too).

        The class `POPULAR_LEVEL` counts the keys that more than ``popular`` documents have, in a
        row for each document that shares any key at all.
        """
        index = self.index
        counts = np.zeros((len(self.numbers), LEVELS), np.int32)
        search_kernels.count_levels(index.ranks, index.starts, index.weights, counts)
        rank, level = np.nonzero(counts)
        liked = popular_keys(index, popular)
        much = np.unique(index.ranks)
        return (
            np.concatenate((self.numbers[rank], self.numbers[much])),
            np.concatenate((level, np.full(len(much), POPULAR_LEVEL))),
            np.concatenate((counts[rank, level], liked[much])).astype(np.int64),
        )

    def hubs(self, popular: int, counts: Ranks) -> Section:
        """The section with hubs; ``counts`` are the popular keys of each document, by rank."""
        return replace(self, index=with_hubs(self.index, popular, counts, self.sizes))

    def looking(self, highest: Ranks) -> Probes:
        """Through which lists each document looks, up to its highest frequency class, by rank."""
        return search.listed(self.index, highest, highest, np.zeros_like(highest))

    def meetings(
        self, looking: Probes, seekers: Flags, need: Ranks, reach: Ranks, by_hubs: bool
    ) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Seekers, the larger documents that they meet, and by how many keys; in parts.

        All is by rank. A document meets those only whose ``reach`` is at least its ``need``, and
        with ``by_hubs`` of those that share a list with hubs only the hubs.
        """
        index, first = self.index, 0
        who = np.flatnonzero(seekers & (np.diff(looking.starts) > 0)).astype(np.int32)
        tally = np.zeros((2, len(self.numbers)), np.int32)
        rows = np.empty((_ROOM, 3), np.int32)
        while first < len(who):
            size, done = section_kernels.list_meetings(
                who[first:],
                looking.starts,
                looking.lists,
                need,
                reach,
                index.ranks,
                index.starts,
                by_hubs,
                index.hub_starts,
                index.hubs,
                tally,
                rows,
            )
            x, y, keys = rows[:size].astype(np.int64).T
            yield self.numbers[x], self.numbers[y], keys
            first += done
            if done == 0:
                rows = np.empty((2 * len(rows), 3), np.int32)

    def doubts(self, looking: Probes, seekers: Flags) -> Iterator[tuple[int, tuple[int, ...], int]]:
        """A seeker, hubs, and in how many of its keys' lists these stand for all, itself aside."""
        who = np.flatnonzero(seekers).astype(np.int32)
        tables = (who, looking.starts, looking.lists, self.index.hub_starts, self.index.hubs)
        size = section_kernels.list_doubts(*tables, np.empty((0, 3), np.int32))
        rows = np.empty((size, 3), np.int32)
        section_kernels.list_doubts(*tables, rows)
        added: dict[tuple[int, tuple[int, ...]], int] = {}
        known = {r: self._hubs_of(r) for r in np.unique(rows[:, 1]).tolist()}
        for x, r, keys in rows.tolist():
            added[x, known[r]] = added.get((x, known[r]), 0) + keys
        for (x, hubs), keys in added.items():
            yield int(self.numbers[x]), hubs, keys

    def _hubs_of(self, number: int) -> tuple[int, ...]:
        start, end = self.index.hub_starts[number : number + 2]
        return tuple(self.numbers[self.index.hubs[start:end]].tolist())
