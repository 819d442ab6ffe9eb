"""Sections of the key space, put together by plain sums, against the search of the whole."""

from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match import search
from dateline.match.candidates import all_pairs
from dateline.match.links import links
from dateline.match.representatives import identical, sums
from dateline.match.sections import EVERYBODY, LEVELS, POPULAR_LEVEL, Section
from dateline.match.sketch import Sketches
from tests.match.piles import family, listed, sketches_of, spread_piles

BITS = 2
NOBODY = 1 << 30


class InSections:
    """`links` as it is done on many machines; ``popular`` of `NOBODY` makes it `all_pairs`."""

    def __init__(self, sets: list[set[int]], popular: int, share: float) -> None:
        self.whole = sketches_of(sets)
        self.sizes, self.totals = self.whole.sizes, sums(self.whole)
        self.need = search.needed(self.sizes, 0.3, 1)
        self.popular = popular
        same = identical(self.whole, self.totals) == np.arange(len(self.whole))
        self.documents = np.flatnonzero(same & (self.sizes > 0))
        self.sections = [self.section(n) for n in range(1 << BITS)]
        counts = np.zeros((len(sets), LEVELS), np.int32)
        self.liked = np.zeros(len(sets), np.int32)
        for section in self.sections:
            for number, level, keys in zip(*section.levels(popular), strict=True):
                if level == POPULAR_LEVEL:
                    self.liked[number] += keys
                else:
                    counts[number, level] += keys
        self.highest, self.over = search.chosen_levels(counts, self.need, share)
        self.most, _ = search.chosen_levels(counts, self.need, 1.0)

    def section(self, n: int) -> Section:
        own = [self.whole[d] for d in self.documents]
        own = [keys[keys >> np.uint64(64 - BITS) == n] for keys in own]
        offsets = np.cumsum([0, *map(len, own)]).astype(np.int64)
        keys = Sketches(np.concatenate([np.empty(0, np.uint64), *own]), offsets)
        d = self.documents
        return Section.of(d, self.sizes[d], self.totals[d], keys, BITS)

    def met(self, highest, seekers, reach, by_hubs) -> list[tuple[int, int, int]]:
        tallies: Counter[tuple[int, int]] = Counter()
        for section in self.sections:
            n = section.numbers
            with_hubs = section.hubs(self.popular, self.liked[n])
            looking = with_hubs.looking(highest[n])
            for x, y, keys in with_hubs.meetings(
                looking, seekers[n], self.need[n], reach[n], by_hubs
            ):
                for pair in zip(x.tolist(), y.tolist(), keys.tolist(), strict=True):
                    tallies[pair[:2]] += pair[2]
        found = []
        for x, y in tallies:
            shared = len(np.intersect1d(self.whole[x], self.whole[y]))
            if shared >= self.need[x]:
                found.append((x, y, shared))
        return found

    def left(self, found) -> np.ndarray:
        partners = defaultdict(set)
        for x, y, _ in found:
            partners[x].add(y)
            partners[y].add(x)
        missing = self.over.copy()
        for section in self.sections:
            n = section.numbers
            with_hubs = section.hubs(self.popular, self.liked[n])
            everyone = np.ones(len(n), np.bool_)
            for x, hubs, keys in with_hubs.doubts(with_hubs.looking(self.highest[n]), everyone):
                missing[x] += keys * partners[x].isdisjoint(hubs)
        return missing >= self.need

    def pairs(self) -> set[tuple[int, int, int]]:
        size = len(self.whole)
        everybody, all_reach = np.ones(size, np.bool_), np.full(size, EVERYBODY, np.int32)
        found = self.met(self.highest, everybody, all_reach, by_hubs=True)
        found += self.met(self.most, self.left(found), all_reach, by_hubs=False)
        alone = np.ones(size, np.bool_)
        for x, y, _ in found:
            alone[[x, y]] = False
        reach = np.where(alone, self.liked, 0).astype(np.int32)
        found += self.largest(self.met(self.most, self.liked >= self.need, reach, by_hubs=False))
        return {(min(x, y), max(x, y), shared) for x, y, shared in found}

    def largest(self, met) -> list[tuple[int, int, int]]:
        """For each that is alone the smaller one that shares most, the largest such."""
        best = {}
        for x, y, shared in met:
            rank = (-shared, -self.sizes[x], self.totals[x], x)
            best[y] = min(best.get(y, (rank, None)), (rank, (x, y, shared)))
        return [pair for _, pair in best.values()]


def distinct_pairs(found) -> set[tuple[int, ...]]:
    return set(listed(found))


@settings(max_examples=300)
@given(spread_piles, st.integers(1, 6))
def test_links_in_sections_are_the_links_of_the_whole(sets, popular):
    whole = links(sketches_of(sets), popular=popular)
    again = np.flatnonzero(whole.stands_for != np.arange(len(sets)))
    same = {(int(whole.stands_for[d]), int(d), len(sets[d])) for d in again if sets[d]}
    mine = InSections(sets, popular, search.PASSED_OVER).pairs() | same
    assert mine == distinct_pairs(whole.pairs)


@pytest.mark.parametrize("with_core", [True, False])
def test_the_links_of_a_family_in_sections(with_core):
    sets = family(250, seed=11)[not with_core :] + family(60, seed=12)
    assert InSections(sets, 8, search.PASSED_OVER).pairs() == distinct_pairs(
        links(sketches_of(sets), popular=8).pairs
    )


@settings(max_examples=100)
@given(spread_piles, st.sampled_from([0.25, 1.0]))
def test_all_pairs_in_sections_are_those_of_the_whole(sets, share):
    sets = list({frozenset(one): one for one in sets}.values())
    mine = InSections(sets, NOBODY, share).pairs()
    assert mine == distinct_pairs(all_pairs(sketches_of(sets)))
