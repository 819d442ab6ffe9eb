"""What each version of a dispatch changed against the base, as features that can be shared.

A feature is a change with its carriers. Of every other version it is known that it lacks the
change, or it cannot be told: the sentence that would show it was cut, or something else stands
there. Changes that came together (the words of one edit, the names of one house style, a run of
dropped sentences) are one feature, so that one act of editing does not count as many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from dateline.collate.lexicon import FUNCTION
from dateline.lineage.additions import Additions
from dateline.lineage.costs import COSTS, MOST, Cost, together
from dateline.lineage.readings import Key, Known, Place, Readings, Trait, read
from dateline.model import Comparison

_HOUSE = frozenset({"name", "spelling"})
_WORDS = frozenset({"cut", "put in", "reworded", "figure"})
_KIND = {
    "lost": "lost",
    "cut inside": "lost",
    "cut at the end": "lost",
    "slug cut": "lost",
    "added": "added",
    "caption": "added",
    "moved": "moved",
    "name": "renamed",
    "spelling": "renamed",
    "damaged": "damaged",
    "whole": "damaged",
}
_FUNCTION_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Feature:
    """A change against the base: carriers have it, of ``unsure`` versions it cannot be told.

    ``kind`` is one of ``Innovation``'s.
    """

    kind: str
    says: str
    cost: Cost
    carriers: frozenset[str]
    unsure: frozenset[str] = frozenset()


def features(comparisons: Sequence[Comparison]) -> list[Feature]:
    """The features of the versions that ``comparisons`` hold against one base, dearest first.

    They do not depend on the order of the comparisons.
    """
    readings = _read(comparisons)
    carriers = _carriers(readings)
    unsure = _Unsure(readings)
    bundles: dict[Hashable, list[Trait]] = defaultdict(list)
    for trait in sorted(_traits(readings), key=lambda t: repr(t.key)):
        bundles[_bundle(trait), carriers[trait.key]].append(trait)
    found = [_feature(b, carriers[b[0].key], unsure) for b in bundles.values()]
    return sorted(found, key=lambda f: (-f.cost.gain, f.kind, f.says, sorted(f.carriers)))


def _read(comparisons: Iterable[Comparison]) -> list[Readings]:
    ordered = sorted(comparisons, key=lambda c: c.b.id)
    known = Known(ordered)
    additions = Additions(known)
    out = []
    for c in ordered:
        readings = read(c, known)
        additions.read(c, readings)
        out.append(readings)
    every = {("added", a.n) for a in additions.known}
    for readings in out:
        readings.lacks |= every - readings.traits.keys()
    return out


def _carriers(readings: Iterable[Readings]) -> dict[Key, frozenset[str]]:
    found: dict[Key, set[str]] = defaultdict(set)
    for r in readings:
        for key in r.traits:
            found[key].add(r.version)
    return {key: frozenset(versions) for key, versions in found.items()}


def _traits(readings: Iterable[Readings]) -> Iterable[Trait]:
    """Each trait once, as the first version has it."""
    found: dict[Key, Trait] = {}
    for r in readings:
        for key, trait in r.traits.items():
            found.setdefault(key, trait)
    return found.values()


def _bundle(trait: Trait) -> Hashable:
    if trait.sort in _HOUSE:
        return "house"
    return ("words", trait.place) if trait.sort in _WORDS else trait.sort


class _Unsure:
    """Of which versions it cannot be told whether they have a trait."""

    def __init__(self, readings: Sequence[Readings]) -> None:
        self._lacking: dict[Place, set[str]] = defaultdict(set)
        self._edited: dict[tuple[Place, int], set[str]] = defaultdict(set)
        self._cut_at: dict[int, set[str]] = defaultdict(set)
        self._named: dict[Key, set[Place]] = defaultdict(set)
        self._renamed: dict[tuple[Hashable, ...], set[str]] = defaultdict(set)
        for r in readings:
            self._note(r)

    def _note(self, r: Readings) -> None:
        for place in r.lacks:
            self._lacking[place].add(r.version)
        for place, words in r.edited.items():
            for word in words:
                self._edited[place, word].add(r.version)
        for trait in r.traits.values():
            if trait.sort == "cut at the end":
                self._cut_at[int(str(trait.key[1]))].add(r.version)
            if trait.sort in _HOUSE:
                self._named[trait.key] |= r.uses[trait.key]
                self._renamed[trait.key[:2]].add(r.version)

    def of(self, trait: Trait) -> set[str]:
        """The versions that may or may not have had the trait before they lost its place."""
        if trait.sort in {"cut inside", "cut at the end"}:
            n = int(str(trait.key[1]))
            return {v for at, cut in self._cut_at.items() if at <= n for v in cut}
        if trait.sort in _HOUSE:
            lacking = [self._lacking[p] for p in self._named[trait.key]]
            return set.intersection(*lacking) | self._renamed[trait.key[:2]]
        out = set(self._lacking[trait.place]) if trait.place is not None else set()
        for word in trait.words:
            out |= self._edited[trait.place, word]
        return out


def _feature(traits: Sequence[Trait], carriers: frozenset[str], unsure: _Unsure) -> Feature:
    open_ = set.intersection(*(unsure.of(t) for t in traits)) - carriers
    costs = [COSTS[t.sort] for t in traits]
    more = together(sum(_size(t) for t in traits))
    first = max(traits, key=lambda t: (COSTS[t.sort].gain, len(t.says), t.says))
    return Feature(
        kind=_KIND.get(first.sort, "edited"),
        says=_says(first, traits),
        cost=Cost(
            *(min(MOST, max(getattr(c, name) for c in costs) * more) for name in Cost.__slots__)
        ),
        carriers=carriers,
        unsure=frozenset(open_),
    )


def _size(trait: Trait) -> float:
    function = trait.key[0] == "new" and trait.key[2] in FUNCTION
    return _FUNCTION_WEIGHT if function else 1.0


def _says(first: Trait, traits: Sequence[Trait]) -> str:
    """The change in words; of several the first and how many more there are."""
    more = len({t.says for t in traits}) - 1
    return f"{first.says} and {more} more" if more else first.says
