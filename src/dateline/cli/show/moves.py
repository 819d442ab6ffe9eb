"""Findings about whole sentences: dropped, added, moved, split, merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from dateline.cli.show.finding import SENTENCE, A, B, Finding, found, quote
from dateline.model import Comparison, Edit, Row, Sentence


def dropped(comparison: Comparison) -> Iterator[Finding]:
    """DROPPED: sentences that only a has."""
    by_n = {s.n: s for s in comparison.sentences_a}
    items = (
        quote(by_n[n].text, A, SENTENCE) for row in comparison.rows if not row.b for n in row.a
    )
    yield from found("DROPPED", items, "bold red")


def added(comparison: Comparison) -> Iterator[Finding]:
    """ADDED: sentences that only b has."""
    by_n = {s.n: s for s in comparison.sentences_b}
    items = (
        quote(by_n[n].text, B, SENTENCE) for row in comparison.rows if not row.a for n in row.b
    )
    yield from found("ADDED", items, "bold green")


def moved(comparison: Comparison) -> Iterator[Finding]:
    """MOVED, SPLIT and MERGED."""
    rows = [row for row in comparison.rows if row.a and row.b]
    yield from found("MOVED", (_move(comparison, r) for r in rows if r.moved), "bold cyan")
    still = [row for row in rows if not row.moved]
    split = (_regroup(comparison, r) for r in still if "split" in r.kinds)
    merged = (_regroup(comparison, r) for r in still if "merged" in r.kinds)
    yield from found("SPLIT", split, "bold cyan")
    yield from found("MERGED", merged, "bold cyan")


def is_told_as_move(comparison: Comparison, row: Row, edit: Edit) -> bool:
    """Whether the words of an edit are those that MOVED shows as having moved."""
    if not (row.moved and len(row.b) > 1):
        return False
    if edit.b is None:
        return edit.kind == "reworded"
    far = _away(comparison, row)
    return edit.a is None and any(s.start <= edit.b.start < s.end for s in far)


def _move(comparison: Comparison, row: Row) -> Text:
    far = _away(comparison, row)
    where = Text(f" → {_place(far[0].n, comparison.sentences_b)}")
    if len(row.b) == 1:
        was = _place(row.a[0], comparison.sentences_a)
        return Text.assemble(quote(far[0].text), f"  {was}", where)
    left = [e.a.text for e in row.edits if e.a and e.b is None and e.kind == "reworded"]
    what = left or [s.text for s in comparison.sentences_a if s.n in row.a]
    parts = Text(" · ").join(quote(text, A) for text in what)
    return Text.assemble(parts, where, ": ", quote(" ".join(s.text for s in far), B, SENTENCE))


def _away(comparison: Comparison, row: Row) -> list[Sentence]:
    """Of a row's sentences in b those that do not stand where the row before leads one to look."""
    mine = [s for s in comparison.sentences_b if s.n in row.b]
    before = [r.b[-1] for r in comparison.rows if r.b and not r.moved and r.a and r.a < row.a]
    home = min(mine, key=lambda s: abs(s.n - (before[-1] if before else 0)))
    return [s for s in mine if s is not home] or [home]


def _place(n: int, sentences: Sequence[Sentence]) -> str:
    """Where a sentence stands in its report's body, as a person counts."""
    order = [s.n for s in sentences if s.role == "body"]
    if n not in order:
        return "outside the body"
    at = order.index(n)
    if at == len(order) - 1:
        return "last sentence"
    return "first sentence" if at == 0 else f"sentence {at + 1} of {len(order)}"


def _regroup(comparison: Comparison, row: Row) -> Text:
    """A sentence that became several, or several that became one."""
    one_to_many = len(row.a) <= len(row.b)
    sentences = comparison.sentences_a if one_to_many else comparison.sentences_b
    numbers = row.a if one_to_many else row.b
    whole = quote(" ".join(s.text for s in sentences if s.n in numbers))
    counts = f"  {len(row.a)} → {len(row.b)} sentences"
    return Text.assemble(whole, counts)
