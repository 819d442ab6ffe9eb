"""What a pile says, each thing once: all stages up to merged claims, on one machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from dateline.claims.dates import Today, today_of, todays
from dateline.claims.merge import Told, Version, statements
from dateline.claims.read import claims_of
from dateline.claims.stories import stories
from dateline.config import Settings
from dateline.lineage.credits import credits_of
from dateline.model import Anatomy, Claim, Collation, Dispatch, Problem, Report, Statement, Story
from dateline.progress import Progress, quiet
from dateline.run.batches import batches
from dateline.run.claims import tell_unread
from dateline.run.decided import NONE, Decisions, decisions
from dateline.run.helpers import Helpers
from dateline.run.local import collated_all, related
from dateline.run.pile_names import with_pile_names
from dateline.store import Archive
from dateline.text import analyse
from dateline.text.days import month_first

__all__ = ["merged", "merged_of_archive", "said_in", "told"]

_DEFAULT = Settings()
_AT_ONCE = 16  # reports; a tenth of a second or two


def merged(
    reports: Iterable[Report],
    settings: Settings = _DEFAULT,
    progress: Progress = quiet,
    on_problem: Callable[[Problem], None] | None = None,
) -> tuple[list[Statement], list[Story]]:
    """The statements of a pile, most reported first, and the stories that they are told in.

    Reports in a language that is not read for claims go to ``on_problem``.
    """
    from dateline.match import dispatches

    by_id = {r.id: r for r in reports}
    found = related(list(by_id.values()), settings, progress)
    return _together(dispatches(by_id, found), by_id, NONE, progress, on_problem)


def merged_of_archive(
    archive: Archive,
    progress: Progress = quiet,
    on_problem: Callable[[Problem], None] | None = None,
) -> tuple[list[Statement], list[Story]]:
    """The same of an archive, whose dispatches are known already, with what people decided."""
    by_id = {r.id: r for r in archive.reports()}
    decided = decisions(archive, by_id.values())
    return _together(list(archive.dispatches(1)), by_id, decided, progress, on_problem)


def _together(
    families: Sequence[Dispatch],
    by_id: Mapping[str, Report],
    decided: Decisions,
    progress: Progress,
    on_problem: Callable[[Problem], None] | None,
) -> tuple[list[Statement], list[Story]]:
    order = month_first(r.date for r in by_id.values())
    apart = collated_all(families, by_id, progress, decided.on)
    collations = with_pile_names(list(apart), decided.on)
    every = []
    for n, one in enumerate(_told_all(collations, by_id, order, decided)):
        progress("reading claims", n, len(families))
        every.append(one)
    anatomies = {r: v.anatomy for t in every for r, v in t.versions.items()}
    if on_problem:
        for anatomy in anatomies.values():
            tell_unread(anatomy, on_problem)
    progress("merging", 0, None)
    events = stories(families, anatomies.__getitem__)
    return statements(every, events), events


def _told_all(
    collations: Iterable[Collation],
    by_id: Mapping[str, Report],
    order: bool | None,
    decided: Decisions,
) -> Iterator[Told]:
    """The dispatches with their claims, in their order; on all cores if there are many."""
    every = ((c, [by_id[v] for v in c.dispatch.versions]) for c in collations)
    parts = batches(every, lambda versions: len(versions[1]), _AT_ONCE)
    with Helpers() as helpers:
        yield from chain.from_iterable(
            helpers.map(partial(_tell, order=order, decided=decided), parts)
        )


def _tell(
    some: Iterable[tuple[Collation, list[Report]]], order: bool | None, decided: Decisions
) -> list[Told]:
    return [told(collation, versions, order, decided) for collation, versions in some]


def said_in(
    collation: Collation, reports: Iterable[Report], decided: Decisions = NONE
) -> list[Statement]:
    """The statements of one dispatch; ``reports`` holds at least its versions."""
    return statements([told(collation, reports, decided=decided)])


def told(
    collation: Collation,
    reports: Iterable[Report],
    order: bool | None = None,
    decided: Decisions = NONE,
) -> Told:
    """A dispatch with the claims of its versions.

    ``reports`` holds at least its versions; ``order`` is that of dates in numbers
    (`dateline.text.days.month_first`); ``decided`` is what people decided about the claims.
    """
    wanted = {collation.base, *(c.b.id for c in collation.comparisons), *collation.identical}
    by_id = {r.id: r for r in reports if r.id in wanted}
    anatomies = _anatomies(collation, by_id)
    days = todays(anatomies.values(), order)
    versions = {i: _version(a, days.get(i), decided) for i, a in anatomies.items()}
    for twin, shown in collation.identical.items():
        versions[twin] = _twin(versions[shown], by_id[twin], days.get(shown))
    comparisons = {c.b.id: c for c in collation.comparisons}
    origin = _origin(collation, anatomies[collation.base])
    return Told(
        collation.dispatch, collation.base, versions, comparisons, collation.identical, origin
    )


def _anatomies(collation: Collation, by_id: Mapping[str, Report]) -> dict[str, Anatomy]:
    """The versions with texts of their own, as the collation has taken them apart."""
    some = collation.comparisons
    if not some:
        return {collation.base: analyse(by_id[collation.base])}
    first = some[0]
    out = {first.a.id: Anatomy(first.a, first.sentences_a, first.damage_a)}
    return out | {c.b.id: Anatomy(c.b, c.sentences_b, c.damage_b) for c in some}


def _version(anatomy: Anatomy, today: Today | None, decided: Decisions) -> Version:
    return Version(anatomy, decided.heard(anatomy.report, claims_of(anatomy, today)), today)


def _twin(shown: Version, report: Report, today: Today | None) -> Version:
    """A version with the very text of another: the same claims under its own id."""
    anatomy = replace(shown.anatomy, report=report)
    own = today_of(anatomy) or today
    return Version(anatomy, tuple(_renumbered(c, report.id) for c in shown.claims), own)


def _renumbered(claim: Claim, report: str) -> Claim:
    """A claim as another report's."""
    was = f"{claim.report}#"

    def own(old: str | None) -> str | None:
        return f"{report}#{old.removeprefix(was)}" if old else None

    return replace(
        claim,
        id=own(claim.id) or "",
        report=report,
        parent=own(claim.parent),
        restates=own(claim.restates),
    )


def _origin(collation: Collation, base: Anatomy) -> str | None:
    """Whose text it is: as lineage has found, by the report's own credits, or the only outlet."""
    origins = Counter(c.lineage.origin for c in collation.comparisons if c.lineage.origin)
    if origins:
        return origins.most_common(1)[0][0]
    traces = credits_of(base.report, base.sentences)
    if traces and traces[0].how != "named":
        return traces[0].agency
    alone = len(collation.dispatch.versions) == 1
    return base.report.outlet or None if alone else None
