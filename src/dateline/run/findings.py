"""What a person can decide about: the findings in a report, or between two, as they are now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from dateline.claims.read import claims_of
from dateline.collate import collate
from dateline.errors import NotFoundError
from dateline.model import Finding, RenameType
from dateline.run.as_findings import edge_between, edits_and_renames, named, speakers_and_places
from dateline.run.decided import decisions
from dateline.run.marking import ARROW
from dateline.store import Archive
from dateline.store.placing import mark

__all__ = ["find", "findings"]


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
    if at == "edge":
        return _edge(archive, a, b)
    found = next((one for one in findings(archive, a, b) if one.at == at), None)
    if found is None:
        where = f"between {a} and {b}" if b else f"in {a}"
        raise NotFoundError(f"no finding {at!r} {where}")
    return found


def _edge(archive: Archive, a: str, b: str) -> Finding:
    """That b was made from a; whether the machine thinks so is seen where the tree is."""
    ends = [archive.report(a), archive.report(b)]
    judged = decisions(archive, ends).edge(*ends)
    return replace(edge_between(a, b), judged=mark(judged, judged.machine) if judged else None)


def _everywhere(at: str) -> Finding:
    kind, _, names = at.removeprefix("rename:").partition(":")
    they, equals, we = names.partition("=")
    if not at.startswith("rename:") or kind not in get_args(RenameType) or not equals:
        raise NotFoundError(f"no finding {at!r}: name the reports that it is in")
    return named(f"{kind}: {they}{ARROW}{we}", "", "")
