"""Two reports collated, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show import decided, edits, furniture, lineage, moves, names
from dateline.cli.show.called import Namer, namer
from dateline.cli.show.days import day
from dateline.cli.show.finding import QUIET, Finding, found, table
from dateline.model import Comparison, Report


def show_comparison(
    comparison: Comparison, limit: int, name: Namer | None = None
) -> RenderableType:
    """A head line, then one labelled line for each sort of change, then the verdict.

    ``limit`` is how many items of one sort are shown; ``name`` says how ids are shown.
    """
    name = name or namer((comparison.a.id, comparison.b.id))
    return Group(head(comparison, name), table(findings(comparison), limit))


def head(comparison: Comparison, name: Namer) -> RenderableType:
    """Which two reports, and how much of a is left in b."""
    a, b = comparison.a, comparison.b
    grid = Table.grid(expand=True, padding=(0, 1))
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    who = Text.assemble(title(a, name), (" (a)", QUIET), "  →  ", title(b, name), (" (b)", QUIET))
    grid.add_row(who, Text(kept(comparison)))
    return grid


def title(report: Report, name: Namer) -> Text:
    """A report by its id, with outlet and date where they are known."""
    known = ", ".join(x for x in (one_line(report.outlet), day(report.date)) if x)
    text = Text(name(report.id), "bold")
    return text.append(f" ({known})", "not bold") if known else text


def kept(comparison: Comparison) -> str:
    """How many sentences of a's body b has in some form."""
    body = {s.n for s in comparison.sentences_a if s.role == "body"}
    left = {n for row in comparison.rows if row.b for n in row.a}
    return f"{len(body & left)} of {len(body)} sentences kept"


def findings(comparison: Comparison) -> Iterable[Finding]:
    """Everything that is found, in the order in which it matters to a reader."""
    some = [
        *names.names(comparison),
        *edits.facts(comparison),
        *edits.sources(comparison),
        *edits.quotations(comparison),
        *moves.dropped(comparison),
        *edits.words(comparison),
        *moves.moved(comparison),
        *moves.added(comparison),
        *furniture.furniture(comparison),
        *furniture.damage(comparison),
        *edits.small_words(comparison),
        *edits.mechanical(comparison),
    ]
    if not some:
        some.extend(found("SAME", [Text("the words are the same throughout")]))
    return [*some, *decided.decided(comparison), *lineage.lineage(comparison)]
