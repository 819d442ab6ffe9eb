from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dateline.collate import collate
from dateline.lineage.base import base
from dateline.lineage.draw import tree_lines
from dateline.lineage.stemma import stemma
from dateline.lineage.verdict import judge
from dateline.model import Collation, Dispatch, Report, Stemma
from dateline.samples import truth
from dateline.text import analyse

TRUTH = truth()
MEMBERS = next(d for d in TRUTH["dispatches"] if len(d["versions"]) > 1)["versions"]


def report(ident: str) -> Report:
    known = TRUTH["reports"][ident]
    text = "\n".join(piece["text"] for piece in known["pieces"])
    return Report(ident, text, title=known["title"] or "", outlet=known["outlet"])


def tree_of(reports: list[Report]) -> Stemma:
    versions = [analyse(r) for r in reports]
    first = base(versions)
    found = []
    for other in sorted((v for v in versions if v is not first), key=lambda v: v.report.id):
        c = collate(first, other)
        found.append(replace(c, lineage=judge(c)))
    ids = tuple(r.id for r in reports)
    return stemma(Collation(Dispatch("d", first.report.id, ids), first.report.id, tuple(found)))


@pytest.fixture(scope="module")
def tree() -> Stemma:
    return tree_of([report(ident) for ident in MEMBERS])


def parents(found: Stemma) -> dict[str, str]:
    return {e.child: e.parent for e in found.edges if not e.second}


def test_the_samples_have_their_true_tree(tree: Stemma):
    unseen = {n.id for n in tree.nodes if n.unseen}
    known = {e["child"]: e["parent"] for e in TRUTH["lineage"]["edges"]}
    found = parents(tree)
    assert len(unseen) == 1
    for child in MEMBERS:
        wanted = known.get(child)
        if wanted in MEMBERS:
            assert found[child] == wanted, child
        elif wanted is not None:
            assert found[child] in unseen, child


def test_every_version_stands_once_and_hangs_together(tree: Stemma):
    ids = [n.id for n in tree.nodes]
    assert len(ids) == len(set(ids))
    assert set(MEMBERS) <= set(ids)
    assert set(parents(tree)) == set(ids) - {tree.root}


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_input_does_not_matter(seed: int, tree: Stemma):
    members = list(MEMBERS)
    random.Random(seed).shuffle(members)
    assert parents(tree_of([report(ident) for ident in members])) == parents(tree)


def test_two_versions_make_a_tree_of_two():
    found = tree_of([report("skerry-1"), report("harbor-ledger")])
    assert [n.id for n in found.nodes] == ["skerry-1", "harbor-ledger"]
    assert parents(found) == {"harbor-ledger": "skerry-1"}


def test_the_tree_is_drawn_with_unseen_texts_in_brackets(tree: Stemma):
    lines = list(tree_lines(tree))
    assert lines[0] == "skerry-1"
    assert sum("[unseen" in line for line in lines) == 1
    assert len(lines) == len(tree.nodes)
    assert any(line.strip("│├└─╌ ") == "sluice24" for line in lines)
