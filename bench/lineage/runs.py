"""One tradition, all methods."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from bench.lineage.baselines import neighbour_joining, spanning_arborescence
from bench.lineage.scores import Score, score
from bench.lineage.tradition import Tradition
from bench.lineage.tree import Tree, of_stemma, of_tradition
from dateline.lineage.stemma import stemma
from dateline.model import Collation, Dispatch, Report
from dateline.run.local import collated

OURS = "Dateline"
NJ = "neighbour joining"
NJ_SHORT = "neighbour joining, short edges drawn together"
ARBORESCENCE = "minimum spanning arborescence"
METHODS = (OURS, NJ_SHORT, NJ, ARBORESCENCE)
SHORT = 3.0  # words: the best of 1, 3, 6, 12


def run(told: Tradition) -> dict[str, Score]:
    """The scores of each method on one tradition. The baselines get the base that Dateline chose
    as their root, and each text once.
    """
    collation = collate(told)
    true = of_tradition(told)
    reports, also = distinct(told.reports, collation)
    base = collation.base
    found = {
        OURS: of_stemma(stemma(collation)),
        NJ: _with(neighbour_joining(reports, base), also),
        NJ_SHORT: _with(neighbour_joining(reports, base, SHORT), also),
        ARBORESCENCE: _with(spanning_arborescence(reports, base), also),
    }
    return {method: score(tree, true) for method, tree in found.items()}


def collate(told: Tradition) -> Collation:
    """The tradition's pile, collated."""
    reports = told.reports
    ids = tuple(r.id for r in reports)
    return collated(Dispatch("simulated", ids[0], ids), reports)


def distinct(
    reports: list[Report], collation: Collation
) -> tuple[list[Report], dict[str, frozenset[str]]]:
    """Each text once, and the reports that have it."""
    also: dict[str, set[str]] = defaultdict(set)
    for twin, shown in collation.identical.items():
        also[shown].add(twin)
    kept = [r for r in reports if r.id not in collation.identical]
    return kept, {r.id: frozenset({r.id, *also[r.id]}) for r in kept}


def _with(tree: Tree, also: dict[str, frozenset[str]]) -> Tree:
    reports = {
        n: frozenset().union(*(also[str(r)] for r in here)) for n, here in tree.reports.items()
    }
    return replace(tree, reports=reports)
