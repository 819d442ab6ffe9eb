"""What people decided about edits and renames of a dispatch, by where it is in the versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.export.segments import Reading
from dateline.model import Collation, Comparison, Edit, Judged, Rename, Span
from dateline.run.as_findings import whole_row
from dateline.run.decided_edits import row_spans

__all__ = ["EditDecision", "edit_decisions"]


@dataclass(frozen=True, slots=True)
class EditDecision:
    """A decision about a change that ``witness`` made; ``value`` is what holds, in words.

    ``kind`` and ``machine_kind`` say it without words of the texts. ``places`` are spans by the
    ids of the versions that they are in.
    """

    witness: str
    judged: Judged
    value: str
    kind: str
    places: tuple[tuple[str, Span], ...]

    @property
    def machine_kind(self) -> str:
        """The kind of edit or the type of rename that the machine found."""
        return self.judged.machine.partition(":")[0]

    def meets(self, reading: Reading) -> bool:
        """Whether it is about words of a reading."""
        return any(
            ident == reading.witness and word.start < span.end and span.start < word.end
            for ident, span in self.places
            for word in reading.words
        )


def edit_decisions(collation: Collation) -> Iterator[EditDecision]:
    """The decisions that hold about changes of the versions, in the order of the comparisons."""
    for comparison in collation.comparisons:
        for rename in comparison.renames:
            yield from _renamed(comparison, rename, f"{rename.type}: {rename.a} → {rename.b}")
        for rename in comparison.rejected:
            yield from _renamed(comparison, rename, "")
        for row in comparison.rows:
            for edit in row.edits:
                yield from _edited(comparison, edit, edit.kind)
            for edit in row.rejected:
                yield from _edited(comparison, edit, "")
            if row.judged and whole_row(comparison, row):
                kind = "" if row.judged.decision == "reject" else row.kinds[0]
                places = _places(comparison, *row_spans(comparison, row))
                yield EditDecision(comparison.b.id, row.judged, kind, kind, places)


def _renamed(comparison: Comparison, rename: Rename, value: str) -> Iterator[EditDecision]:
    if rename.judged:
        kind = rename.type if value else ""
        for use in rename.uses:
            yield EditDecision(
                comparison.b.id, rename.judged, value, kind, _places(comparison, use.a, use.b)
            )


def _edited(comparison: Comparison, edit: Edit, kind: str) -> Iterator[EditDecision]:
    if edit.judged:
        yield EditDecision(
            comparison.b.id, edit.judged, kind, kind, _places(comparison, edit.a, edit.b)
        )


def _places(comparison: Comparison, a: Span | None, b: Span | None) -> tuple[tuple[str, Span], ...]:
    sides = ((comparison.a.id, a), (comparison.b.id, b))
    return tuple((ident, span) for ident, span in sides if span)
