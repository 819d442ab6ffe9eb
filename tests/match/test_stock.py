"""Stock that is learned in parts against stock that is learned at once."""

import numpy as np
import pytest
from hypothesis import given, settings

from dateline.match.background import ROUNDS, learn
from dateline.match.representatives import sums
from dateline.match.sketch import Sketches
from dateline.match.stock import judge, samples
from tests.match.piles import family, sketches_of, spread_piles

BITS = 2


def in_parts(whole: Sketches) -> np.ndarray:
    totals = sums(whole)
    parts = []
    for n in range(1 << BITS):
        own = [whole[d][whole[d] >> np.uint64(64 - BITS) == n] for d in range(len(whole))]
        offsets = np.cumsum([0, *map(len, own)]).astype(np.int64)
        section = Sketches(np.concatenate([np.empty(0, np.uint64), *own]), offsets)
        parts.append(samples(np.arange(len(whole)), totals, section))
    known, fresh = np.empty(0, np.uint64), None
    for _ in range(ROUNDS):
        found = [known]
        for part in parts:
            stock = judge(part.members, part.starts, whole, known, fresh)
            found.append(part.keys[np.repeat(stock, np.diff(part.key_starts))])
        now = np.unique(np.concatenate(found))
        fresh = np.setdiff1d(now, known)
        if not len(fresh):
            break
        known = now
    return known


@settings(max_examples=150)
@given(spread_piles)
def test_stock_learned_in_parts_is_that_of_the_whole(sets):
    whole = sketches_of(sets)
    assert np.array_equal(in_parts(whole), learn(whole).keys)


@pytest.mark.parametrize("seed", range(3))
def test_stock_of_reports_with_phrases_in_common(seed):
    rng = np.random.default_rng(seed)
    phrases = [set(rng.integers(0, 1 << 63, 8).tolist()) for _ in range(30)]
    sets = [
        set(rng.integers(0, 1 << 63, 60).tolist()).union(*rng.choice(phrases, 3))
        for _ in range(120)
    ]
    whole = sketches_of([*sets, *family(20, seed)])
    assert len(learn(whole).keys)
    assert np.array_equal(in_parts(whole), learn(whole).keys)
