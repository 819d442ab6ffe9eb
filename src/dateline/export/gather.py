"""Dispatches with all that is exported of them, from a pile or from an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.claims.dates import todays
from dateline.claims.read import claims_of
from dateline.config import Settings
from dateline.export.family import Family
from dateline.match.dispatches import dispatch_id
from dateline.model import Collation, Dispatch, Report
from dateline.progress import Progress, quiet
from dateline.run.decided import NONE, Decisions, decisions
from dateline.run.local import collated, tell
from dateline.store import Archive
from dateline.text import analyse

__all__ = ["of_archive", "of_pile"]


def of_pile(
    reports: Iterable[Report], settings: Settings, progress: Progress = quiet
) -> Iterator[Family]:
    """The dispatches of a pile, largest and most edited first, then the reports that are alone."""
    pile = {report.id: report for report in reports}
    several = tell(pile.values(), settings, progress).collations
    for collation in several:
        yield _family(collation, [pile.pop(v) for v in collation.dispatch.versions])
    for ident, report in pile.items():
        alone = Dispatch(dispatch_id(ident), ident, (ident,))
        yield _family(collated(alone, [report]), [report])


def of_archive(archive: Archive, name: str | None = None) -> Iterator[Family]:
    """The dispatches of an archive, those of most versions first; only one if it is named.

    Raises:
        NotFoundError: there is no dispatch or report with that name.
    """
    chosen = archive.dispatches(least=1) if name is None else [archive.dispatch(name)]
    for dispatch in chosen:
        versions = [archive.report(version) for version in dispatch.versions]
        decided = decisions(archive, versions)
        yield _family(collated(dispatch, versions, decided=decided.on), versions, decided)


def _family(collation: Collation, versions: Sequence[Report], decided: Decisions = NONE) -> Family:
    """With the claims of its versions, which lend each other their dates."""
    anatomies = [analyse(report) for report in versions]
    days = todays(anatomies)
    claims = {
        a.report.id: decided.heard(a.report, claims_of(a, days.get(a.report.id))) for a in anatomies
    }
    return Family(collation, {report.id: report for report in versions}, claims, decided)
