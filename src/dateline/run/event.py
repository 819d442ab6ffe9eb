"""The event that a dispatch of an archive reports: who else reports it, and what they say of it.

Its cost does not grow with the archive: other dispatches are looked up by the rare words of this
one, and only the nearest are read.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nlargest

from dateline.claims.merge import Told, statements
from dateline.claims.stories import stories
from dateline.claims.stories.terms import Background, Terms, rarity, terms
from dateline.model import Dispatch, Statement, Story
from dateline.run.decided import decisions
from dateline.run.local import collated
from dateline.run.statements import told
from dateline.store import Archive, words
from dateline.store.listing import cores_of

__all__ = ["Event", "Reporting", "event"]

_NEAR = 60  # dispatches that are compared
_WORDS = 40  # rare words that others are looked up by
_HOLDERS = 400  # reports looked at for a word
_READ = 30  # reports that are read for their claims
_LAST = 1 << 62


@dataclass(frozen=True, slots=True)
class Reporting:
    """One dispatch that reports an event; ``day`` is its first, empty where it is unknown."""

    id: str
    core: str
    title: str
    day: str
    versions: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What the dispatches that report one event say together.

    ``statements`` are those that several dispatches make, and those whose figures differ from
    another's. ``left_out`` counts the versions that were not read for them.
    """

    story: Story
    dispatches: tuple[Reporting, ...]
    statements: tuple[Statement, ...]
    left_out: int


def event(archive: Archive, dispatch: Dispatch) -> Event | None:
    """The event of a dispatch; ``None`` where no other dispatch of the archive reports it."""
    apart = {core: archive.anatomy(core) for core in [dispatch.core, *_near(archive, dispatch)]}
    cores = {archive.dispatch(core).id: core for core in apart}
    found = stories(
        [Dispatch(ident, core, (core,)) for ident, core in cores.items()],
        apart.__getitem__,
        _background(archive, map(terms, apart.values())),
    )
    story = next(s for s in found if dispatch.core in s.reports)
    if len(story.dispatches) < 2:
        return None
    members = [archive.dispatch(ident) for ident in story.dispatches]
    story = replace(story, reports=tuple(v for d in members for v in d.versions))
    every = [_told(archive, d, max(1, _READ // len(members))) for d in members[:_READ]]
    said = statements(every, [story])
    return Event(
        story,
        tuple(sorted(map(_reporting, every, members), key=lambda d: (d.day or "~", d.id))),
        tuple(s for s in said if s.dispatches > 1 or s.conflicts),
        len(story.reports) - sum(len(one.versions) for one in every),
    )


def _near(archive: Archive, dispatch: Dispatch) -> list[str]:
    """The cores of the dispatches that have most of the rare words of this one."""
    having: dict[int, float] = defaultdict(float)
    for weight, word in _telling(archive, terms(archive.anatomy(dispatch.core))):
        for report in words.newest(archive.connection, word, _LAST, _HOLDERS):
            having[report] += weight
    best = nlargest(_NEAR * 4, having, key=lambda report: (having[report], -report))
    cores = cores_of(archive.connection, best)
    return [core for core in cores if core != dispatch.core][:_NEAR]


def _telling(archive: Archive, own: Terms) -> list[tuple[float, str]]:
    """The words that tell most of a dispatch, with their weights; none that it alone has."""
    size = len(archive)
    held = {word: words.frequency(archive.connection, word) for word in own.counts}
    weights = [
        ((1 + math.log(count)) * rarity(word, held[word], word in own.names, size), word)
        for word, count in own.counts.items()
        if 1 < held[word] <= _HOLDERS
    ]
    return nlargest(_WORDS, weights)


def _background(archive: Archive, every: Iterable[Terms]) -> Background:
    """How many reports of the archive have each word of some dispatches."""
    known = {word for one in every for word in one.counts}
    return Background(
        len(archive), {word: words.frequency(archive.connection, word) for word in known}
    )


def _told(archive: Archive, dispatch: Dispatch, most: int) -> Told:
    reports = [archive.report(version) for version in dispatch.versions[:most]]
    read = replace(dispatch, versions=tuple(r.id for r in reports))
    decided = decisions(archive, reports)
    return told(collated(read, reports, decided=decided.on), reports, decided=decided)


def _reporting(one: Told, dispatch: Dispatch) -> Reporting:
    versions = [one.versions[v] for v in one.versions]
    days = [v.today.day.isoformat() if v.today else v.anatomy.report.date[:10] for v in versions]
    core = one.versions[dispatch.core].anatomy
    opening = next((s.text for s in core.body), "")
    outlets = dict.fromkeys(v.anatomy.report.outlet for v in versions if v.anatomy.report.outlet)
    return Reporting(
        dispatch.id,
        dispatch.core,
        core.report.title or opening,
        min((day for day in days if day), default=""),
        len(dispatch.versions),
        tuple(outlets),
    )
