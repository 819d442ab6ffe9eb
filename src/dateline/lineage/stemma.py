"""The tree of the versions of one dispatch, texts that nobody has included.

The method is that of compatible characters (Le Quesne 1969; Meacham 1981), with direction: each
shared innovation proposes a clade, the versions that carry it. Clades are taken in the order of
their evidence as long as they are nested in or apart from those already taken. What is left over
against a taken clade is chance, or, where it is heavy, a second parent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.lineage.innovations import Feature, features
from dateline.model import Collation, Edge, Innovation, Node, Stemma

_ENOUGH = 0.5  # joint weight of shared innovations that proves a common ancestor
_OWN = 0.25  # less than this of its own, and a version stands for the ancestor itself
_CUT_AGAIN = 0.1
_SECOND = 2.0  # joint weight against the tree that shows a second parent
_LEAF = 0.5  # a version that shares nothing further hangs where the tree leaves it

Members = frozenset[str]


def stemma(collation: Collation, origin: str | None = None) -> Stemma:
    """The lineage of a dispatch from the comparisons with its base.

    Unseen nodes are named ``unseen 1``, ``unseen 2`` … in tree order; the root is the base unless
    the base has changes that no other version shares.
    """
    found = features(collation.base, collation.comparisons)
    versions = frozenset({collation.base, *(c.b.id for c in collation.comparisons)})
    tree = build(collation.base, versions, found)
    also: dict[str, list[str]] = defaultdict(list)
    for twin, shown in collation.identical.items():
        also[shown].append(twin)
    nodes = tuple(Node(n, n not in versions, tuple(sorted(also[n]))) for n in tree.order)
    return Stemma(collation.dispatch.id, origin, tree.order[0], nodes, tuple(tree.edges))


@dataclass
class Tree:
    """Node ids, parents before children, and the edges between them."""

    order: list[str] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Clade:
    members: Members
    evidence: tuple[Feature, ...]

    @property
    def weight(self) -> float:
        return sum(f.weight for f in self.evidence)


def build(base: str, versions: Members, found: Sequence[Feature]) -> Tree:
    """The tree over ``versions`` that the features speak for."""
    clades, against = _compatible(_proposed(found, versions), versions)
    own = _private(found, clades)
    root = _Clade(versions, ())
    tree = Tree()
    _grow(tree, root, clades, own, base, parent=None)
    tree.edges += _second_parents(tree, clades, against)
    return tree


def _proposed(found: Iterable[Feature], versions: Members) -> list[tuple[_Clade, Members]]:
    """Clades with their joint evidence, heaviest first, and the versions that may belong too."""
    by_members: dict[Members, list[Feature]] = defaultdict(list)
    for f in found:
        if 1 < len(f.carriers) < len(versions):
            by_members[f.carriers].append(f)
    out = []
    for members, evidence in by_members.items():
        unsure = frozenset.intersection(*(f.unsure for f in evidence))
        out.append((_Clade(members, tuple(evidence)), unsure))
    return sorted(out, key=lambda p: (-p[0].weight, sorted(p[0].members)))


def _compatible(
    proposed: Sequence[tuple[_Clade, Members]], versions: Members
) -> tuple[list[_Clade], list[_Clade]]:
    """Clades that can stand in one tree, and those that they speak against."""
    taken: list[_Clade] = []
    against: list[_Clade] = []
    for clade, unsure in proposed:
        members = _fitted(clade.members, unsure, taken)
        if members is None:
            against.append(clade)
        elif members != versions and (same := _same(taken, members)) is not None:
            taken[same] = _Clade(members, (*taken[same].evidence, *clade.evidence))
        elif members != versions:
            taken.append(_Clade(members, clade.evidence))
    return [c for c in taken if c.weight >= _ENOUGH], against


def _same(taken: Sequence[_Clade], members: Members) -> int | None:
    return next((n for n, c in enumerate(taken) if c.members == members), None)


def _fitted(members: Members, unsure: Members, taken: Sequence[_Clade]) -> Members | None:
    """The members, with unsure ones that a taken clade brings along; ``None`` if it cannot fit."""
    for clade in taken:
        inside = clade.members & members
        if inside and not members <= clade.members and clade.members <= members | unsure:
            members |= clade.members
    for clade in taken:
        inside = clade.members & members
        if inside and not members <= clade.members and not clade.members <= members:
            return None
    return members


def _private(found: Iterable[Feature], clades: Sequence[_Clade]) -> dict[str, float]:
    """How much each version changed that no clade explains: what no copy of it could undo.

    A change is explained too if every other member of a clade lacks the place that would show it.
    An added sentence counts little, since whoever copies may cut it again.
    """
    explained = {id(f) for c in clades for f in c.evidence}
    out: dict[str, float] = defaultdict(float)
    for f in found:
        if id(f) in explained or len(f.carriers) > 1:
            continue
        (version,) = f.carriers
        if not any(version in c.members <= f.carriers | f.unsure for c in clades):
            out[version] += f.weight * (_CUT_AGAIN if f.kind == "added" else 1)
    return out


def _grow(
    tree: Tree,
    clade: _Clade,
    clades: Sequence[_Clade],
    own: dict[str, float],
    base: str,
    parent: str | None,
) -> None:
    """Add a clade's ancestor below ``parent``, then what descends from it."""
    inner = _maximal(clade, clades)
    loose = sorted(clade.members - frozenset().union(*(c.members for c in inner)))
    here = _ancestor(loose, own, base, parent is None)
    name = here or f"unseen {1 + sum(n.startswith('unseen ') for n in tree.order)}"
    tree.order.append(name)
    if parent is not None:
        tree.edges.append(_edge(parent, name, clade.evidence))
    for child in inner:
        _grow(tree, child, clades, own, base, name)
    for version in loose:
        if version != here:
            tree.order.append(version)
            tree.edges.append(Edge(name, version, _LEAF))


def _maximal(clade: _Clade, clades: Sequence[_Clade]) -> list[_Clade]:
    """The largest clades inside a clade, heaviest first."""
    inside = [c for c in clades if c.members < clade.members]
    return [c for c in inside if not any(c.members < d.members for d in inside)]


def _ancestor(loose: Sequence[str], own: dict[str, float], base: str, is_root: bool) -> str | None:
    """The version that is the clade's common ancestor itself, if one has (next to) nothing own."""
    if is_root and base in loose and own[base] < _ENOUGH:
        return base
    near = [v for v in loose if own[v] < _OWN]
    return min(near, key=lambda v: (own[v], v)) if near else None


def _edge(parent: str, child: str, evidence: Sequence[Feature]) -> Edge:
    doubt = 1.0
    for f in evidence:
        doubt *= 1 - min(f.weight, 0.95) / 2
    return Edge(parent, child, round(1 - doubt, 2), tuple(_innovation(f) for f in evidence))


def _innovation(f: Feature) -> Innovation:
    return Innovation(f.kind, f.says, f.weight, tuple(sorted(f.carriers)))


def _second_parents(tree: Tree, clades: Sequence[_Clade], against: Sequence[_Clade]) -> list[Edge]:
    """Versions with much in common with a branch that they do not stand in."""
    out = []
    for clade in against:
        if clade.weight < _SECOND:
            continue
        for branch in clades:
            strays = clade.members - branch.members
            if len(strays) == 1 and len(clade.members & branch.members) >= 1:
                stray = next(iter(strays))
                source = sorted(clade.members & branch.members)[0]
                edge = _edge(source, stray, clade.evidence)
                out.append(Edge(source, stray, edge.confidence, edge.evidence, second=True))
                break
    return out
