"""Reports found by their words, as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.called import namer
from dateline.cli.show.finding import QUIET

if TYPE_CHECKING:
    from dateline.store.words import Hit

_AROUND = 70


def show_hits(hits: Sequence[Hit]) -> RenderableType:
    """Two lines for each: who and when, and the first place that has the words."""
    if not hits:
        return Text("nothing found", QUIET)
    name = namer(hit.report for hit in hits)
    parts: list[RenderableType] = []
    for hit in hits:
        known = ", ".join(one_line(x) for x in (hit.outlet, hit.date[:10], hit.title) if x)
        head = Text(name(hit.report), "bold")
        parts += [head.append(f" ({known})", "not bold") if known else head, _context(hit)]
    return Group(*parts)


def _context(hit: Hit) -> Text:
    """The words around the first place, found words bold."""
    if not hit.spans:
        return Text(f"  {one_line(hit.text[: 2 * _AROUND])} …", QUIET)
    first = hit.spans[0]
    start, end = max(0, first.start - _AROUND), min(len(hit.text), first.end + _AROUND)
    text, at = Text("  … " if start else "  "), start
    for span in hit.spans:
        if span.end <= end:
            text.append(_flat(hit.text[at : span.start]))
            text.append(_flat(span.text), "bold")
            at = span.end
    text.append(_flat(hit.text[at:end]) + (" …" if end < len(hit.text) else ""))
    return text


def _flat(text: str) -> str:
    """On one line, with the spaces at its ends kept."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return lead + one_line(text) + tail
