"""Who stands for whom."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match.representatives import identical, representatives, sums
from tests.match.piles import MASK, family, piles, sketches_of


def jaccard(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other)


def alike(sets: list[set[int]]) -> list[int]:
    sketches = sketches_of(sets)
    return identical(sketches, sums(sketches)).tolist()


def test_identical_documents_stand_for_each_other():
    sets = [{1, 2}, {3}, {1, 2}, set(), {3}, {1, 2}, set(), {2, 1, 9}]
    assert alike(sets) == [0, 1, 0, 3, 1, 0, 6, 7]


def test_sets_of_equal_sum_are_not_identical():
    assert alike([{1, 4}, {2, 3}, {1, 4}, {5}]) == [0, 1, 0, 3]


@settings(max_examples=200, deadline=None)
@given(piles, st.sampled_from([0.5, 0.9, 1.0]))
def test_a_representative_is_as_similar_as_promised(sets, least):
    chosen = representatives(sketches_of(sets), least).tolist()
    for document, other in enumerate(chosen):
        assert chosen[other] == other
        assert document == other or jaccard(sets[document], sets[other]) >= least


def test_near_identical_versions_have_one_representative():
    rng = np.random.default_rng(3)
    text = [int(k) for k in rng.integers(0, MASK, 300, dtype=np.uint64)]
    cuts = rng.integers(0, 280, 2000)
    own = rng.integers(0, MASK, (2000, 4), dtype=np.uint64).tolist()
    versions = [set(text[:c] + text[c + 6 :] + mine) for c, mine in zip(cuts, own, strict=True)]
    strangers = [{int(k) for k in rng.integers(0, MASK, 90, dtype=np.uint64)} for _ in range(50)]
    chosen = representatives(sketches_of(strangers + versions))
    assert chosen[:50].tolist() == list(range(50))
    assert len(set(chosen[50:].tolist())) <= 3


def test_the_order_of_the_pile_does_not_matter():
    sets = family(200, seed=5) + [one - {min(one)} for one in family(200, seed=5)]
    order = list(range(len(sets)))
    random.Random(1).shuffle(order)
    straight = representatives(sketches_of(sets), 0.8)
    mixed = representatives(sketches_of([sets[d] for d in order]), 0.8)
    assert [order[d] for d in mixed] == [straight[d] for d in order]


@pytest.mark.parametrize("sets", [[], [set()], [set(), {1}, set()]])
def test_little_or_nothing(sets):
    assert representatives(sketches_of(sets)).tolist() == list(range(len(sets)))
