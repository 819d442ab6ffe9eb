"""Piles of key sets for the tests of pair finding, and the slow twin that compares everything."""

from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from dateline.match.sketch import Sketches

SPREAD = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


def sketches_of(sets: list[set[int]]) -> Sketches:
    keys = [key for one in sets for key in sorted(one)]
    offsets = np.cumsum([0, *map(len, sets)])
    return Sketches(np.array(keys, dtype=np.uint64), offsets.astype(np.int64))


def oracle(sets: list[set[int]], min_containment: float, min_shared: int) -> list[tuple[int, ...]]:
    """All pairs (a, b, shared) by comparing every document with every other."""
    found = []
    for (a, one), (b, other) in combinations(enumerate(sets), 2):
        shared = len(one & other)
        smaller = min(len(one), len(other))
        if smaller and shared >= min_shared and shared / smaller >= min_containment:
            found.append((a, b, shared))
    return found


def listed(pairs) -> list[tuple[int, ...]]:
    return list(zip(pairs.a.tolist(), pairs.b.tolist(), pairs.shared.tolist(), strict=True))


def family(versions: int, seed: int) -> list[set[int]]:
    """A dispatch of 300 n-grams first, then versions that keep some of its sentences and add words.

    A sentence is ten n-grams; any choice of sentences may be kept, so versions differ widely.
    """
    rng = np.random.default_rng(seed)

    def fresh(count: int) -> list[int]:
        return [int(k) for k in rng.integers(0, MASK, count, dtype=np.uint64)]

    core = fresh(300)
    sets = [set(core)]
    for _ in range(versions):
        kept = rng.choice(30, size=int(rng.integers(3, 29)), replace=False)
        sets.append({core[10 * s + i] for s in kept for i in range(10)} | set(fresh(8)))
    return sets


_spread = st.integers(0, 60).map(lambda i: (i * SPREAD) & MASK)
# Keys that agree in all but their last bits look alike in an index.
_near = st.tuples(st.integers(0, 3), st.integers(0, 9)).map(lambda k: (k[0] << 62) + k[1])
_common = st.integers(0, 4).map(lambda i: ((i + 100) * SPREAD) & MASK)
_sets = st.one_of(st.sets(_spread, max_size=40), st.sets(st.one_of(_common, _spread), max_size=12))


def _with_repeats(sets: st.SearchStrategy[set[int]]) -> st.SearchStrategy[list[set[int]]]:
    def again(pile: list[set[int]]) -> st.SearchStrategy[list[set[int]]]:
        repeats = st.lists(st.sampled_from(pile), max_size=5) if pile else st.just([])
        return repeats.map(lambda more: pile + more)

    return st.lists(sets, max_size=25).flatmap(again)


spread_piles = _with_repeats(_sets)
piles = _with_repeats(st.one_of(_sets, st.sets(_near, max_size=20)))
