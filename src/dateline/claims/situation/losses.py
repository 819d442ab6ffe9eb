"""The versions of a dispatch that dropped the only source of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.claims.actors import relations_of
from dateline.claims.situation.outsiders import lost_outsider
from dateline.claims.situation.pile import Pile
from dateline.model import Anatomy, Claim, Loss


def losses(base: Anatomy, claims: Mapping[str, Sequence[Claim]], pile: Pile) -> Iterator[Loss]:
    """What each version of a dispatch lost; ``claims`` are all versions' by report."""
    relations = relations_of(base)
    own = [c.source for c in claims[base.report.id] if c.source and c.kind == "attributed"]
    for report, found in claims.items():
        names = (c.source.canonical or c.source.text for c in found if c.source)
        kept = [pile.key(name, report) for name in names]
        if report != base.report.id and (lost := lost_outsider(own, kept, pile.parties, relations)):
            yield Loss(report, base.report.id, *lost)
