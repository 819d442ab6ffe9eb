"""What a person can decide about: the findings in a report, or between two, as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from dateline.claims.read import claims_of
from dateline.collate import collate
from dateline.errors import NotFoundError
from dateline.model import (
    Claim,
    Comparison,
    Edit,
    Finding,
    Judged,
    Place,
    Rename,
    RenameType,
    Row,
    Span,
)
from dateline.run.decided import decisions
from dateline.run.decided_claims import kept_place
from dateline.run.decided_edits import row_spans
from dateline.run.marking import (
    ARROW,
    NEWSROOM,
    NOBODY,
    place_in_words,
    rename_in_words,
    speaker_in_words,
)
from dateline.store import Archive

__all__ = ["edits_and_renames", "find", "findings", "place", "speaker", "speakers_and_places"]


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
        yield _rename(c, rename)
    for row in c.rows:
        for edit in (*row.edits, *row.rejected):
            yield edited(c, edit)
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


def edited(c: Comparison, edit: Edit) -> Finding:
    """An edit as a finding."""
    machine = edit.judged.machine if edit.judged else edit.kind
    return _between(c, edit.a, edit.b, machine, edit.judged)


def whole_row(c: Comparison, row: Row) -> Finding | None:
    """What became of a row that has no edits: a sentence that is gone, or new, or cut otherwise."""
    if row.edits or row.rejected or (row.kinds == ("same",) and not row.judged):
        return None
    machine = row.judged.machine if row.judged else row.kinds[0]
    return _between(c, *row_spans(c, row), machine, row.judged)


def speaker(claim: Claim) -> Finding:
    """Whose word a claim is."""
    was = claim.judged.machine if claim.judged else speaker_in_words(claim)
    value = "" if was in (NEWSROOM, NOBODY) else was
    said = claim.content
    return Finding(
        "speaker", claim.report, "", said.start, said.text, None, "", was, value, claim.judged
    )


def place(report: str, mention: Place) -> Finding:
    """Where a place is that a report mentions."""
    machine = mention.judged.machine if mention.judged else place_in_words(mention)
    value, at = kept_place(mention), mention.start
    return Finding("place", report, "", at, mention.text, None, "", machine, value, mention.judged)


def _rename(c: Comparison, rename: Rename) -> Finding:
    machine = rename.judged.machine if rename.judged else rename_in_words(rename)
    return _renamed(machine, c.a.id, c.b.id, rename.judged)


def _everywhere(at: str) -> Finding:
    kind, _, names = at.removeprefix("rename:").partition(":")
    they, equals, we = names.partition("=")
    if not at.startswith("rename:") or kind not in get_args(RenameType) or not equals:
        raise NotFoundError(f"no finding {at!r}: name the reports that it is in")
    return _renamed(f"{kind}: {they}{ARROW}{we}", "", "", None)


def _renamed(machine: str, a: str, b: str, judged: Judged | None) -> Finding:
    """A rename by the machine's words for it."""
    kind, _, names = machine.partition(": ")
    they, _, we = names.partition(ARROW)
    return Finding("rename", a, b, None, they, None, we, machine, kind, judged)


def _between(
    c: Comparison, a: Span | None, b: Span | None, machine: str, judged: Judged | None
) -> Finding:
    (a_start, a_span), (b_start, b_span) = (
        (span.start, span.text) if span else (None, "") for span in (a, b)
    )
    ids = c.a.id, c.b.id
    return Finding("edit", *ids, a_start, a_span, b_start, b_span, machine, machine, judged)
