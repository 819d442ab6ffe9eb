"""What a person can decide about: the findings in a report, or between two, as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from dateline.claims.read import claims_of
from dateline.collate import collate
from dateline.errors import NotFoundError
from dateline.model import Claim, Comparison, Finding, RenameType
from dateline.run.as_findings import edited, named, place, renamed, speaker, whole_row
from dateline.run.decided import decisions
from dateline.run.marking import ARROW
from dateline.store import Archive

__all__ = ["edits_and_renames", "find", "findings", "speakers_and_places"]


def findings(archive: Archive, a: str, b: str = "") -> list[Finding]:
    """The edits and renames from report ``a`` to report ``b``, or speakers and places of ``a``.

    Raises:
        NotFoundError: there is no such report.
    """
    first = archive.anatomy(a)
    if not b:
        claims = claims_of(first)
        heard = decisions(archive, [first.report]).heard(first.report, claims)
        return _marked(speakers_and_places(claims), speakers_and_places(heard))
    second = archive.anatomy(b)
    collated = collate(first, second)
    decided = decisions(archive, [first.report, second.report]).on(collated)
    return _marked(edits_and_renames(collated), edits_and_renames(decided))


def _marked(machine: Iterable[Finding], decided: Iterable[Finding]) -> list[Finding]:
    """What the machine finds, with the decisions that hold about it."""
    marks = {one.at: one.judged for one in decided}
    return [replace(one, judged=marks.get(one.at)) for one in machine]


def find(archive: Archive, at: str, a: str = "", b: str = "") -> Finding:
    """The finding with this name; a rename with no reports is meant wherever it is.

    Raises:
        NotFoundError: the machine has no such finding now, or there is no such report.
    """
    if not a:
        return _everywhere(at)
    found = next((one for one in findings(archive, a, b) if one.at == at), None)
    if found is None:
        where = f"between {a} and {b}" if b else f"in {a}"
        raise NotFoundError(f"no finding {at!r} {where}")
    return found


def edits_and_renames(c: Comparison) -> Iterator[Finding]:
    """The findings of a comparison, decided or not, the renames first."""
    for rename in (*c.renames, *c.rejected):
        yield renamed(rename, c.a.id, c.b.id)
    for row in c.rows:
        for edit in (*row.edits, *row.rejected):
            yield edited(edit, c.a.id, c.b.id)
        if whole := whole_row(c, row):
            yield whole


def speakers_and_places(claims: Iterable[Claim]) -> Iterator[Finding]:
    """The findings in the claims of a report, each once."""
    seen: set[str] = set()
    for claim in claims:
        for one in (speaker(claim), *(place(claim.report, p) for p in claim.places)):
            if one.at not in seen:
                seen.add(one.at)
                yield one


def _everywhere(at: str) -> Finding:
    kind, _, names = at.removeprefix("rename:").partition(":")
    they, equals, we = names.partition("=")
    if not at.startswith("rename:") or kind not in get_args(RenameType) or not equals:
        raise NotFoundError(f"no finding {at!r}: name the reports that it is in")
    return named(f"{kind}: {they}{ARROW}{we}", "", "")
