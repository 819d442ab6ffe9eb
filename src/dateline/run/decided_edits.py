"""A person's decisions about the edits of a comparison, put into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from dateline.model import KINDS, Comparison, Edit, Kind, Row, Sentence, Span
from dateline.store.judgements import Judgement
from dateline.store.placing import mark

__all__ = ["decided_edits", "row_spans", "turned", "with_edits"]

_TURNED: Mapping[str, str] = {
    "dropped": "added",
    "added": "dropped",
    "shortened": "extended",
    "extended": "shortened",
    "split": "merged",
    "merged": "split",
}
_Key = tuple[int | None, str, int | None, str, bool]


def decided_edits(comparison: Comparison, judgements: Iterable[Judgement]) -> Comparison:
    """A comparison with its edits as people see them, the last decision about each."""
    by_place = {_key_of(j): j for j in judgements}
    if not by_place:
        return comparison
    rows = tuple(_row(comparison, row, by_place) for row in comparison.rows)
    return replace(comparison, rows=rows)


def turned(judgement: Judgement) -> Judgement:
    """The same decision where the other report is read as the base."""
    j = judgement
    sides = {
        f"{to}{what}": getattr(j, f"{of}{what}")
        for to, of in ("ab", "ba")
        for what in ("", "_words", "_text", "_start", "_span")
    }
    if j.about == "rename":
        kind, colon, names = j.machine.partition(": ")
        return replace(j, **sides, machine=f"{kind}{colon}{_back(names)}", value=_back(j.value))
    value, machine = (_TURNED.get(v, v) for v in (j.value, j.machine))
    return replace(j, **sides, machine=machine, value=value)


def row_spans(comparison: Comparison, row: Row) -> tuple[Span | None, Span | None]:
    """The words of a row's sentences on either side, from the first to the last."""
    return (
        _whole(comparison.a.text, comparison.sentences_a, row.a),
        _whole(comparison.b.text, comparison.sentences_b, row.b),
    )


def with_edits(row: Row, edits: Sequence[Edit], rejected: Sequence[Edit] = ()) -> Row:
    """A row with other edits, and the kinds that it has then."""
    gone = {e.kind for e in row.edits} - {e.kind for e in edits}
    kinds = {*row.kinds, *(e.kind for e in edits)} - gone
    listed = tuple(kind for kind in KINDS if kind in kinds and kind != "same")
    rejected = (*row.rejected, *rejected)
    return replace(row, edits=tuple(edits), rejected=rejected, kinds=listed or ("same",))


def _row(comparison: Comparison, row: Row, by_place: Mapping[_Key, Judgement]) -> Row:
    if not row.edits:
        j = by_place.get(_key(*row_spans(comparison, row), row.kinds[0]))
        return row if j is None else _whole_row(row, j)
    edits, rejected = [], []
    for edit in row.edits:
        j = by_place.get(_key(edit.a, edit.b, edit.kind))
        if j is None:
            edits.append(edit)
        elif j.decision != "reject":
            edits.append(replace(edit, kind=cast(Kind, j.value), judged=mark(j, _machine(edit))))
        elif j.machine == _machine(edit):
            rejected.append(replace(edit, judged=mark(j, _machine(edit))))
        else:
            edits.append(edit)
    return with_edits(row, edits, rejected) if (edits, rejected) != (list(row.edits), []) else row


def _machine(edit: Edit) -> str:
    """What the machine made of an edit, before a rename in it was decided."""
    return edit.judged.machine if edit.judged else edit.kind


def _whole_row(row: Row, j: Judgement) -> Row:
    """A row without edits: its first kind is what the decision is about."""
    machine = row.kinds[0]
    if j.decision == "reject" and j.machine != machine:
        return row
    rest = set(row.kinds[1:]) | ({j.value} if j.value else set())
    kinds = tuple(kind for kind in KINDS if kind in rest)
    return replace(row, kinds=kinds or ("same",), judged=mark(j, machine))


def _key_of(j: Judgement) -> _Key:
    return j.a_start, j.a_span, j.b_start, j.b_span, j.machine == "mechanical"


def _key(a: Span | None, b: Span | None, kind: str) -> _Key:
    return (
        *((a.start, a.text) if a else (None, "")),
        *((b.start, b.text) if b else (None, "")),
        kind == "mechanical",
    )


def _whole(text: str, sentences: Sequence[Sentence], numbers: Sequence[int]) -> Span | None:
    own = [s for s in sentences if s.n in numbers]
    return Span.of(text, own[0].start, own[-1].end) if own else None


def _back(names: str) -> str:
    they, arrow, we = names.partition(" → ")
    return f"{we}{arrow}{they}" if arrow else names
