"""What a lineage looks like without directed signs: trees over word-level distances."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from math import inf

import networkx as nx
import numpy as np
from rapidfuzz.distance import Indel

from bench.lineage.tree import Tree
from dateline.model import Report
from dateline.text import tokenize

CUT = 0.5  # cost of a word cut, beside 1 for a word added: the best of .1, .25, .5, 1


def word_distances(reports: Sequence[Report]) -> np.ndarray:
    """Words to add and to cut (Indel) between the bodies of any two texts."""
    words = [tokenize(r.text).keys for r in reports]
    return np.array([[Indel.distance(x, y) for y in words] for x in words], dtype=float)


def neighbour_joining(reports: Sequence[Report], root: str, short: float = -inf) -> Tree:
    """The tree of Saitou and Nei (1987), rooted at a version.

    Edges of at most ``short`` words are drawn together, which makes versions inner nodes.
    """
    names: list[Hashable] = [r.id for r in reports]
    edges = _join(names, word_distances(reports))
    return _rooted(names, edges, root, short)


def _join(names: list[Hashable], d: np.ndarray) -> list[tuple[Hashable, Hashable, float]]:
    nodes, fresh = list(names), 0
    edges: list[tuple[Hashable, Hashable, float]] = []
    while len(nodes) > 2:
        n = len(nodes)
        sums = d.sum(axis=0)
        q = (n - 2) * d - sums[:, None] - sums
        np.fill_diagonal(q, np.inf)
        i, j = sorted(divmod(int(np.argmin(q)), n))
        to_i = d[i, j] / 2 + (sums[i] - sums[j]) / (2 * (n - 2))
        joint, fresh = ("joint", fresh), fresh + 1
        edges += [(joint, nodes[i], to_i), (joint, nodes[j], d[i, j] - to_i)]
        row = (d[i] + d[j] - d[i, j]) / 2
        keep = [k for k in range(n) if k not in (i, j)]
        d = np.block(
            [[d[np.ix_(keep, keep)], row[keep, None]], [row[None, keep], np.zeros((1, 1))]]
        )
        nodes = [nodes[k] for k in keep] + [joint]
    if len(nodes) == 2:
        edges.append((nodes[0], nodes[1], float(d[0, 1])))
    return edges


def _rooted(
    names: Sequence[Hashable],
    edges: Sequence[tuple[Hashable, Hashable, float]],
    root: str,
    short: float,
) -> Tree:
    """The unrooted tree hung up at ``root``.

    Of a joint and a version drawn together the version stays; two versions never are.
    """
    seen, into = set(names), dict[Hashable, Hashable]()
    for a, b, length in sorted(edges, key=lambda e: e[2]):
        a, b = _now(into, a), _now(into, b)
        if length <= short and not {a, b} <= seen:
            keep, drop = (a, b) if a in seen else (b, a)
            into[drop] = keep
    ends = ((_now(into, a), _now(into, b)) for a, b, _ in edges)
    graph = nx.Graph((a, b) for a, b in ends if a != b)
    graph.add_nodes_from(names)
    parent: dict[Hashable, Hashable | None] = {root: None}
    parent |= {b: a for a, b in nx.bfs_edges(graph, root)}
    return Tree(parent, {n: frozenset([str(n)] if n in seen else []) for n in parent})


def _now(into: Mapping[Hashable, Hashable], node: Hashable) -> Hashable:
    while node in into:
        node = into[node]
    return node


def spanning_arborescence(reports: Sequence[Report], root: str, cut: float = CUT) -> Tree:
    """The cheapest tree in which every version is made from another one (Edmonds 1967)."""
    words = [tokenize(r.text).keys for r in reports]
    graph = nx.DiGraph()
    graph.add_nodes_from(r.id for r in reports)
    for a, x in zip(reports, words, strict=True):
        for b, y in zip(reports, words, strict=True):
            if a is not b and b.id != root:
                graph.add_edge(a.id, b.id, weight=_cost(x, y, cut))
    tree = nx.minimum_spanning_arborescence(graph) if len(reports) > 1 else graph
    parent: dict[Hashable, Hashable | None] = {root: None}
    parent |= {b: a for a, b in tree.edges}
    return Tree(parent, {r.id: frozenset({r.id}) for r in reports})


def _cost(x: Sequence[str], y: Sequence[str], cut: float) -> float:
    """Words of ``y`` that are not in ``x`` count one each, words of ``x`` that are cut ``cut``."""
    distance = Indel.distance(x, y)
    longer = len(y) - len(x)
    added, gone = (distance + longer) / 2, (distance - longer) / 2
    return added + cut * gone
