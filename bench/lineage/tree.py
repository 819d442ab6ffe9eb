"""A lineage as the scores see it: nodes with the reports that have their text."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from bench.lineage.tradition import Tradition
from dateline.model import Stemma


@dataclass(frozen=True)
class Tree:
    """``parent`` of each node (``None`` for the root), the reports at each node (none at an unseen
    one), and second parents as (source, node).
    """

    parent: Mapping[Hashable, Hashable | None]
    reports: Mapping[Hashable, frozenset[str]]
    seconds: frozenset[tuple[Hashable, Hashable]] = field(default_factory=frozenset)

    @property
    def children(self) -> dict[Hashable, list[Hashable]]:
        """The children of each node."""
        out: dict[Hashable, list[Hashable]] = defaultdict(list)
        for node, above in self.parent.items():
            if above is not None:
                out[above].append(node)
        return out

    @property
    def order(self) -> list[Hashable]:
        """All nodes, parents first."""
        children = self.children
        todo = deque(n for n, above in self.parent.items() if above is None)
        out = []
        while todo:
            out.append(todo.popleft())
            todo.extend(children[out[-1]])
        return out

    def clades(self) -> dict[Hashable, frozenset[str]]:
        """For each node the reports at it and below it."""
        out = dict(self.reports)
        for node in reversed(self.order):
            above = self.parent[node]
            if above is not None:
                out[above] |= out[node]
        return out


def of_stemma(stemma: Stemma) -> Tree:
    """The tree that the method found."""
    parent: dict[Hashable, Hashable | None] = {n.id: None for n in stemma.nodes}
    parent |= {e.child: e.parent for e in stemma.edges if not e.second}
    reports: dict[Hashable, frozenset[str]] = {
        n.id: frozenset(() if n.unseen else (n.id, *n.also)) for n in stemma.nodes
    }
    seconds = frozenset((e.parent, e.child) for e in stemma.edges if e.second)
    return Tree(parent, reports, seconds)


def of_tradition(told: Tradition) -> Tree:
    """The true tree as far as texts can show it.

    A lost text is left out if it has fewer than two branches below it, and copies without a change
    are one node with what they were copied from: no text can tell them apart.
    """
    parent: dict[Hashable, Hashable | None] = {n: c.parent for n, c in enumerate(told.copies)}
    reports = {n: frozenset([told.seen[n]] if n in told.seen else []) for n in parent}
    seconds = {(c.second, n) for n, c in enumerate(told.copies) if c.second is not None}
    text: dict[Hashable, str] = {n: c.draft.text for n, c in enumerate(told.copies)}
    into = _unchanged(parent, text)
    parent, reports = _merged(parent, reports, into)
    parent = _pruned(parent, reports)
    final = {(_find(into, a), _find(into, b)) for a, b in seconds}
    kept = {(a, b) for a, b in final if a in parent and b in parent}
    return Tree(parent, {n: reports[n] for n in parent}, frozenset(kept))


def _unchanged(
    parent: Mapping[Hashable, Hashable | None], text: Mapping[Hashable, str]
) -> dict[Hashable, Hashable]:
    return {n: p for n, p in parent.items() if p is not None and text[n] == text[p]}


def _find(into: Mapping[Hashable, Hashable], node: Hashable) -> Hashable:
    while node in into:
        node = into[node]
    return node


def _merged(
    parent: Mapping[Hashable, Hashable | None],
    reports: Mapping[Hashable, frozenset[str]],
    into: Mapping[Hashable, Hashable],
) -> tuple[dict[Hashable, Hashable | None], dict[Hashable, frozenset[str]]]:
    at: dict[Hashable, frozenset[str]] = defaultdict(frozenset)
    for node, here in reports.items():
        at[_find(into, node)] |= here
    kept = {n: (None if p is None else _find(into, p)) for n, p in parent.items() if n not in into}
    return kept, dict(at)


def _pruned(
    parent: dict[Hashable, Hashable | None], reports: Mapping[Hashable, frozenset[str]]
) -> dict[Hashable, Hashable | None]:
    """Without unseen leaves, unseen links of a chain, and an unseen root with one branch."""
    while True:
        children = Tree(parent, reports).children
        gone = next((n for n in parent if not reports[n] and len(children[n]) < 2), None)
        if gone is None:
            return parent
        above = parent.pop(gone)
        for child in children[gone]:
            parent[child] = above
