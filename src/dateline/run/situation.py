"""The situation that a pile claims: claims of every report, joined over dispatches and versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from dateline.claims.dates import Today, todays
from dateline.claims.read import claims_of
from dateline.claims.situation import Parties, Pile, losses, names_learned, situation_of
from dateline.config import Settings
from dateline.model import Anatomy, Claim, Comparison, Dispatch, Loss, Report, Situation, When
from dateline.progress import Progress, quiet
from dateline.run.batches import batches
from dateline.run.decided import NONE, Decisions, decisions
from dateline.run.helpers import Helpers
from dateline.run.local import Versions, collated, related
from dateline.store import Archive
from dateline.text import analyse
from dateline.text.days import month_first

_DEFAULT = Settings()
_AT_ONCE = 16  # reports; a tenth of a second or two


def situation(
    reports: Iterable[Report],
    settings: Settings = _DEFAULT,
    parties: Parties | None = None,
    progress: Progress = quiet,
) -> Situation:
    """Who is where by whose word, of a pile that no archive holds."""
    from dateline.match import dispatches

    pile = {report.id: report for report in reports}
    found = related(list(pile.values()), settings, progress)
    return _told(dispatches(list(pile), found), pile, parties, progress)


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
    work = partial(_heard_all, first=first, decided=decided)
    every = ((d, [pile[v] for v in d.versions]) for d in families)
    making = _Making(parties or Parties())
    with Helpers() as helpers:
        parts = batches(every, lambda versions: len(versions[1]), _AT_ONCE)
        for n, heard in enumerate(chain.from_iterable(helpers.map(work, parts))):
            progress("reading claims", n, None)
            making.add(heard)
    return situation_of(making.pile)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A dispatch with what its versions say, the ``base``'s first; by report id.

    ``names`` has what a version's names mean in the base, ``days`` the versions' days.
    """

    dispatch: Dispatch
    base: Anatomy
    origin: str
    names: dict[str, dict[str, str]]
    days: dict[str, When]
    claims: dict[str, tuple[Claim, ...]]


def _heard_all(some: Sequence[Versions], first: bool | None, decided: Decisions) -> list[_Heard]:
    return [_heard(dispatch, versions, first, decided) for dispatch, versions in some]


def _heard(
    dispatch: Dispatch, versions: Sequence[Report], first: bool | None, decided: Decisions
) -> _Heard:
    comparisons: tuple[Comparison, ...] = ()
    if len(versions) > 1:
        collation = collated(dispatch, versions, decided=decided.on)
        comparisons = collation.comparisons
        versions = sorted(versions, key=lambda report: report.id != collation.base)
    parts = [analyse(report) for report in versions]
    days = todays(parts, first)
    claims = {
        p.report.id: decided.heard(p.report, claims_of(p, days.get(p.report.id))) for p in parts
    }
    return _Heard(
        dispatch,
        parts[0],
        _origin(versions, comparisons),
        {c.b.id: names_learned(c) for c in comparisons},
        {report: _when(today) for report, today in days.items()},
        claims,
    )


def _origin(versions: Sequence[Report], comparisons: Sequence[Comparison]) -> str:
    """Whose text a dispatch is, as far as it is known: an agency's, or the only outlet's."""
    outlets = {report.outlet for report in versions}
    only = outlets.pop() if len(outlets) == 1 else ""
    credited = [c.lineage.origin for c in comparisons if c.lineage.origin]
    return credited[-1] if credited else only


def _when(today: Today) -> When:
    return When(today.day.isoformat(), today.day.isoformat(), "day", today.basis)


class _Making:
    """What a situation is made from, dispatch by dispatch."""

    def __init__(self, parties: Parties) -> None:
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

    def add(self, heard: _Heard) -> None:
        """Take over the claims of a dispatch's versions."""
        self.dispatch |= dict.fromkeys(heard.dispatch.versions, heard.dispatch.id)
        if heard.origin:
            self.origin[heard.dispatch.id] = heard.origin
        self.names |= heard.names
        self.days |= heard.days
        every = {claim.id: claim for some in heard.claims.values() for claim in some}
        self.claims += [claim for claim in every.values() if claim.happenings]
        self.parents |= {c.parent: every[c.parent] for c in every.values() if c.parent in every}
        if len(heard.claims) > 1:
            self.losses += losses(heard.base, heard.claims, self.pile)
