"""Findings about words inside sentences that both reports have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.text import Text

from dateline.cli.show.finding import QUIET, A, B, Finding, around, change, found, plural, quote
from dateline.cli.show.moves import is_told_as_move
from dateline.collate.lexicon import FUNCTION, NEGATIONS
from dateline.model import Comparison, Edit, Row

_FEW = 2
_SMALL = FUNCTION - NEGATIONS
_WORDS = ("shortened", "extended", "reworded")


def quotations(comparison: Comparison) -> Iterator[Finding]:
    """QUOTE ALTERED: other words between the marks, whoever is quoted."""
    altered = [
        _within(comparison, row, item(e), e.b.text if e.b else "")
        for row, e in _edits(comparison)
        if e.quoted and e.kind in _WORDS
    ]
    renamed = [
        _within(comparison, comparison.rows[use.row], change(use.a.text, use.b.text), use.b.text)
        for rename in comparison.renames
        if rename.type != "spelling"
        for use in rename.uses
        if use.quoted
    ]
    yield from found("QUOTE ALTERED", altered + renamed, "bold red")


def facts(comparison: Comparison) -> Iterator[Finding]:
    """FACTS: figures, dates and the like that differ, with the sentence around them."""
    items = []
    for row in comparison.rows:
        for a, b in row.facts_changed:
            pair = change(a, b) if a and b else quote(a, A) if a else quote(b, B)
            items.append(_within(comparison, row, pair, b))
    yield from found("FACTS", items, "bold yellow")


def sources(comparison: Comparison) -> Iterator[Finding]:
    """SOURCE CUT and SOURCE ADDED: what was said stayed, who said it came or went."""
    cut: list[Text] = []
    put: list[Text] = []
    for row in comparison.rows:
        for a, b in row.attribution_changed:
            said = " ".join(s.text for s in comparison.sentences_b if s.n in row.b)
            told = Text.assemble(quote(a, A) if a else quote(b, B), "  in ", around(said, b))
            (cut if a else put).append(told)
    yield from found("SOURCE CUT", cut, "bold yellow")
    yield from found("SOURCE ADDED", put, "bold yellow")


def words(comparison: Comparison) -> Iterator[Finding]:
    """CUT, EXTENDED and REWORDED, but for small words that tell nothing by themselves."""
    labels = {"shortened": "CUT", "extended": "EXTENDED", "reworded": "REWORDED"}
    styles = {"shortened": "bold red", "extended": "bold green", "reworded": "bold"}
    told = list(_worded(comparison))
    for kind in _WORDS:
        items = (item(e) for e in told if e.kind == kind and not _is_small(e))
        yield from found(labels[kind], items, styles[kind])


def small_words(comparison: Comparison) -> Iterator[Finding]:
    """One line for articles, prepositions and the like that came, went or changed."""
    groups: dict[tuple[str, str], list[Edit]] = {}
    for e in _worded(comparison):
        if _is_small(e):
            groups.setdefault((e.a.text if e.a else "", e.b.text if e.b else ""), []).append(e)
    often = sorted(groups.values(), key=len, reverse=True)
    items = (item(replace(g[0], kind="reworded")) + _times(len(g)) for g in often)
    yield from found("small words", items, QUIET, inline=True)


def _times(n: int) -> str:
    return f" ×{n}" if n > 1 else ""


def _worded(comparison: Comparison) -> Iterator[Edit]:
    """The edits of words that are told nowhere else."""
    for row, e in _edits(comparison):
        if e.kind in _WORDS and not e.quoted and not _is_told(comparison, row, e):
            yield e


def _is_small(edit: Edit) -> bool:
    """Whether both sides have one or two function words at most."""
    sides = [span.text.casefold().split() for span in (edit.a, edit.b) if span]
    return all(len(s) <= _FEW and _SMALL.issuperset(s) for s in sides)


def mechanical(comparison: Comparison) -> Iterator[Finding]:
    """One quiet line for what editing systems do by themselves."""
    if n := sum(e.kind == "mechanical" for _, e in _edits(comparison)):
        says = plural(n, "mechanical edit") + " (quotation marks, spaces, letter case)"
        yield from found("noise", [Text(says, QUIET)], QUIET)


def item(edit: Edit) -> Text:
    """One edit: the words that changed, or that only one report has."""
    if edit.a and edit.b:
        return change(edit.a.text, edit.b.text)
    told = edit.kind in ("shortened", "extended")  # by the label
    if edit.a:
        return quote(edit.a.text, A) + ("" if told else " cut")
    return quote(edit.b.text if edit.b else "", B) + ("" if told else " added")


def _within(comparison: Comparison, row: Row, what: Text, words: str) -> Text:
    """What changed, with the words of b's sentence around it."""
    sentence = " ".join(s.text for s in comparison.sentences_b if s.n in row.b)
    return Text.assemble(what, "  in ", around(sentence, words)) if sentence else what


def _edits(comparison: Comparison) -> Iterator[tuple[Row, Edit]]:
    return ((row, edit) for row in comparison.rows for edit in row.edits)


def _is_told(comparison: Comparison, row: Row, edit: Edit) -> bool:
    """Whether FACTS, SOURCE or MOVED tell of this edit already."""
    a, b = edit.a.text if edit.a else "", edit.b.text if edit.b else ""
    if (a, b) in row.attribution_changed:
        return True
    if a and b and any(a in x and b in y for x, y in row.facts_changed):
        return True
    return is_told_as_move(comparison, row, edit)
