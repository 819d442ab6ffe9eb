"""Passages: against a slow twin, their properties, and what they mean on prose."""

from itertools import chain

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.match.passages import passages, share
from dateline.text import tokenize
from tests.match.slow_passages import slow_share
from tests.match.texts import BODY, OTHER

words = st.integers(0, 12)
stretch = st.lists(words, min_size=0, max_size=25)


@st.composite
def edited(draw):
    """Two sequences that share stretches, in any order and with small changes inside."""
    parts = draw(st.lists(stretch, min_size=1, max_size=4))
    other = [draw(st.sampled_from([part, part[::2], part + part, []])) for part in parts]
    other = draw(st.permutations(other))
    a, b = list(chain(*parts)), list(chain(*other))
    for _ in range(draw(st.integers(0, 4))):
        if b:
            b[draw(st.integers(0, len(b) - 1))] = draw(st.integers(13, 20))
    return a, b


@settings(max_examples=400, deadline=None)
@given(edited(), st.integers(4, 7), st.integers(0, 5))
@example(([1] * 40, [1] * 30), 5, 5)
@example(([], [1, 2, 3, 4, 5]), 5, 5)
def test_equals_the_slow_twin(pair, least, gap):
    a, b = pair
    fast = share(np.array(a, np.uint64), np.array(b, np.uint64), least, gap)
    rows, held_a, held_b = slow_share(a, b, least, gap)
    assert fast.runs.tolist() == rows
    assert set(np.flatnonzero(fast.held_a).tolist()) == held_a
    assert set(np.flatnonzero(fast.held_b).tolist()) == held_b


@settings(max_examples=200, deadline=None)
@given(edited())
def test_no_word_is_in_two_passages_and_held_words_are_equal(pair):
    a, b = (np.array(side, np.uint64) for side in pair)
    found = share(a, b)
    seen_a, seen_b = [], []
    for a0, a1, b0, b1 in found.runs.tolist():
        seen_a += range(a0, a1)
        seen_b += range(b0, b1)
        in_a, in_b = found.held_a[a0:a1], found.held_b[b0:b1]
        assert a[a0:a1][in_a].tolist() == b[b0:b1][in_b].tolist()
        assert in_a.sum() >= 5
        assert all([in_a[0], in_a[-1], in_b[0], in_b[-1]])
    assert len(seen_a) == len(set(seen_a))
    assert len(seen_b) == len(set(seen_b))
    assert set(np.flatnonzero(found.held_a).tolist()) <= set(seen_a)


@settings(max_examples=100, deadline=None)
@given(st.lists(words, min_size=5, max_size=60, unique=True))
def test_a_text_is_one_passage_with_itself(sequence):
    a = np.array(sequence, np.uint64)
    assert share(a, a).runs.tolist() == [[0, len(a), 0, len(a)]]


def spans(a, b):
    found = passages(tokenize(a), tokenize(b))
    return [(a[slice(*p.a)], b[slice(*p.b)]) for p in found]


def test_a_renamed_word_does_not_break_a_passage():
    renamed = BODY[0].replace("Tarrow", "North Tarwe")
    assert spans(f"Officials said nothing. {BODY[0]}", renamed) == [(BODY[0][:-1], renamed[:-1])]


def test_a_gap_inside_is_bridged_and_a_long_one_is_not():
    a = BODY[4]
    short = a.replace("raise their young", "bring up all their pups")
    long = a.replace("raise their young", f"raise their young, {OTHER[2].lower()}")
    assert [p[1] for p in spans(a, short)] == [short[:-1]]
    assert len(spans(a, long)) == 2


def test_moved_paragraphs_are_found_where_they_went():
    a, b = "\n\n".join(BODY[:4]), "\n\n".join([BODY[3], BODY[0], BODY[2], BODY[1]])
    found = passages(tokenize(a), tokenize(b))
    assert [a[slice(*p.a)] for p in found] == [s[:-1] for s in BODY[:4]]
    assert [b[slice(*p.b)] for p in found] == [s[:-1] for s in BODY[:4]]


def test_offsets_count_code_points_whatever_stands_before():
    a = f"\U0001f6a2\U0001f6a2 \u00c9t\u00e9\u0301. {BODY[0]}"
    b = f"{OTHER[0]} {BODY[0].upper()}"
    (first,) = passages(tokenize(a), tokenize(b))
    assert a[slice(*first.a)] == BODY[0][:-1]
    assert b[slice(*first.b)] == BODY[0].upper()[:-1]


def test_case_quotes_and_lost_apostrophes_make_no_difference():
    a = "The owner\u2019s lawyer said \u201cno comment\u201d and left the caf\u00e9."
    b = "The owner s lawyer said no comment and left the cafe"
    assert spans(a, b) == [(a[:-1], b)]


def test_short_agreement_is_no_passage():
    assert spans("the men of the island said so", "but the men of the mainland did not") == []


def test_a_word_repeated_for_ever_ends():
    many = tokenize("ha " * 20000)
    assert len(passages(many, many)) <= 1


def test_weights_decide_between_equal_places():
    """A lead that a standfirst repeats is found in the body."""
    lead = list(range(10))
    a, b = np.array([*lead, 90, 91, 92, *lead], np.uint64), np.array(lead, np.uint64)
    body = np.array([0.0] * 13 + [1.0] * 10)
    assert share(a, b).runs.tolist() == [[0, 10, 0, 10]]
    assert share(a, b, weights=(body, np.ones(10))).runs.tolist() == [[13, 23, 0, 10]]
