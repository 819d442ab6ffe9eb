"""The names that a pile shows, recognised in all of its comparisons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.collate import PileNames, collate, learn_pile
from dateline.model import Anatomy, Collation, Comparison
from dateline.run.judged import judged

__all__ = ["anew", "as_found", "with_pile_names"]


def as_found(comparison: Comparison) -> Comparison:
    """A comparison about which nobody decided anything."""
    return comparison


def with_pile_names(
    collations: Sequence[Collation],
    decided: Callable[[Comparison], Comparison] = as_found,
) -> list[Collation]:
    """Collate those comparisons anew in which a name may stand that other dispatches changed.

    ``decided`` puts in what people decided.
    """
    known = learn_pile((c.dispatch.id, x) for c in collations for x in c.comparisons)
    if not known.pairs:
        return list(collations)
    return [
        replace(c, comparisons=tuple(anew(x, known, decided) for x in c.comparisons))
        for c in collations
    ]


def anew(
    comparison: Comparison,
    known: PileNames,
    decided: Callable[[Comparison], Comparison] = as_found,
) -> Comparison:
    """The comparison made again if a known name may stand in it, or as it is."""
    names = known.of(comparison)
    if not names.pairs:
        return comparison
    a = Anatomy(comparison.a, comparison.sentences_a, comparison.damage_a)
    b = Anatomy(comparison.b, comparison.sentences_b, comparison.damage_b)
    return judged(decided(collate(a, b, names)))
