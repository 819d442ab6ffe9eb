"""How much the versions of a dispatch changed, counted for its card."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline.store import Archive
from dateline.store.cards import Card
from dateline.web.pages.versions import choose, collation_of

__all__ = ["EDITS", "Edited", "edited"]

EDITS = (
    "renamed",
    "dropped",
    "added",
    "reworded",
    "shortened",
    "extended",
    "facts changed",
    "moved",
)
_QUIET = frozenset({"same", "mechanical", "spelling"})


@dataclass(frozen=True, slots=True)
class Edited:
    """Changed sentences over the first few versions of a dispatch, and how many of each kind."""

    sentences: int
    kinds: dict[str, int]


def edited(archive: Archive, card: Card) -> Edited:
    """Collate a dispatch as its page would first show it, and count."""
    core = archive.number(card.core)
    found = collation_of(archive, card.id, core, choose(archive, core, "", [], 1))
    rows = [row for c in found.comparisons for row in c.rows]
    kinds = Counter[str](kind for row in rows for kind in row.kinds if kind not in _QUIET)
    kinds["facts changed"] = sum(bool(row.facts_changed) for row in rows)
    kinds["moved"] = sum(row.moved for row in rows)
    changed = sum(row.moved or not set(row.kinds) <= _QUIET for row in rows)
    return Edited(changed, {kind: n for kind, n in kinds.most_common() if n})
