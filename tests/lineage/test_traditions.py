"""The stemma on simulated traditions: what must hold of every tree, and how near it comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from bench.lineage.draft import Draft
from bench.lineage.rates import PRESETS
from bench.lineage.runs import collate, run
from bench.lineage.tradition import Copy, Tradition, tradition
from bench.lineage.words import LOOSE

from dateline.lineage.stemma import stemma
from dateline.model import Collation, Comparison, Edge, Report
from tests.lineage.test_simulator import BASE

PRESET_SEEDS = [(preset, seed) for preset in ("standard", "outlets", "heavy") for seed in range(3)]


def told(preset: str, seed: int, versions: int = 12, base: Report = BASE) -> Tradition:
    return tradition(base, versions, PRESETS[preset], seed)


def parents(edges: Sequence[Edge]) -> dict[str, str]:
    return {e.child: e.parent for e in edges if not e.second}


@pytest.mark.parametrize(("preset", "seed"), PRESET_SEEDS)
def test_every_text_hangs_below_the_first(preset: str, seed: int):
    found = told(preset, seed)
    tree = stemma(collate(found))
    above = parents(tree.edges)
    ids = {n.id for n in tree.nodes}
    assert ids == {tree.root, *above}
    assert {r.id for r in found.reports} == {i for n in tree.nodes if not n.unseen
                                             for i in (n.id, *n.also)}  # fmt: skip
    for node in ids - {tree.root}:
        line = [node]
        while line[-1] != tree.root:
            line.append(above[line[-1]])
            assert len(line) <= len(ids)


@pytest.mark.parametrize(("preset", "seed"), PRESET_SEEDS)
def test_an_unseen_text_joins_what_is_seen(preset: str, seed: int):
    tree = stemma(collate(told(preset, seed)))
    above = parents(tree.edges)
    for node in tree.nodes:
        if node.unseen and node.id != tree.root:
            assert sum(parent == node.id for parent in above.values()) >= 2


@pytest.mark.parametrize(("preset", "seed"), PRESET_SEEDS)
def test_the_order_of_comparisons_does_not_matter(preset: str, seed: int):
    collation = collate(told(preset, seed))
    shuffled = list(collation.comparisons)
    Random(seed).shuffle(shuffled)
    again = replace(collation, comparisons=tuple(shuffled))
    assert stemma(again) == stemma(collation)


def test_confidence_and_weights_are_shares():
    for seed in range(3):
        for edge in stemma(collate(told("heavy", seed))).edges:
            assert 0 < edge.confidence <= 1
            assert all(0 < i.weight <= 1 for i in edge.evidence)
            assert len({i.says for i in edge.evidence}) == len(edge.evidence)


def test_names_of_versions_do_not_matter():
    """The same texts under other ids, in the same order, have the same tree."""
    collation = collate(told("outlets", 1))
    other = {r: f"x{r}" for r in {collation.base, *(c.b.id for c in collation.comparisons)}}
    again = _renamed(collation, other)
    plain, renamed = stemma(collation), stemma(again)
    assert {(other.get(e.parent, e.parent), other.get(e.child, e.child)) for e in plain.edges} == {
        (e.parent, e.child) for e in renamed.edges
    }


def _renamed(collation: Collation, other: dict[str, str]) -> Collation:
    def report(r: Report) -> Report:
        return replace(r, id=other[r.id])

    def comparison(c: Comparison) -> Comparison:
        return replace(c, a=report(c.a), b=report(c.b))

    found = tuple(map(comparison, collation.comparisons))
    return replace(collation, base=other[collation.base], comparisons=found, identical={})


def test_better_than_the_baselines_on_the_whole():
    """Not a figure to quote (see the docs): ten small traditions that must not get worse."""
    scores = [run(told("standard", seed)) for seed in range(10)]
    mean = {m: sum(s[m].signs for s in scores) / len(scores) for m in scores[0]}
    ours = mean.pop("Dateline")
    assert ours > max(mean.values()) + 0.05


def edited(draft: Draft, *lines: int, seed: int) -> Draft:
    """The draft with five words of one's own put into some of its lines."""
    for n in lines:
        words = draft.lines[n].text.split(" ")
        own = Random(f"{seed} {n}").sample(LOOSE, 5)
        draft = draft.edited(n, " ".join([*words[:2], *own, *words[2:]]))
    return draft


FIRST = Draft.of(BASE)
V1 = edited(FIRST, 0, 1, seed=1)
V2 = edited(V1, 2, 3, seed=2)


def tree_of(drafts: Sequence[Draft]) -> dict[str, str | None]:
    """The parents of ``v0``, ``v1`` …, of which the first is the agency's own file."""
    found = stemma(pile(drafts))
    return {n.id: None for n in found.nodes} | parents(found.edges)


def pile(drafts: Sequence[Draft]) -> Collation:
    copies = tuple(Copy(d, 0 if k else None, agency=not k) for k, d in enumerate(drafts))
    return collate(Tradition(copies, {k: f"v{k}" for k in range(len(copies))}))


def test_texts_that_add_to_each_others_changes_are_a_chain():
    drafts = [FIRST, V1, V2, edited(V2, 4, 5, seed=3)]
    assert tree_of(drafts) == {"v0": None, "v1": "v0", "v2": "v1", "v3": "v2"}


def test_a_lost_text_is_unseen_where_two_descend_from_it():
    found = tree_of([FIRST, V1, edited(V2, 4, seed=3), edited(V2, 5, seed=4)])
    assert found == {"v0": None, "v1": "v0", "unseen 1": "v1", "v2": "unseen 1", "v3": "unseen 1"}


def test_the_last_lines_cut_do_not_show_who_copied_whom():
    """Anyone may cut from the end: versions cut shorter and shorter hang beside each other."""
    cut = [replace(FIRST, lines=FIRST.lines[: len(FIRST.lines) - k]) for k in range(4)]
    assert tree_of(cut) == {"v0": None, "v1": "v0", "v2": "v0", "v3": "v0"}


def test_a_stretch_of_another_branch_shows_a_second_parent():
    """v3 begins as v1 does and ends as v2 does; both have another copy."""
    v1, v2 = edited(FIRST, 0, 1, 2, 3, 4, seed=1), edited(FIRST, 3, 5, 6, 7, seed=2)
    mixed = replace(v1, lines=(*v1.lines[:4], *v2.lines[4:]))
    found = stemma(pile([FIRST, v1, v2, mixed, edited(v1, 8, seed=3), edited(v2, 8, seed=4)]))
    (second,) = [e for e in found.edges if e.second]
    assert (second.parent, second.child) == ("v2", "v3")
