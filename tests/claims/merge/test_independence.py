"""Originating sources as a range: exactly K where K is known, wider by what is not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.merge import statements
from dateline.claims.merge.independence import distinct, is_same, settled, sources
from dateline.claims.merge.voices import Voice
from dateline.model import Count, Statement
from tests.claims.merge.piles import content, dispatches, one_story


def the_claim(found: list[Statement]) -> Statement:
    """The statement that the pile was made of."""
    (claim,) = [s for s in found if content()[1:] in s.words]
    return claim


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("outlets", "count", "cited"),
    [(1, 1, 1), (3, 1, 1), (4, 2, 1), (2, 5, 2), (3, 7, 7), (5, 6, 3)],
)
def test_n_outlets_m_dispatches_k_statements_are_k(outlets: int, count: int, cited: int, seed: int):
    pile = list(dispatches(outlets, count, cited, seed=seed))
    random.Random(seed).shuffle(pile)
    found = the_claim(statements(pile, [one_story(pile)]))
    assert found.sources == Count(cited, cited)
    assert (found.reports, found.dispatches) == (outlets * count, count)
    assert found.outlets == Count(outlets, outlets)


@pytest.mark.parametrize(
    ("count", "cited", "removed", "least", "most"),
    [(4, 2, 1, 2, 3), (4, 4, 2, 2, 4), (6, 3, 3, 3, 6), (3, 1, 2, 1, 3)],
)
def test_where_attributions_are_removed_the_range_holds_the_truth(
    count: int, cited: int, removed: int, least: int, most: int
):
    pile = list(dispatches(2, count, cited, unattributed=removed))
    found = the_claim(statements(pile, [one_story(pile)]))
    assert found.sources == Count(least, most)
    assert least <= cited <= most


def test_a_newsrooms_own_voice_alone_is_never_counted_as_one():
    pile = list(dispatches(3, 2, 1, unattributed=2))
    found = the_claim(statements(pile, [one_story(pile)]))
    assert found.sources == Count(1, None)
    assert not found.attributed


def voice(dispatch: str, name: str | None, many: int | None = 1, **more: object) -> Voice:
    named = bool(name and name[0].isupper())
    phrases = (str(more.get("phrase", name or "")),)
    return Voice(dispatch, name, "person", named, many, phrases, (), ())


def test_two_papers_of_one_dispatch_are_one_and_so_are_two_dispatches_of_one_source():
    assert sources([voice("a", "Mirel Dassa")]) == Count(1, 1)
    assert sources([voice("a", "Mirel Dassa"), voice("b", "Dassa")]) == Count(1, 1)
    assert sources([voice("a", "Mirel Dassa"), voice("b", "Hanna Orsal")]) == Count(2, 2)


def test_what_is_not_named_widens():
    named, nurse = voice("a", "Mirel Dassa"), voice("b", "nurse")
    assert sources([named, nurse]) == Count(1, 2)
    assert sources([nurse]) == Count(1, 1)
    assert sources([nurse, voice("c", "nurse")]) == Count(1, 2)
    assert sources([voice("a", "two diplomats", 2)]) == Count(1, 2)
    assert sources([named, voice("b", "residents", None)]) == Count(1, None)
    assert sources([named], newsrooms=["b"]) == Count(1, 2)
    assert sources([named], maybe=[None, named, voice("c", "Hanna Orsal")]) == Count(1, 3)


def test_who_speaks_for_a_body_is_no_second_source():
    chief = voice("a", "Ruan Ebberle", phrase="Register director Ruan Ebberle")
    assert is_same(chief, voice("b", "Register"))
    assert is_same(voice("a", "Varuh Conflict Register"), voice("b", "VCR"))
    assert not is_same(voice("a", "Tazmari army"), voice("b", "Tazmari embassy"))


NAMES = st.sampled_from(["Mirel Dassa", "Dassa", "Hanna Orsal", "nurse", "residents", None])
VOICES = st.lists(
    st.builds(
        lambda d, n: voice(d, n, None if n == "residents" else 1), st.sampled_from("abc"), NAMES
    ),
    max_size=6,
)


@given(VOICES, st.lists(st.sampled_from("xyz")), VOICES)
def test_more_that_is_unknown_never_narrows(
    some: list[Voice], newsrooms: list[str], others: list[Voice]
):
    plain, wide = sources(some), sources(some, newsrooms, others)
    assert wide.at_least == plain.at_least
    assert wide.at_most is None or (plain.at_most or 0) <= wide.at_most
    assert plain.at_most is None or plain.at_least <= plain.at_most


@given(VOICES, st.randoms())
def test_the_order_does_not_matter(some: list[Voice], chance: random.Random):
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert sources(shuffled) == sources(some)
    assert len(distinct(shuffled)) == len(distinct(some))


def test_a_body_named_by_what_it_is_alone_is_the_only_one_of_its_kind_in_the_story():
    bare, ours = voice("a", "Ministry"), voice("b", "Haldrian Interior Ministry")
    theirs = voice("c", "Tazmari Defence Ministry")
    one, two = settled([bare, ours]), settled([bare, ours, theirs])
    assert one[0] is not None
    assert two[0] is not None
    assert one[0].name == "Haldrian Interior Ministry"
    assert not two[0].named
    assert settled([bare, None]) == [bare, None]
