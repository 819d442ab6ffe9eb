"""What some dispatches say, put together; bounded, so that a page costs the same in any archive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.claims.merge import Told, statements
from dateline.claims.stories import stories
from dateline.model import Claim, Dispatch, Report, Statement
from dateline.run.decided import decisions
from dateline.run.local import collated
from dateline.run.statements import told
from dateline.store import Archive
from dateline.store.cards import Card
from dateline.store.members import Member, members, some_members
from dateline.store.rows import anatomies
from dateline.web.site import Site

__all__ = ["READ", "Gathered", "gather", "gathered"]

READ = 30  # as many are read for a page


@dataclass(frozen=True, slots=True)
class Gathered:
    """The statements of some dispatches, and the claims that they rest on by their ids.

    ``left_out`` counts versions that were not read, to keep to the limit; ``read`` those that were.
    """

    statements: tuple[Statement, ...]
    told: tuple[Told, ...]
    claims: dict[str, Claim]
    reports: dict[str, Report]
    left_out: int
    read: int


def gathered(site: Site, archive: Archive, cards: Sequence[Card], part: int = 1) -> Gathered:
    """What the dispatches say, from at most thirty reports; remembered by the site.

    Of one dispatch ``part`` says which thirty, by day; its core is always read.
    """
    part = part if len(cards) == 1 else 1
    key = ("gathered", tuple(card.id for card in cards), part)
    return site.remembered(archive, key, lambda: gather(archive, cards, READ, part))


def gather(archive: Archive, cards: Sequence[Card], most: int, part: int = 1) -> Gathered:
    """Read the claims of the dispatches, at most ``most`` reports over all, and the cores."""
    each = max(1, most // max(1, len(cards)))
    every = [_told(archive, card, each, part) for card in cards]
    apart = {r: version.anatomy for one in every for r, version in one.versions.items()}
    events = stories([one.dispatch for one in every], apart.__getitem__) if len(every) > 1 else []
    read = sum(len(one.versions) for one in every)
    return Gathered(
        tuple(statements(every, events)),
        tuple(every),
        {claim.id: claim for one in every for claim in _claims(one)},
        {r: anatomy.report for r, anatomy in apart.items()},
        sum(card.versions for card in cards) - read,
        read,
    )


def _told(archive: Archive, card: Card, most: int, part: int) -> Told:
    chosen = _versions(archive, card, most, part)
    apart = {
        a.report.id: a for a in anatomies(archive.connection, [m.number for m in chosen]).values()
    }
    reports = [apart[m.id].report for m in chosen]
    dispatch = Dispatch(card.id, card.core, tuple(r.id for r in reports))
    decided = decisions(archive, reports)
    collation = collated(dispatch, reports, None, lambda r: apart[r.id], decided.on)
    return told(collation, reports, decided=decided)


def _versions(archive: Archive, card: Card, most: int, part: int) -> list[Member]:
    """The core, and a part of all by day."""
    core = archive.number(card.core)
    first = some_members(archive.connection, core, [card.core])
    rest = members(archive.connection, core, most, (part - 1) * most)
    return list(dict.fromkeys([*first, *rest]))


def _claims(one: Told) -> Iterable[Claim]:
    return (claim for version in one.versions.values() for claim in version.claims)
