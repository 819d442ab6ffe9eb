"""The tree of the versions of one dispatch, texts that nobody has included.

The steps are in files of their own: what each version changed (``innovations``), the cheapest tree
that explains it (``growth``), which text was the first (``rooting``), which versions were made from
two texts (``second_parents``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp

from dateline.lineage.characters import Characters, Ints, characters
from dateline.lineage.credits import credits_of
from dateline.lineage.growth import Growth
from dateline.lineage.innovations import Feature, Features, features
from dateline.lineage.rooting import first_text
from dateline.lineage.second_parents import Second, second_parents
from dateline.model import Collation, Comparison, Edge, Innovation, Node, Stemma

_STAYS = (
    0.5  # cost of believing that the base, which seemed nearest to the origin, is not the first
)
_SHOWN = 6  # innovations given as the ground of an edge, the dearest
# Confidence by how much the next best place of a text costs more, as simulated traditions have it
# (see the docs): a text that has a file is placed rightly more often than one that is inferred.
_SEEN = (0.5, 0.4)
_UNSEEN = (0.3, 0.3)
_STEEP = 0.5


def stemma(collation: Collation, origin: str | None = None) -> Stemma:
    """The lineage of a dispatch from the comparisons with its base.

    It is the same for any order of the comparisons. Unseen texts are named ``unseen 1``,
    ``unseen 2`` … in tree order. An edge's evidence are innovations that the child shares with its
    parent against all that is above, or with those that descend from it; the weight of a shared
    innovation is at most 1. Where no version is an agency's own file and their words point to a
    source that nobody has, the first text is an unseen one.
    """
    if not collation.comparisons:
        alone = Node(collation.base, also=tuple(sorted(collation.identical)))
        return Stemma(collation.dispatch.id, origin, collation.base, (alone,), ())
    family = features(collation.comparisons)
    grown = _rooted(characters(collation.base, family), collation.comparisons)
    seconds = second_parents(grown)
    for s in seconds:
        grown.move(s.node, s.first)
    names = _names(grown)
    also: dict[str, list[str]] = defaultdict(list)
    for twin, shown in collation.identical.items():
        also[shown].append(twin)
    nodes = tuple(
        Node(name, n >= grown.tree.top, tuple(sorted(also[name]))) for n, name in names.items()
    )
    edges = (*_edges(grown, family, names, collation), *_seconds(grown, family, names, seconds))
    return Stemma(collation.dispatch.id, origin, nodes[0].id, nodes, edges)


# --- the first text ---------------------------------------------------------------------------


def _rooted(table: Characters, comparisons: Sequence[Comparison]) -> Growth:
    """The tree, hung up at its first text: the base, if that is an agency's own file."""
    grown = Growth(table).grow()
    if _own(comparisons[0]):
        return grown
    first = first_text(grown, _STAYS, _favour(grown, comparisons))
    if first != grown.tree.root:
        grown = Growth(table.seen_from(grown.states.state[first])).grow()
    if grown.tree.root < grown.tree.top and _unseen_source(comparisons):
        kept = {c.b.id for c in comparisons if c.lineage.verdict == "b<-a"}
        grown.uncover(frozenset(n for n, v in enumerate(table.versions) if v in kept))
    return grown


def _own(c: Comparison) -> bool:
    """Whether the base is an agency's own file."""
    return any(credit.how == "own" for credit in credits_of(c.a, c.sentences_a))


def _favour(grown: Growth, comparisons: Iterable[Comparison]) -> dict[int, float]:
    """What the words of single versions say for them as the source of the base."""
    row = {v: n for n, v in enumerate(grown.table.versions)}
    found = (c for c in comparisons if c.lineage.verdict == "a<-b")
    return {row[c.b.id]: c.lineage.confidence for c in found}


def _unseen_source(comparisons: Sequence[Comparison]) -> bool:
    """Whether most verdicts on single pairs name a source that nobody has."""
    common = sum(c.lineage.verdict == "common unseen source" for c in comparisons)
    return 2 * common > len(comparisons)


# --- nodes and edges --------------------------------------------------------------------------


def _names(grown: Growth) -> dict[int, str]:
    """The names of all nodes, parents first."""
    versions, out = grown.table.versions, dict[int, str]()
    unseen = 0
    for n in grown.tree.order():
        unseen += n >= grown.tree.top
        out[n] = versions[n] if n < grown.tree.top else f"unseen {unseen}"
    return out


def _edges(
    grown: Growth, family: Features, names: dict[int, str], collation: Collation
) -> Iterable[Edge]:
    margins = grown.margins()
    tree, pair = grown.tree, len(collation.comparisons) == 1
    for n in tree.order()[1:]:
        low, more = _SEEN if n < tree.top else _UNSEEN
        confidence = low + more * (1 - exp(-margins[n] / _STEEP))
        if pair:
            confidence = max(low / 2, collation.comparisons[0].lineage.confidence)
        ground = _ground(grown, family, n)
        yield Edge(names[tree.parent[n]], names[n], round(confidence, 2), ground)


def _ground(grown: Growth, family: Features, n: int) -> tuple[Innovation, ...]:
    """What a text shares with its parent alone, or with its descendants, the dearest first."""
    tree, states = grown.tree, grown.states
    p = tree.parent[n]
    shared = [k for k in states.gained.get(p, ()) if k < grown.table.shared and states.state[n, k]]
    if tree.children[n]:
        shared += [k for k in states.gained[n].tolist() if k < grown.table.shared]
    return _innovations(grown, family, shared)


def _innovations(
    grown: Growth, family: Features, which: Sequence[int] | Ints
) -> tuple[Innovation, ...]:
    found = {f for k in which for f in grown.table.features[k] if f.cost.gain > 0}
    dearest = {f.says: f for f in sorted(found, key=lambda f: (f.cost.gain, f.kind, f.carriers))}
    ranked = sorted(dearest.values(), key=lambda f: (-f.cost.gain, f.kind, f.says))
    return tuple(_innovation(f, family) for f in ranked[:_SHOWN])


def _innovation(f: Feature, family: Features) -> Innovation:
    weight = round(min(1.0, f.cost.gain), 2)
    return Innovation(f.kind, f.says, weight, tuple(sorted(family.carriers(f))))


def _seconds(
    grown: Growth, family: Features, names: dict[int, str], seconds: Sequence[Second]
) -> Iterable[Edge]:
    for s in seconds:
        confidence = round(0.9 * (1 - exp(-s.worth / 3)), 2)
        ground = _innovations(grown, family, s.shared)
        yield Edge(names[s.source], names[s.node], confidence, ground, second=True)
