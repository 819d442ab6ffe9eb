"""Which version of a dispatch the others are best read against."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.lineage.credits import credits_of, update_line
from dateline.model import Anatomy
from dateline.text.days import comparable

_RANK = {"own": 0, "credited": 1, "named": 2}


def base(versions: Iterable[Anatomy]) -> Anatomy:
    """The version nearest to the origin as far as its own words tell.

    An agency's own text goes before a credited one, a first take before an update, an earlier date
    before a later one, a longer body before a shorter one; ties are broken by id, so that the order
    of input does not matter.
    """
    return min(versions, key=_order)


def _order(version: Anatomy) -> tuple[int, bool, str, int, str]:
    found = credits_of(version.report, version.sentences)
    rank = min((_RANK[c.how] for c in found), default=len(_RANK))
    words = sum(len(s.text) for s in version.body)
    later = update_line(version.sentences) is not None
    return rank, later, _when(version.report.date) if rank == 0 else "", -words, version.report.id


def _when(date: str) -> str:
    """A date that sorts by day, then by time; on one day those without a time come last."""
    moment = comparable(date)
    return moment if "T" in moment else f"{moment}~"
