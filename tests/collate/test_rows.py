from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.collate.order import increasing
from dateline.collate.rows import align
from dateline.collate.side import Side
from tests.collate.fiction import SENTENCES, anatomy


def links(a: list[str], b: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    found = align(Side.of(anatomy(*a)), Side.of(anatomy(*b)))
    return [(link.a, link.b, link.moved) for link in found]


def test_identical_texts_link_in_order():
    assert links(list(SENTENCES), list(SENTENCES)) == [((n,), (n,), False) for n in range(7)]


def test_a_dropped_and_an_added_sentence_stand_alone():
    new = "Rain is forecast for the whole of the delta, the weather office in Belmora noted."
    b = [*SENTENCES[:4], new, *SENTENCES[5:]]
    assert ((4,), (), False) in links(list(SENTENCES), b)
    assert ((), (4,), False) in links(list(SENTENCES), b)


def test_a_moved_sentence_is_the_one_lifted_out():
    b = [SENTENCES[5], *SENTENCES[:5], SENTENCES[6]]
    assert [x for x in links(list(SENTENCES), b) if x[2]] == [((5,), (0,), True)]


def test_a_split_sentence_has_two_partners():
    b = list(SENTENCES)
    b[1:2] = [
        "The Harbour League holds the old town.",
        "It said its fighters had pulled back to the grain silos after six hours of shelling.",
    ]
    assert ((1,), (1, 2), False) in links(list(SENTENCES), b)


def test_merged_sentences_have_one_partner():
    b = list(SENTENCES)
    b[3:5] = [
        "Guard spokesman Colonel Teodor Vash said the bridges would stay closed until the weekend,"
        " while the Lantern Watch monitoring group counted 40 shells in the market quarter alone."
    ]
    assert ((3, 4), (3,), False) in links(list(SENTENCES), b)


def test_a_reworded_sentence_keeps_its_partner():
    b = list(SENTENCES)
    b[3] = "The bridges would stay closed until the weekend, said Guard spokesman Teodor Vash."
    assert ((3,), (3,), False) in links(list(SENTENCES), b)


def test_same_opening_is_no_link():
    a = ["Those who were killed were all from the fishing quarter, the mayor said."]
    b = ["Those who were spared had left for the hills two nights before the raid."]
    assert links(a, b) == [((0,), (), False), ((), (0,), False)] or links(a, b) == [
        ((), (0,), False),
        ((0,), (), False),
    ]


@pytest.mark.parametrize("seed", range(20))
def test_planted_order_is_found_again(seed: int):
    order = list(range(len(SENTENCES)))
    rng = random.Random(seed)
    rng.shuffle(order)
    kept = order[: rng.randint(2, len(order))]
    found = links(list(SENTENCES), [SENTENCES[n] for n in kept])
    assert {(x[0][0], x[1][0]) for x in found if x[0] and x[1]} == {
        (n, place) for place, n in enumerate(kept)
    }


def test_every_sentence_is_in_exactly_one_link():
    a, b = list(SENTENCES), [SENTENCES[6], SENTENCES[0] + " " + SENTENCES[1]]
    found = links(a, b)
    assert sorted(n for x in found for n in x[0]) == list(range(7))
    assert sorted(n for x in found for n in x[1]) == list(range(3))


@given(st.lists(st.integers(0, 12), max_size=9, unique=True))
def test_longest_increasing_run_is_as_long_as_brute_force_finds(numbers: list[int]):
    pairs = list(enumerate(numbers))
    best = max(
        len(c)
        for k in range(len(pairs) + 1)
        for c in itertools.combinations(pairs, k)
        if all(x[1] < y[1] for x, y in itertools.pairwise(c))
    )
    found = increasing(pairs)
    assert len(found) == best
    assert all(x[1] < y[1] for x, y in itertools.pairwise(found))
