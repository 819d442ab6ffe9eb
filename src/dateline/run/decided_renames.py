"""A person's decisions about the renames of a comparison, put into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast, get_args

from dateline.model import Comparison, Edit, Kind, Rename, RenameType, Row, Span, Use
from dateline.run.decided_edits import with_edits
from dateline.run.marking import ARROW, rename_in_words
from dateline.store.judgements import Judgement
from dateline.store.placing import mark
from dateline.text import fold

__all__ = ["decided_renames"]

_NAMED = ("renamed", "spelling")


def decided_renames(comparison: Comparison, judgements: Iterable[Judgement]) -> Comparison:
    """A comparison with its renames as people see them, the last decision about each.

    The words at the places of a rename change with it: of one that is none they are reworded.
    """
    by_names = {(fold(j.a_span), fold(j.b_span)): j for j in judgements}
    if not by_names:
        return comparison
    rows = list(comparison.rows)
    kept: list[Rename] = []
    rejected: list[Rename] = []
    for rename in comparison.renames:
        j = by_names.get((fold(rename.a), fold(rename.b)))
        if j is None or (j.decision == "reject" and not j.machine.startswith(f"{rename.type}:")):
            kept.append(rename)
            continue
        decided = _decided(rename, j)
        (rejected if j.decision == "reject" else kept).append(decided)
        kind: Kind = "reworded" if j.decision == "reject" else _kind(decided.type)
        _recast(rows, decided, kind, j)
    return replace(comparison, rows=tuple(rows), renames=tuple(kept), rejected=tuple(rejected))


def _decided(rename: Rename, j: Judgement) -> Rename:
    """The rename with the type or the names that a person gave it."""
    judged = mark(j, rename_in_words(rename))
    if j.value in get_args(RenameType):
        return replace(rename, type=cast(RenameType, j.value), judged=judged)
    if ARROW in j.value:
        they, _, we = j.value.partition(ARROW)
        return replace(rename, a=they.strip(), b=we.strip(), judged=judged)
    return replace(rename, judged=judged)


def _kind(type_: RenameType) -> Kind:
    return "spelling" if type_ == "spelling" else "renamed"


def _recast(rows: list[Row], rename: Rename, kind: Kind, j: Judgement) -> None:
    """Give the edits at the places of a rename their kind."""
    by_row: Mapping[int, list[Use]] = {use.row: [] for use in rename.uses}
    for use in rename.uses:
        by_row[use.row].append(use)
    for n, uses in by_row.items():
        edits = tuple(_recast_edit(e, uses, kind, j) for e in rows[n].edits)
        if edits != rows[n].edits:
            rows[n] = with_edits(rows[n], edits)


def _recast_edit(edit: Edit, uses: Sequence[Use], kind: Kind, j: Judgement) -> Edit:
    if edit.kind not in _NAMED or edit.kind == kind:
        return edit
    if not any(_meet(edit.a, use.a) or _meet(edit.b, use.b) for use in uses):
        return edit
    return replace(edit, kind=kind, judged=mark(j, edit.kind))


def _meet(edit: Span | None, use: Span) -> bool:
    return edit is not None and edit.start < use.end and use.start < edit.end
