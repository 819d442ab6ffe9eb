"""Average-link groups against a slow twin, and the likeness of sparse vectors against numpy."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.stories.group import groups
from dateline.claims.stories.likeness import Vectors, alike

SIZE = 7
LIKENESS = st.dictionaries(
    st.sampled_from(sorted(combinations(range(SIZE), 2))),
    st.integers(1, 100).map(lambda n: n / 100),
)


def slow_groups(size: int, near: dict[tuple[int, int], float], least: float) -> list[list[int]]:
    """Join the two groups that are most alike on average, as long as they are alike enough."""
    found = [[n] for n in range(size)]

    def mean(a: list[int], b: list[int]) -> float:
        return sum(near.get((min(i, j), max(i, j)), 0) for i in a for j in b) / (len(a) * len(b))

    while len(found) > 1:
        a, b = max(combinations(found, 2), key=lambda pair: mean(*pair))
        if mean(a, b) < least:
            break
        found = [g for g in found if g not in (a, b)] + [a + b]
    return sorted(sorted(g) for g in found)


@given(st.lists(st.floats(0.01, 1, exclude_max=True), min_size=21, max_size=21, unique=True))
def test_as_the_slow_twin_where_no_two_pairs_are_equal(values: list[float]):
    near = dict(zip(combinations(range(SIZE), 2), values, strict=True))
    pairs = [(a, b, s) for (a, b), s in near.items()]
    fast, slow = groups(SIZE, pairs, 0.45), slow_groups(SIZE, near, 0.45)
    assert sorted(n for g in fast for n in g) == list(range(SIZE))
    assert fast == slow


@given(LIKENESS)
def test_every_member_is_in_one_group_and_a_chain_joins_nobody(near: dict[tuple[int, int], float]):
    found = groups(SIZE, [(a, b, s) for (a, b), s in near.items()], 0.5)
    assert sorted(n for g in found for n in g) == list(range(SIZE))
    for group in found:
        inside = [near.get(pair, 0) for pair in combinations(group, 2)]
        assert not inside or sum(inside) / len(inside) > 0.2


def test_a_chain_is_no_group():
    chain = [(n, n + 1, 0.9) for n in range(6)]
    assert max(map(len, groups(7, chain, 0.5))) == 2


@given(st.integers(0, 2**32 - 1))
def test_likeness_is_the_cosine(seed: int):
    dense = np.random.default_rng(seed).random((6, 5))
    dense[dense < 0.6] = 0
    full = dense @ dense.T
    at = [np.flatnonzero(row) for row in dense]
    starts = np.concatenate(([0], np.cumsum([len(a) for a in at]))).astype(np.int64)
    columns = np.concatenate(at).astype(np.int64)
    weights = np.concatenate([row[a] for row, a in zip(dense, at, strict=True)])
    found = alike(Vectors(starts, columns, weights, 5), 0.5)
    got = {(a, b): c for a, b, c in zip(found.a, found.b, found.cosine, strict=True)}
    expected = {(a, b): full[a, b] for a, b in combinations(range(6), 2) if full[a, b] >= 0.5}
    assert got.keys() == expected.keys()
    assert all(abs(got[pair] - expected[pair]) < 1e-9 for pair in got)
