"""The search for partners in an index: each document looks among those larger than itself."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from dateline.match import postings, search_kernels
from dateline.match.jit import Ints, Ranks
from dateline.match.postings import Postings, Progress
from dateline.match.sketch import Sketches

__all__ = ["PASSED_OVER", "Probes", "chosen_levels", "find", "listed", "needed", "probes"]

PASSED_OVER = 0.25  # share of what may be passed over that is: less looking up, more verifying
_ROOM = 1 << 14
_LEAST_CHUNKS = 16
_CHUNK_PROBES = 1 << 18
_TABLE = 1 << 20  # of 8 places a key: larger documents are compared without a table


@dataclass(frozen=True, slots=True)
class Probes:
    """Through which lists of the index each document looks for partners; all arrays are by rank.

    A document of rank ``x`` needs ``need[x]`` common n-grams with a larger partner. It looks
    through ``lists[starts[x]:starts[x + 1]]`` (as `search_kernels.list_probes` writes them); of its
    n-grams ``starred[x]`` are in lists that have hubs, and it passes over ``passed_over[x]``.
    """

    need: Ranks
    starts: Ints
    lists: Ranks
    starred: Ranks
    passed_over: Ranks


def needed(sizes: Ints, min_containment: float, min_shared: int) -> Ranks:
    """The least number of common n-grams that reaches ``min_containment`` of each size.

    Raises:
        ValueError: ``min_containment`` is not above 0 and at most 1, or ``min_shared`` is below 1.
    """
    if not 0 < min_containment <= 1 or min_shared < 1:
        raise ValueError("min_containment is above 0 and at most 1, min_shared at least 1")
    least = np.ceil(sizes * min_containment).astype(np.int32)
    sizes = np.maximum(sizes, 1)
    least -= (least - 1) / sizes >= min_containment  # the product may round to either side
    least += least / sizes < min_containment
    chosen: Ranks = np.maximum(least, min_shared, dtype=np.int32)
    return chosen


def probes(index: Postings, need: Ranks) -> Probes:
    """Choose what each document looks by: all its shared keys but some of the most frequent."""
    longest = int(np.diff(index.starts).max(initial=0))
    counts = np.zeros((len(index.documents), longest.bit_length() + 1), dtype=np.int32)
    search_kernels.count_levels(index.ranks, index.starts, index.weights, counts)
    highest, passed_over = chosen_levels(counts, need, PASSED_OVER)
    return listed(index, need, highest, passed_over)


def chosen_levels(counts: Ranks, need: Ranks, share: float) -> tuple[Ranks, Ranks]:
    """Up to which frequency class each document looks, and how many keys it passes over so.

    ``counts`` has a row for each document: how many of its keys that a larger one has too are of
    each class. ``share`` (0 to 1) of what may be passed over at all is.
    """
    slack = ((need - 1) * share).astype(np.int32)
    highest = np.empty(len(need), dtype=np.int32)
    passed_over = np.empty(len(need), dtype=np.int32)
    search_kernels.choose_levels(counts, need, slack, highest, passed_over)
    return highest, passed_over


def listed(index: Postings, need: Ranks, highest: Ranks, passed_over: Ranks) -> Probes:
    """The lists through which each document looks, given its highest frequency class."""
    size = len(index.documents)
    starts = np.zeros(size + 1, dtype=np.int64)
    search_kernels.count_probes(index.ranks, index.starts, highest, starts[1:])
    np.cumsum(starts, out=starts)
    lists = np.empty((starts[-1], 2), dtype=np.int32)
    starred = np.zeros(size, dtype=np.int32)
    keys = (index.ranks, index.starts, index.weights, index.hub_starts)
    search_kernels.list_probes(*keys, highest, starts[:-1].copy(), lists, starred)
    return Probes(need, starts, lists, starred, passed_over)


def find(
    sketches: Sketches,
    index: Postings,
    looking: Probes,
    seekers: Ranks,
    by_hubs: bool,
    progress: Progress,
) -> Ints:
    """Rows of (rank of the seeker, rank of a larger partner, common n-grams), all verified.

    With ``by_hubs`` a document meets of the others that have a key with hubs only these.
    """
    begins = sketches.offsets[index.documents]
    ends = sketches.offsets[index.documents + 1]
    uncounted = looking.passed_over + looking.starred * np.int32(by_hubs)
    tables = (looking.starts, looking.lists, looking.need, uncounted, index.ranks, index.starts)
    own = threading.local()

    def search(first: int, last: int) -> list[Ranks]:
        if not hasattr(own, "tally"):
            own.tally = np.zeros((2, len(index.documents)), dtype=np.int32)
            own.table = np.zeros(_TABLE, dtype=np.int32)
        room = np.empty((_ROOM, 3), dtype=np.int32)
        found = []
        while first < last:
            size, after = search_kernels.find_pairs(
                seekers[first:last],
                *(*tables, by_hubs, index.hub_starts, index.hubs),
                *(sketches.keys, begins, ends, own.tally, own.table, room),
            )
            found.append(room[:size].copy())
            first += after
            if after == 0:
                room = np.empty((2 * len(room), 3), dtype=np.int32)
        return found

    bounds = _chunks(looking, seekers)
    rows = [np.empty((0, 3), dtype=np.int32)]
    with ThreadPoolExecutor(postings.WORKERS) as pool:
        for done, part in enumerate(pool.map(search, bounds[:-1], bounds[1:])):
            rows += part
            progress((done + 1) / (len(bounds) - 1))
    return np.concatenate(rows).astype(np.int64)


def _chunks(looking: Probes, seekers: Ranks) -> list[int]:
    """Bounds of runs of seekers with about as many probes each."""
    work = np.cumsum(np.diff(looking.starts)[seekers])
    total = int(work[-1]) if len(work) else 0
    wanted = np.linspace(0, total, max(_LEAST_CHUNKS, total // _CHUNK_PROBES) + 1)[1:-1]
    return [0, *np.searchsorted(work, wanted).tolist(), len(seekers)]
