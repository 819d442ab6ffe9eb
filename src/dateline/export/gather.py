"""Dispatches with all that is exported of them, from a pile or from an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.config import Settings
from dateline.export.family import Family
from dateline.match.dispatches import dispatch_id
from dateline.model import Dispatch, Report
from dateline.progress import Progress, quiet
from dateline.run.local import collated, tell
from dateline.store import Archive

__all__ = ["of_archive", "of_pile"]


def of_pile(
    reports: Iterable[Report], settings: Settings, progress: Progress = quiet
) -> Iterator[Family]:
    """The dispatches of a pile, largest and most edited first, then the reports that are alone."""
    pile = {report.id: report for report in reports}
    several = tell(pile.values(), settings, progress).collations
    for collation in several:
        yield Family(collation, {v: pile.pop(v) for v in collation.dispatch.versions})
    for ident, report in pile.items():
        alone = Dispatch(dispatch_id(ident), ident, (ident,))
        yield Family(collated(alone, [report]), {ident: report})


def of_archive(archive: Archive, name: str | None = None) -> Iterator[Family]:
    """The dispatches of an archive, those of most versions first; only one if it is named.

    Raises:
        NotFoundError: there is no dispatch or report with that name.
    """
    chosen = archive.dispatches(least=1) if name is None else [archive.dispatch(name)]
    for dispatch in chosen:
        versions = {v: archive.report(v) for v in dispatch.versions}
        yield Family(collated(dispatch, list(versions.values())), versions)
