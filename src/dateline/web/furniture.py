"""What surrounds the body, set apart: one row for each role, the base first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from dateline.model import Comparison, Role, Sentence

__all__ = ["FurnitureRow", "furniture"]


@dataclass(frozen=True, slots=True)
class FurnitureRow:
    """The pieces of one role: of the base, and of each version in the order of the columns."""

    role: Role
    base: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


def furniture(comparisons: Sequence[Comparison]) -> tuple[FurnitureRow, ...]:
    """A row for each role that any version has; titles kept beside the text are headlines too."""
    if not comparisons:
        return ()
    base = comparisons[0]
    rows = []
    for role in (r for r in get_args(Role) if r != "body"):
        mine = _pieces(base.sentences_a, role, base.a.title)
        cells = tuple(_pieces(c.sentences_b, role, c.b.title) for c in comparisons)
        if mine or any(cells):
            rows.append(FurnitureRow(role, mine, cells))
    return tuple(rows)


def _pieces(sentences: Sequence[Sentence], role: Role, title: str) -> tuple[str, ...]:
    found = [s.text for s in sentences if s.role == role]
    if role == "headline" and title and title not in found:
        found.insert(0, title)
    return tuple(found)
