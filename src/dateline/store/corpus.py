"""A corpus without copies: one report of each dispatch, and why the others were left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from dateline.errors import UsageError
from dateline.model import Anatomy, Dispatch, Relation, Report
from dateline.store import listing, rows
from dateline.store.archive import Archive
from dateline.text.days import comparable

__all__ = ["Keep", "Kept", "LeftOut", "corpus"]

Keep = Literal["first", "longest", "origin"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report that is not in the corpus because ``copies``, which is, has its text.

    ``score`` is how surely it copies it, ``why`` the grounds, a plain sentence each.
    """

    id: str
    outlet: str
    date: str
    copies: str
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A report of the corpus, with those that it stands for."""

    report: Report
    dispatch: str
    left_out: tuple[LeftOut, ...]


def corpus(archive: Archive, keep: str = "first") -> Iterator[Kept]:
    """One report of each dispatch: reports that are alone first, then the larger dispatches.

    ``first`` keeps the one of the earliest known date, ``longest`` the one with the longest body,
    ``origin`` the one nearest to whoever wrote the text (`dateline.lineage.base`). Reports that
    only quote or excerpt another are in dispatches of their own and so are kept.

    Raises:
        UsageError: ``keep`` is none of these.
    """
    if keep not in get_args(Keep):
        raise UsageError(f"keep is first, longest or origin, not {keep!r}")
    return _corpus(archive, keep)


def _corpus(archive: Archive, keep: str) -> Iterator[Kept]:
    for report, dispatch in _alone(archive):
        yield Kept(report, dispatch, ())
    for several in archive.dispatches():
        numbers = [archive.number(version) for version in several.versions]
        versions = list(rows.anatomies(archive.connection, numbers).values())
        kept = _chosen(versions, keep)
        yield Kept(kept.report, several.id, tuple(_left_out(archive, several, kept, versions)))


def _alone(archive: Archive) -> Iterator[tuple[Report, str]]:
    fields = ", ".join(f"r.{name}" for name in rows.FIELDS.split(", "))
    found = archive.connection.execute(
        f"SELECT {fields}, r.dispatch FROM report AS r WHERE number IN"
        " (SELECT core FROM version GROUP BY core HAVING count(*) = 1) ORDER BY number"
    )
    return ((Report(*row), dispatch) for *row, dispatch in found)


def _chosen(versions: list[Anatomy], keep: str) -> Anatomy:
    if keep == "origin":
        from dateline.lineage.base import base

        return base(versions)
    return min(versions, key=_earliest if keep == "first" else _longest)


def _earliest(version: Anatomy) -> tuple[bool, str, int, str]:
    day = comparable(version.report.date)
    return not day, day, -_body(version), version.report.id


def _longest(version: Anatomy) -> tuple[int, bool, str, str]:
    day = comparable(version.report.date)
    return -_body(version), not day, day, version.report.id


def _body(version: Anatomy) -> int:
    return sum(len(s.text) for s in version.body)


def _left_out(
    archive: Archive, dispatch: Dispatch, kept: Anatomy, versions: list[Anatomy]
) -> Iterator[LeftOut]:
    to_core = {end: link for link in dispatch.links for end in (link.a, link.b)}
    number = archive.number(kept.report.id)
    for version in sorted(versions, key=lambda v: v.report.id):
        report = version.report
        if report.id != kept.report.id:
            found = listing.between(archive.connection, number, archive.number(report.id))
            score, why = _grounds(found, to_core.get(report.id), dispatch.core)
            yield LeftOut(report.id, report.outlet, report.date, kept.report.id, score, why)


def _grounds(
    found: Relation | None, link: Relation | None, core: str
) -> tuple[float, tuple[str, ...]]:
    """How surely and why a report copies the kept one: directly, or both by the dispatch's core."""
    if found is not None and found.relation == "copy":
        return found.score, found.evidence
    says = f"Both are versions of the dispatch around {core}."
    return (link.score, (says, *link.evidence)) if link else (0.5, (says,))
