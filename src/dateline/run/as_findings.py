"""Edits, renames, speakers and places as findings, which a person can decide about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model import Claim, Comparison, Edit, Finding, Judged, Place, Rename, Row, Span
from dateline.run.decided_edits import row_spans
from dateline.run.marking import (
    ARROW,
    NEWSROOM,
    NOBODY,
    rename_in_words,
    speaker_in_words,
)
from dateline.store.placing import kept_place, place_in_words

__all__ = [
    "edge_between",
    "edited",
    "edits_and_renames",
    "named",
    "place",
    "renamed",
    "speaker",
    "speakers_and_places",
    "whole_row",
]


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


def edge_between(parent: str, child: str, confidence: float | None = None) -> Finding:
    """That report ``child`` was made from ``parent``, with the machine's confidence."""
    machine = "made from it" if confidence is None else f"made from it ({confidence:.2f})"
    return Finding("edge", parent, child, None, "", None, "", machine, "made from it")


def edited(edit: Edit, a: str = "", b: str = "") -> Finding:
    """An edit from report ``a`` to ``b`` as a finding."""
    machine = edit.judged.machine if edit.judged else edit.kind
    return _edit((a, b), (edit.a, edit.b), machine, edit.judged)


def whole_row(c: Comparison, row: Row) -> Finding | None:
    """What became of a row that has no edits: a sentence that is gone, or new, or cut otherwise."""
    if row.edits or row.rejected or (row.kinds == ("same",) and not row.judged):
        return None
    machine = row.judged.machine if row.judged else row.kinds[0]
    return _edit((c.a.id, c.b.id), row_spans(c, row), machine, row.judged)


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


def renamed(rename: Rename, a: str = "", b: str = "") -> Finding:
    """A rename from report ``a`` to ``b`` as a finding."""
    machine = rename.judged.machine if rename.judged else rename_in_words(rename)
    return named(machine, a, b, rename.judged)


def named(machine: str, a: str, b: str, judged: Judged | None = None) -> Finding:
    """A rename by the machine's words for it: ``renamed: port → harbour``."""
    kind, _, names = machine.partition(": ")
    they, _, we = names.partition(ARROW)
    return Finding("rename", a, b, None, they, None, we, machine, kind, judged)


def _edit(
    ids: tuple[str, str],
    spans: tuple[Span | None, Span | None],
    machine: str,
    judged: Judged | None,
) -> Finding:
    (a_start, a_span), (b_start, b_span) = (
        (span.start, span.text) if span else (None, "") for span in spans
    )
    return Finding("edit", *ids, a_start, a_span, b_start, b_span, machine, machine, judged)
