"""A collation as rows, one for each version that is read against the base, and back.

A dispatch in thousands of versions is thousands of rows and not one of hundreds of megabytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model import Collation, Comparison, Dispatch
from dateline.text.days import comparable

__all__ = ["VersionRow", "collations_of", "rows_of"]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What became of one version of a dispatch.

    ``identical_to`` is the version that stands for it where the texts are the same, and empty where
    there is a ``comparison`` of ``base`` with it.
    """

    dispatch: str
    base: str
    version: str
    identical_to: str
    comparison: Comparison | None


def rows_of(collation: Collation) -> Iterator[VersionRow]:
    """The rows of a collation, identical versions last."""
    own = collation.dispatch.id, collation.base
    for comparison in collation.comparisons:
        yield VersionRow(*own, comparison.b.id, "", comparison)
    for version, shown in collation.identical.items():
        yield VersionRow(*own, version, shown, None)


def collations_of(
    dispatches: Iterable[Dispatch], rows: Iterable[VersionRow]
) -> Iterator[Collation]:
    """The collations that rows hold, in the order of ``dispatches``; the order of rows is free."""
    of: dict[str, list[VersionRow]] = defaultdict(list)
    for row in rows:
        of[row.dispatch].append(row)
    for dispatch in dispatches:
        if some := of.get(dispatch.id):
            compared = [row.comparison for row in some if row.comparison]
            compared.sort(key=lambda c: (comparable(c.b.date), c.b.id))
            same = {row.version: row.identical_to for row in some if row.identical_to}
            yield Collation(dispatch, some[0].base, tuple(compared), same)
