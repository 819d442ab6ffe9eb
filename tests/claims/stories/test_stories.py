"""Dispatches grouped by the event that they report."""

from __future__ import annotations

import random

import pytest

from dateline.claims.stories import stories
from dateline.model import Dispatch
from tests.claims.stories.events import FERRY, MILL, dispatches, pile


def found(texts: list[str], dates: list[str] | None = None) -> set[frozenset[str]]:
    reports = pile(texts, dates)
    return {frozenset(s.reports) for s in stories(dispatches(reports), reports.__getitem__)}


def test_two_events_told_apart():
    assert found([*FERRY, *MILL]) == {frozenset({"r0", "r1", "r2"}), frozenset({"r3", "r4"})}


def test_a_pile_of_two():
    assert found(FERRY[:2]) == {frozenset({"r0", "r1"})}
    assert found([FERRY[0], MILL[0]]) == {frozenset({"r0"}), frozenset({"r1"})}


def test_nothing_and_one():
    assert stories([], {}.__getitem__) == []
    (only,) = stories(dispatches(one := pile([""])), one.__getitem__)
    assert (only.reports, only.words, only.first) == (("r0",), (), None)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_pile_does_not_matter(seed: int):
    reports = pile([*FERRY, *MILL], ["2019-04-11", "", "2019-04-12", "2019-04-01", "2019-04-02"])
    ordered = dispatches(reports)
    shuffled = random.Random(seed).sample(ordered, len(ordered))
    assert stories(shuffled, reports.__getitem__) == stories(ordered, reports.__getitem__)


def test_days_that_the_texts_print_far_apart_part_what_words_would_join():
    stamps = ["Thursday 11 April 2019", "Sunday 7 July 2019"]
    texts = [
        f"{day}\n\nShells hit {place} and killed two people, the clinic of Tel Ghorim said. The"
        " clinic treats most of the wounded of the province."
        for day, place in zip(stamps, ["the mill", "the pier"], strict=True)
    ]
    assert len(found(texts)) == 2
    same_day = [t.replace(stamps[1], stamps[0]) for t in texts]
    assert len(found(same_day)) == 1


def test_a_story_tells_its_reports_days_and_words():
    reports = pile(FERRY, ["2019-04-12", "2019-04-11", "2019-04-13"])
    versions = [Dispatch("da", "r0", ("r0", "r2")), Dispatch("db", "r1", ("r1",))]
    (story,) = stories(versions, reports.__getitem__)
    assert story.dispatches == ("db", "da")
    assert story.reports == ("r1", "r0", "r2")
    assert (story.first, story.last) == ("2019-04-11", "2019-04-12")
    assert {"halcyon", "sill"} <= set(story.words)
