"""How near a found lineage is to the true one."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np

from bench.lineage.tree import Tree


@dataclass(frozen=True, slots=True)
class Counts:
    """What was right, what was said, what there was to find."""

    right: int = 0
    said: int = 0
    true: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.said + other.said, self.true + other.true)

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1 where nothing was said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Share of what there was that was found; 1 where there was nothing."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.said + self.true) if self.said + self.true else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """All scores of one lineage; ``signs`` is the average sign similarity."""

    signs: float
    edges: Counts
    clades: Counts
    unseen: Counts
    second: Counts


def score(found: Tree, true: Tree) -> Score:
    """Compare two lineages of the same reports."""
    return Score(
        sign_similarity(found, true),
        _counts(ancestors(found), ancestors(true)),
        _counts(_clades(found), _clades(true)),
        _counts(_unseen(found), _unseen(true)),
        _counts(_contaminated(found), _contaminated(true)),
    )


def _counts(said: set[object], true: set[object]) -> Counts:
    return Counts(len(said & true), len(said), len(true))


def ancestors(tree: Tree) -> set[object]:
    """(nearest seen ancestor, report) for every report that has one."""
    out: set[object] = set()
    for node, reports in tree.reports.items():
        above = tree.parent[node]
        while above is not None and not tree.reports[above]:
            above = tree.parent[above]
        if above is not None:
            out |= {(tree.reports[above], r) for r in reports}
    return out


def _clades(tree: Tree) -> set[object]:
    everything = frozenset().union(*tree.reports.values())
    return {c for c in tree.clades().values() if 1 < len(c) < len(everything)}


def _unseen(tree: Tree) -> set[object]:
    clades = tree.clades()
    return {clades[n] for n, reports in tree.reports.items() if not reports}


def _contaminated(tree: Tree) -> set[object]:
    """The reports that have a second parent (an unseen one counts by what is below it)."""
    clades = tree.clades()
    return {tree.reports[n] or clades[n] for _, n in tree.seconds}


def sign_similarity(found: Tree, true: Tree) -> float:
    """The average sign similarity of Roos and Heikkilä (2009), 0 to 1.

    Over all triples of reports A, B, C it asks whether both lineages agree on which of B and C is
    nearer to A, in edges, unseen texts counted. A tie against a difference is half right. (Lit.
    Linguist. Comput. 24(4), "Evaluating methods for computer-assisted stemmatology using
    artificial benchmark data sets".)
    """
    names = sorted(frozenset().union(*true.reports.values()))
    if len(names) < 3:
        return 1.0
    x, y = distances(found, names), distances(true, names)
    total = 0.0
    for a in range(len(names)):
        others = [n for n in range(len(names)) if n != a]
        p, q = x[a, others], y[a, others]
        signs = np.sign(p[:, None] - p) - np.sign(q[:, None] - q)
        pairs = np.triu_indices(len(others), 1)
        total += float((1 - np.abs(signs[pairs]) / 2).mean())
    return total / len(names)


def distances(tree: Tree, names: list[str]) -> np.ndarray:
    """Edges on the shortest path between reports, second parents' edges included."""
    near: dict[Hashable, list[Hashable]] = {n: [] for n in tree.parent}
    for node, above in [*((n, p) for n, p in tree.parent.items() if p is not None),
                        *((b, a) for a, b in tree.seconds)]:  # fmt: skip
        near[node].append(above)
        near[above].append(node)
    home = {r: n for n, reports in tree.reports.items() for r in reports}
    rows = [_steps(near, home[name]) for name in names]
    return np.array([[row[home[name]] for name in names] for row in rows])


def _steps(near: dict[Hashable, list[Hashable]], start: Hashable) -> dict[Hashable, int]:
    steps = {start: 0}
    todo = deque([start])
    while todo:
        node = todo.popleft()
        for other in near[node]:
            if other not in steps:
                steps[other] = steps[node] + 1
                todo.append(other)
    return steps
