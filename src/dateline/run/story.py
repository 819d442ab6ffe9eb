"""One dispatch of an archive, told: what each version changed and what it shares with others."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Collation, Relation, Statement, Stemma
from dateline.run.decided import decisions
from dateline.run.event import Event, event
from dateline.run.local import collated
from dateline.run.statements import said_in
from dateline.store import Archive

__all__ = ["Story", "story", "tree"]


@dataclass(frozen=True, slots=True)
class Story:
    """A dispatch of an archive: what each version changed, and what it shares with others.

    ``collation`` has the versions that were asked for, ``statements`` what they say, ``shared`` the
    relations that lead to other dispatches. ``event`` is what it reports, where others do so too.
    """

    collation: Collation
    shared: tuple[Relation, ...]
    statements: tuple[Statement, ...] = ()
    event: Event | None = None


def story(archive: Archive, name: str, limit: int | None = None) -> Story:
    """The dispatch with this id, or that of the report with this id.

    Of more than ``limit`` versions those are collated that differ most from the core.

    Raises:
        NotFoundError: there is neither such a dispatch nor such a report.
    """
    dispatch = archive.dispatch(name)
    chosen = dispatch.versions
    if limit is not None and len(chosen) > limit:
        chosen = (chosen[0], *chosen[len(chosen) - limit + 1 :])
    versions = [archive.report(version) for version in chosen]
    decided = decisions(archive, versions)
    collation = collated(dispatch, versions, decided=decided.on)
    said = said_in(collation, versions, decided)
    shared = tuple(archive.crossing(dispatch.core))
    return Story(collation, shared, tuple(said), event(archive, dispatch))


def tree(archive: Archive, collation: Collation) -> Stemma:
    """Who copied whom in a dispatch of an archive, with what people decided about it."""
    from dateline.lineage.stemma import stemma

    reports = {report.id: report for c in collation.comparisons for report in (c.a, c.b)}
    return decisions(archive, reports.values()).tree(stemma(collation), reports)
