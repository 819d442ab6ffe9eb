"""Which column of a table holds what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

USUAL_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "date": ("date", "published", "published_at"),
    "outlet": ("outlet", "source", "publisher", "domain"),
    "url": ("url", "link"),
    "id": ("id",),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a table's columns; ``None`` means: find it by its usual names.

    A name that is given is matched as it stands, or else without regard to case. The usual names
    (:data:`USUAL_NAMES`, the earlier ones first) are matched without regard to case, hyphens,
    underscores and spaces, so that ``published_at`` also finds ``publishedAt``.
    """

    text: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    id: str | None = None

    def find(self, names: Iterable[str]) -> Layout:
        """Match these columns with the ``names`` that a table has."""
        have = list(names)
        return Layout(**{f.name: _pick(f.name, getattr(self, f.name), have) for f in fields(self)})

    def lacking(self, layout: Layout) -> list[str]:
        """The columns asked for by name that ``layout`` does not have, the text column apart."""
        asked = ((f.name, getattr(self, f.name)) for f in fields(self) if f.name != "text")
        return [name for role, name in asked if name and getattr(layout, role) is None]


USUAL = Columns()


@dataclass(frozen=True, slots=True)
class Layout:
    """The names that a table really has for its columns; ``None`` where it has none."""

    text: str | None
    title: str | None
    date: str | None
    outlet: str | None
    url: str | None
    id: str | None

    def names(self) -> list[str]:
        """The columns that are there."""
        found = (getattr(self, f.name) for f in fields(self))
        return [name for name in found if name is not None]


def _pick(role: str, asked: str | None, have: list[str]) -> str | None:
    if asked is not None:
        same_but_case = (name for name in have if name.casefold() == asked.casefold())
        return asked if asked in have else next(same_but_case, None)
    folded = {_fold(name): name for name in reversed(have)}
    return next((folded[_fold(u)] for u in USUAL_NAMES[role] if _fold(u) in folded), None)


def _fold(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "").replace(" ", "")
