"""The situation that a pile claims: claims of every report, joined over dispatches and versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.claims.dates import Today, todays
from dateline.claims.read import claims_of
from dateline.claims.situation import Parties, Pile, losses, names_learned, situation_of
from dateline.config import Settings
from dateline.model import Claim, Collation, Dispatch, Loss, Report, Situation, When
from dateline.progress import Progress, quiet
from dateline.run.decided import NONE, Decisions, decisions
from dateline.run.local import collated
from dateline.store import Archive
from dateline.text import analyse
from dateline.text.days import month_first

_DEFAULT = Settings()


def situation(
    reports: Iterable[Report],
    settings: Settings = _DEFAULT,
    parties: Parties | None = None,
    progress: Progress = quiet,
) -> Situation:
    """Who is where by whose word, of a pile that no archive holds."""
    from dateline.match import dispatches, relations

    pile = {report.id: report for report in reports}
    found = relations(list(pile.values()), settings.min_containment, progress, every_pair=False)
    return _told(dispatches(list(pile), list(found)), pile, parties, progress)


def of_archive(
    archive: Archive, parties: Parties | None = None, progress: Progress = quiet
) -> Situation:
    """The same, of an archive: its dispatches are known already."""
    pile = {report.id: report for report in archive.reports()}
    decided = decisions(archive, pile.values())
    return _told(archive.dispatches(1), pile, parties, progress, decided)


def _told(
    families: Iterable[Dispatch],
    pile: Mapping[str, Report],
    parties: Parties | None,
    progress: Progress,
    decided: Decisions = NONE,
) -> Situation:
    first = month_first(report.date for report in pile.values())
    made = _Making(parties or Parties(), first, decided)
    for n, dispatch in enumerate(families):
        progress("reading claims", n, None)
        made.add(dispatch, [pile[v] for v in dispatch.versions])
    return situation_of(made.pile)


class _Making:
    """What a situation is made from, dispatch by dispatch."""

    def __init__(self, parties: Parties, first: bool | None, decided: Decisions) -> None:
        self.first = first
        self.decided = decided
        self.claims: list[Claim] = []
        self.dispatch: dict[str, str] = {}
        self.origin: dict[str, str] = {}
        self.names: dict[str, dict[str, str]] = {}
        self.days: dict[str, When] = {}
        self.losses: list[Loss] = []
        self.parents: dict[str, Claim] = {}
        self.pile = Pile(
            self.claims,
            self.dispatch,
            self.origin,
            self.names,
            self.days,
            parties,
            self.losses,
            self.parents,
        )

    def add(self, dispatch: Dispatch, versions: list[Report]) -> None:
        """Read the claims of a dispatch's versions, the base's first."""
        self.dispatch |= dict.fromkeys(dispatch.versions, dispatch.id)
        outlets = {report.outlet for report in versions}
        if len(outlets) == 1 and "" not in outlets:
            self.origin[dispatch.id] = outlets.pop()
        if len(versions) > 1:
            self._compare(collated(dispatch, versions, decided=self.decided.on), versions)
        parts = [analyse(report) for report in versions]
        days = todays(parts, self.first)
        self.days |= {report: _when(today) for report, today in days.items()}
        found = {
            p.report.id: self.decided.heard(p.report, claims_of(p, days.get(p.report.id)))
            for p in parts
        }
        every = {claim.id: claim for some in found.values() for claim in some}
        self.claims += [claim for claim in every.values() if claim.happenings]
        self.parents |= {c.parent: every[c.parent] for c in every.values() if c.parent in every}
        if len(parts) > 1:
            self.losses += losses(parts[0], found, self.pile)

    def _compare(self, collation: Collation, versions: list[Report]) -> None:
        versions.sort(key=lambda report: report.id != collation.base)
        for comparison in collation.comparisons:
            self.names[comparison.b.id] = names_learned(comparison)
            if comparison.lineage.origin:
                self.origin[collation.dispatch.id] = comparison.lineage.origin


def _when(today: Today) -> When:
    return When(today.day.isoformat(), today.day.isoformat(), "day", today.basis)
