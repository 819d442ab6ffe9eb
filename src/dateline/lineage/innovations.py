"""What each version of a dispatch changed against the base, as features that can be shared.

A feature is a change with its carriers. Of every other version it is known that it lacks the
change, or it cannot be told: the sentence that would show it was cut, or something else stands
there. Changes that came together (the words of one edit, the names of one house style, a run of
dropped sentences) are one feature, so that one act of editing does not count as many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.collate.lexicon import DAYS, FUNCTION, MONTHS
from dateline.lineage.additions import Additions
from dateline.lineage.costs import Cost, cost
from dateline.lineage.readings import read
from dateline.lineage.traits import HOUSE, WORDS, Key, Readings, Trait
from dateline.lineage.unsure import Bits, Unsure
from dateline.lineage.wordings import Known, Text
from dateline.model import Comparison

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
    "damaged": "lost",
}
_SLIGHT = FUNCTION.union(DAYS, MONTHS)
_SLIGHT_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Feature:
    """A change against the base. ``carriers`` have it, of ``unsure`` versions it cannot be told.

    Both are bits: bit n stands for the n-th of the family's versions. ``kind`` is one of
    ``Innovation``'s. ``at`` are the sentences of the base that the change is in, by number; for an
    added sentence half a number more than the one before it.
    """

    kind: str
    says: str
    cost: Cost
    carriers: Bits
    unsure: Bits
    at: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Features:
    """The features of the versions of a dispatch other than its base, the dearest first."""

    versions: tuple[str, ...]
    found: tuple[Feature, ...]

    def carriers(self, feature: Feature) -> frozenset[str]:
        """The ids of the versions that have a feature."""
        return frozenset(v for n, v in enumerate(self.versions) if feature.carriers >> n & 1)


def features(comparisons: Sequence[Comparison]) -> Features:
    """The features of the versions that ``comparisons`` hold against one base.

    They do not depend on the order of the comparisons.
    """
    readings = _read(comparisons)
    carriers, traits = _carriers(readings)
    bundles: dict[Hashable, list[Trait]] = defaultdict(list)
    for key in sorted(traits, key=repr):
        bundles[_bundle(traits[key]), carriers[key]].append(traits[key])
    unsure = Unsure(readings)
    after = {k: t.words[0] + 0.5 for k, t in traits.items() if t.sort == "added"}
    found = (_feature(b, carriers[b[0].key], unsure, after) for b in bundles.values())
    ranked = sorted(found, key=lambda f: (-f.cost.gain, f.kind, f.says, f.carriers))
    return Features(tuple(r.version for r in readings), tuple(ranked))


def _read(comparisons: Iterable[Comparison]) -> list[Readings]:
    ordered = sorted(comparisons, key=lambda c: c.b.id)
    if not ordered:
        return []
    base = Text(ordered[0].a.text, ordered[0].sentences_a)
    known = Known(ordered)
    additions = Additions(known)
    out = []
    for c in ordered:
        text = Text(c.b.text, c.sentences_b)
        out.append(read(c, base, text, known))
        additions.read(c, base, text, out[-1])
    additions.note()
    every = set(additions.places())
    for readings in out:
        readings.lacks |= every - readings.traits.keys()
    _part(out)
    return out


def _part(readings: Sequence[Readings]) -> None:
    """The same new word at two places of a sentence is two traits: tell them by the places.

    One place is what overlaps or touches, because neighbouring edits shift an edit's edges.
    """
    where: dict[Key, list[tuple[int, int, int]]] = defaultdict(list)
    for n, r in enumerate(readings):
        for key, trait in r.traits.items():
            if key[0] == "new":
                words = [w if w >= 0 else -1 - w for w in trait.words]
                where[key].append((min(words), max(words), n))
    for key, found in where.items():
        part, reach = 0, min(found)[1]
        for first, last, n in sorted(found):
            part += first > reach + 1
            reach = max(reach, last)
            if part:
                trait = readings[n].traits.pop(key)
                readings[n].note(replace(trait, key=(*key, part)))


def _carriers(readings: Sequence[Readings]) -> tuple[dict[Key, Bits], dict[Key, Trait]]:
    """Who has each trait, and the trait as the first version has it."""
    carriers: dict[Key, Bits] = defaultdict(int)
    traits: dict[Key, Trait] = {}
    for n, r in enumerate(readings):
        for key, trait in r.traits.items():
            carriers[key] |= 1 << n
            traits.setdefault(key, trait)
    return carriers, traits


def _bundle(trait: Trait) -> Hashable:
    if trait.sort in HOUSE:
        return "house"
    return ("words", trait.place) if trait.sort in WORDS else trait.sort


def _at(trait: Trait, after: Mapping[Key, float]) -> float | None:
    """Where in the base a trait stands, if it stands in one place."""
    if trait.sort in HOUSE:
        return None
    at = trait.place if trait.place is not None else trait.key[1]
    for added in (trait.key, at):
        if isinstance(added, tuple) and added in after:
            return after[added]
    return float(at) if isinstance(at, int) else None


def _feature(
    traits: Sequence[Trait], carriers: Bits, unsure: Unsure, after: Mapping[Key, float]
) -> Feature:
    silent = -1
    for trait in traits:
        silent &= unsure.of(trait)
    first = max(traits, key=lambda t: (cost(t.sort).gain, len(t.says), t.says))
    size = sum(_SLIGHT_WEIGHT if t.word in _SLIGHT else 1.0 for t in traits)
    more = len({t.says for t in traits}) - 1
    return Feature(
        kind=_KIND.get(first.sort, "edited"),
        says=f"{first.says} and {more} more" if more else first.says,
        cost=cost(first.sort, size),
        carriers=carriers,
        unsure=silent & ~carriers,
        at=tuple(sorted({p for t in traits if (p := _at(t, after)) is not None})),
    )
