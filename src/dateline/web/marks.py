"""A sentence of a version with its changes marked: what went, what came, what has another name.

Words that the version lacks are put where they stood, found by aligning the words of both texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import Indel

from dateline.model import Edit, Judged, Span
from dateline.run.as_findings import edited
from dateline.text import tokenize

__all__ = ["Ink", "Piece", "marked", "plain"]

Ink = Literal["", "rename", "cut", "added", "spelling", "noise", "rejected"]
_INKS: dict[str, Ink] = {"renamed": "rename", "spelling": "spelling", "mechanical": "noise"}
_SAYS = {
    "renamed": "another name",
    "spelling": "another form of the same words",
    "mechanical": "noise: punctuation, quotation marks or capitals",
    "shortened": "cut",
    "extended": "added",
    "reworded": "reworded",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one ink. ``why`` says in plain words what the mark means; unmarked ones have none.

    ``quoted`` marks a change inside quotation marks: the words of a speaker were altered. ``at``
    names the finding (`dateline.model.Finding`), ``judged`` is what a person decided about it,
    ``last`` whether the mark ends here.
    """

    text: str
    ink: Ink = ""
    why: str = ""
    quoted: bool = False
    at: str = ""
    judged: Judged | None = None
    last: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    pieces: tuple[Piece, ...]


def plain(text: str) -> tuple[Piece, ...]:
    """Text without a mark."""
    return (Piece(text),) if text else ()


def marked(
    side: Literal["a", "b", "alone"],
    spans: Sequence[Span],
    other: Sequence[Span],
    edits: Sequence[Edit],
    rejected: Sequence[Edit] = (),
) -> tuple[Piece, ...]:
    """The sentences ``spans`` of one side of a row, with the row's edits, also rejected ones.

    Side a (the base) shows what went and what was renamed; side b also has the words that went,
    where they stood, and those that came; ``alone`` is side b beside a base that shows what went.
    ``other`` are the other side's sentences.
    """
    every = [*edits, *rejected]
    if side == "a":
        marks = [_on_base(e) for e in every]
    elif side == "alone":
        marks = [_in_version(replace(e, a=None), None, e) for e in every]
    else:
        marks = _on_version(spans, other, every)
    ordered = sorted(filter(None, marks), key=lambda m: (m.start, m.end))
    return tuple(_pieces(spans, ordered))


def _pieces(spans: Sequence[Span], marks: Sequence[_Mark]) -> Iterator[Piece]:
    for n, span in enumerate(spans):
        if n:
            yield Piece(" ")
        at = span.start
        for mark in (m for m in marks if span.start <= m.start <= m.end <= span.end):
            if mark.start < at:
                continue  # two edits in one place: the first is enough to see
            if mark.start > at:
                yield Piece(span.text[at - span.start : mark.start - span.start])
            yield from mark.pieces
            at = mark.end
        if at < span.end:
            yield Piece(span.text[at - span.start :])


def _on_base(edit: Edit) -> _Mark | None:
    if edit.a is None:
        return None
    ink = _INKS.get(edit.kind, "cut")
    piece = replace(_piece(edit.a.text, ink, edit), last=edit.b is None)
    return _Mark(edit.a.start, edit.a.end, (piece,))


def _on_version(
    spans: Sequence[Span], other: Sequence[Span], edits: Sequence[Edit]
) -> list[_Mark | None]:
    places = _Places(other, spans) if any(e.b is None for e in edits) else None
    return [_in_version(edit, places, edit) for edit in edits]


def _in_version(edit: Edit, places: _Places | None, whole: Edit) -> _Mark | None:
    if edit.b is None:
        if edit.a is None or places is None or edit.kind in _INKS:
            return None
        at = places.of(edit.a.start)
        gone = _piece(edit.a.text, "cut", edit)
        return _Mark(at, at, (Piece(" "), gone) if at == places.end else (gone, Piece(" ")))
    ink = _INKS.get(edit.kind, "added")
    new = _piece(edit.b.text, ink, whole)
    if ink != "added" or edit.a is None:
        return _Mark(edit.b.start, edit.b.end, (new,))
    gone = _piece(edit.a.text, "cut", edit)
    gone = replace(gone, last=False)
    return _Mark(edit.b.start, edit.b.end, (gone, Piece(" "), new))


def _piece(text: str, ink: Ink, edit: Edit) -> Piece:
    judged = edit.judged
    if judged and judged.decision == "reject" and judged.machine == edit.kind:
        ink = "rejected"
    return Piece(text, ink, _why(edit), edit.quoted, edited(edit).at, judged)


def _why(edit: Edit) -> str:
    says = _SAYS.get(edit.kind, edit.kind)
    if edit.judged:
        rejected = edit.judged.decision == "reject" and edit.judged.machine == edit.kind
        says = edit.judged.says if rejected else f"{edit.kind}, {edit.judged.says}"
    if edit.a and edit.b:
        says += f": “{edit.a.text}” → “{edit.b.text}”"
    if edit.quoted:
        says += " (inside quotation marks: the words of a speaker were altered)"
    return says


class _Places:
    """Where in the version something would stand that the base has at an offset."""

    def __init__(self, base: Sequence[Span], version: Sequence[Span]) -> None:
        self._base, self._version = _words(base), _words(version)
        self.end = version[-1].end
        found = Indel.opcodes([k for k, _ in self._base], [k for k, _ in self._version])
        self._twins = {
            op.src_start + n: op.dest_start + n
            for op in found
            if op.tag == "equal"
            for n in range(op.src_end - op.src_start)
        }

    def of(self, offset: int) -> int:
        """The start of the first word of the version whose twin stands behind the offset."""
        for n, (_, start) in enumerate(self._base):
            if start >= offset and n in self._twins:
                return self._version[self._twins[n]][1]
        return self.end


def _words(spans: Sequence[Span]) -> list[tuple[str, int]]:
    """The words of some sentences with the offsets where they begin."""
    out = []
    for span in spans:
        tokens = tokenize(span.text)
        starts = (span.start + int(start) for start in tokens.starts)
        out += list(zip(tokens.keys, starts, strict=True))
    return out
