"""Scores and baselines of ``bench/lineage``, checked against what can be worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from bench.lineage import baselines
from bench.lineage.scores import Counts, distances, score, sign_similarity
from bench.lineage.tree import Tree

from dateline.model import Report


def tree(parent: Mapping[str, str | None], *seconds: tuple[str, str]) -> Tree:
    """A tree whose capitals are unseen texts."""
    reports = {n: frozenset() if n.isupper() else frozenset({n}) for n in parent}
    return Tree(parent, reports, frozenset(seconds))


CHAIN = tree({"a": None, "b": "a", "c": "b"})
STAR = tree({"a": None, "b": "a", "c": "a"})
TRUE = tree({"a": None, "X": "a", "b": "X", "c": "X", "d": "c"})


def test_a_tree_agrees_with_itself():
    found = score(TRUE, TRUE)
    assert found.signs == 1
    assert found.edges == Counts(3, 3, 3)
    assert found.unseen == Counts(1, 1, 1)
    assert found.edges.f1 == 1


def test_distances_count_unseen_texts_and_second_parents():
    assert distances(TRUE, ["a", "b", "d"]).tolist() == [[0, 2, 3], [2, 0, 3], [3, 3, 0]]
    mixed = tree(TRUE.parent, ("a", "d"))
    assert distances(mixed, ["a", "b", "d"]).tolist() == [[0, 2, 1], [2, 0, 3], [1, 3, 0]]


def test_sign_similarity_of_a_chain_and_a_star():
    """From a: b nearer than c against a tie, half right. From b: a tie against a nearer, half.

    From c: b nearer than a against a nearer than b, wrong. (1/2 + 1/2 + 0) / 3.
    """
    assert sign_similarity(CHAIN, STAR) == pytest.approx(1 / 3)
    assert sign_similarity(STAR, CHAIN) == pytest.approx(1 / 3)


def test_edges_run_from_the_nearest_seen_ancestor():
    """True: a above b, a above c, c above d. Found: a above b, a above c, a above d."""
    found = score(tree({"a": None, "b": "a", "c": "a", "d": "a"}), TRUE)
    assert found.edges == Counts(2, 3, 3)
    assert found.edges.precision == found.edges.recall == pytest.approx(2 / 3)


def test_an_unseen_text_is_known_by_what_descends_from_it():
    found = score(tree({"a": None, "Y": "a", "c": "Y", "d": "Y", "b": "a"}), TRUE)
    assert found.unseen == Counts(0, 1, 1)
    found = score(tree({"a": None, "Y": "a", "c": "Y", "d": "c", "b": "Y"}), TRUE)
    assert found.unseen == Counts(1, 1, 1)


def test_branches_leave_out_single_texts_and_the_whole():
    """True: bcd, cd. Found: cd."""
    found = score(tree({"a": None, "b": "a", "c": "a", "d": "c"}), TRUE)
    assert found.clades == Counts(1, 1, 2)


def test_identical_texts_are_two_reports_at_one_node():
    twins = Tree({"1": None, "2": "1"}, {"1": frozenset({"a", "b"}), "2": frozenset({"c"})})
    assert score(twins, twins).edges == Counts(1, 1, 1)
    assert sign_similarity(twins, CHAIN) == pytest.approx((1 + 0.5 + 0.5) / 3)


# --- baselines --------------------------------------------------------------------------------


def report(ident: str, words: str) -> Report:
    return Report(ident, words)


def test_neighbour_joining_finds_the_tree_of_distances_that_fit_one(
    monkeypatch: pytest.MonkeyPatch,
):
    """Path lengths of the tree ((a:2, b:3):3, c:4, (d:2, e:1):2)."""
    fit = np.array(
        [[0, 5, 9, 9, 8], [5, 0, 10, 10, 9], [9, 10, 0, 8, 7], [9, 10, 8, 0, 3], [8, 9, 7, 3, 0]],
        dtype=float,
    )
    monkeypatch.setattr(baselines, "word_distances", lambda _: fit)
    found = baselines.neighbour_joining([report(x, x) for x in "abcde"], "c")
    assert set(found.clades().values()) >= {frozenset("ab"), frozenset("de")}


def test_neighbour_joining_can_draw_versions_onto_inner_nodes():
    reports = [
        report("b", "one two three four five six seven eight"),
        report("l", "one two three four five six seven eight nine ten eleven"),
        report("r", "zero naught nil one two three four five six seven eight"),
    ]
    found = baselines.neighbour_joining(reports, "b", short=0)
    assert found.parent == {"b": None, "l": "b", "r": "b"}


def test_the_arborescence_goes_from_longer_to_shorter():
    """Words cut cost half of words added, so the chain of cuts is cheapest."""
    reports = [
        report("a", "one two three four five six seven eight nine"),
        report("c", "one two three"),
        report("b", "one two three four five six"),
    ]
    assert baselines.spanning_arborescence(reports, "a").parent == {"a": None, "b": "a", "c": "b"}
