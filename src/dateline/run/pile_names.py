"""The names that a pile shows, recognised in all of its comparisons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dateline.collate import PileNames, collate, learn_pile
from dateline.model import Anatomy, Collation, Comparison
from dateline.run.judged import judged
from dateline.run.version_rows import VersionRow

__all__ = ["anew", "as_found", "rows_with_names", "with_pile_names"]


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
    known = learn_pile(lambda: ((c.dispatch.id, x) for c in collations for x in c.comparisons))
    if not known.pairs:
        return list(collations)
    return [
        replace(c, comparisons=tuple(anew(x, known, decided) for x in c.comparisons))
        for c in collations
    ]


def rows_with_names(rows: Iterable[VersionRow], known: PileNames) -> list[VersionRow]:
    """The rows of collations, each comparison made again in which a known name may stand."""
    return [
        replace(row, comparison=anew(row.comparison, known)) if row.comparison else row
        for row in rows
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
