"""Which version of a dispatch the others are best read against."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.lineage.credits import credits_of
from dateline.model import Anatomy

_RANK = {"own": 0, "credited": 1, "named": 2}


def base(versions: Iterable[Anatomy]) -> Anatomy:
    """The version nearest to the origin as far as its own words tell.

    An agency's own text goes before a credited one, an earlier date before a later one where both
    are known, a longer body before a shorter one; ties are broken by id, so that the order of input
    does not matter.
    """
    return min(versions, key=_order)


def _order(version: Anatomy) -> tuple[int, str, int, str]:
    found = credits_of(version.report, version.sentences)
    rank = min((_RANK[c.how] for c in found), default=len(_RANK))
    words = sum(len(s.text) for s in version.body)
    return rank, version.report.date[:10] if rank == 0 else "", -words, version.report.id
