"""Links against all pairs: what is left out is only what the module's docstring allows."""

import random
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match.links import links
from dateline.match.sketch import sketch
from tests.match.piles import family, listed, oracle, sketches_of, spread_piles


def check_what_is_left_out(sets: list[set[int]], popular: int) -> None:
    """The three promises of `dateline.match.links`, for containment .3."""
    found = links(sketches_of(sets), popular=popular)
    stands_for = found.stands_for.tolist()
    rows = set(listed(found.pairs))
    true = set(oracle(sets, 0.3, 1))
    assert rows <= true
    alone = [d for d in range(len(sets)) if stands_for[d] == d]
    frequency = Counter(key for d in alone for key in sets[d])
    partners = defaultdict(set)
    for a, b, _ in rows:
        partners[a].add(b)
        partners[b].add(a)
    for a, b, shared in true - rows:
        if stands_for[a] != a or stands_for[b] != b:
            assert stands_for[a] == a or stands_for[a] in partners[a]
            assert stands_for[b] == b or stands_for[b] in partners[b]
            continue
        common = sets[a] & sets[b]
        assert len(common) == shared
        assert all(frequency[key] > popular for key in common)
        sizes = (len(sets[a]), len(sets[b]))
        smaller = [d for d, size in zip((a, b), sizes, strict=True) if size == min(sizes)]
        assert any(sets[hub] & common for d in smaller for hub in partners[d])
        assert partners[a]
        assert partners[b]


@settings(max_examples=400, deadline=None)
@given(spread_piles, st.integers(1, 6))
def test_leaves_out_only_what_it_says(sets, popular):
    check_what_is_left_out(sets, popular)


@pytest.mark.parametrize("with_core", [True, False])
def test_an_abridged_family_leaves_out_only_what_it_says(with_core):
    check_what_is_left_out(family(250, seed=11)[not with_core :], popular=8)


@settings(max_examples=100, deadline=None)
@given(spread_piles)
def test_where_nothing_is_popular_all_pairs_of_different_texts_are_listed(sets):
    distinct = list({frozenset(one): one for one in sets}.values())
    found = links(sketches_of(distinct), popular=1000)
    assert listed(found.pairs) == oracle(distinct, 0.3, 1)


def test_each_of_thousands_of_abridged_versions_is_listed_with_the_core():
    sets = family(3000, seed=2)
    pairs = links(sketches_of(sets)).pairs
    assert set(pairs.b[pairs.a == 0].tolist()) == set(range(1, 3001))
    assert len(pairs) < 20 * 3000


def test_identical_texts_are_listed_with_one_of_them():
    text = "the harbour master of Ostwick closed the northern quay after the storm on Monday"
    found = links(sketch([text] * 500 + [text + " night , he said by telephone"]))
    assert found.stands_for.tolist() == [0] * 500 + [500]
    assert len(found.pairs) == 500


def test_the_order_of_the_pile_does_not_matter():
    sets = family(400, seed=9) + family(100, seed=10)
    order = list(range(len(sets)))
    random.Random(4).shuffle(order)
    straight = links(sketches_of(sets), popular=8).pairs
    mixed = links(sketches_of([sets[d] for d in order]), popular=8).pairs
    back = np.array(order)
    renamed = {frozenset((back[a], back[b])) for a, b in zip(mixed.a, mixed.b, strict=True)}
    assert renamed == {frozenset(pair) for pair in zip(straight.a, straight.b, strict=True)}


def test_impossible_thresholds_are_refused():
    with pytest.raises(ValueError, match="min_containment"):
        links(sketch(["a b c"]), 2.0)


def test_progress_rises_to_one():
    seen: list[float] = []
    links(sketch(["a b c d e f", "b c d e f g h", "a b c d e f"]), progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1)
