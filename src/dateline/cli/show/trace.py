"""Who carries a draft, as a person reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.called import Namer, namer
from dateline.cli.show.edits import item
from dateline.cli.show.finding import QUIET, SENTENCE, plural, quote

if TYPE_CHECKING:
    from dateline.store.trace import Carrier, Found, Sentence, Trace

_EDITS = 4


def show_trace(trace: Trace) -> RenderableType:
    """Who carries it, earliest first; of a draft also how much, and each sentence's fate."""
    if not trace.carriers:
        return Text("nobody carries it", "bold")
    name = namer(c.report for c in trace.carriers)
    parts: list[RenderableType] = [_sum(trace)]
    if len(trace.sentences) == 1:
        parts.append(_carriers(trace.carriers, trace.sentences[0], name))
    else:
        parts += [_shares(trace.carriers, name), *map(_fate, trace.sentences)]
    return Group(*parts)


def _sum(trace: Trace) -> Text:
    text = Text(f"{plural(len(trace.carriers), 'report')} carry it or part of it", "bold")
    text.append(f", since {trace.since[:10]}" if trace.since else ", since when is unknown", "bold")
    if trace.undated and trace.since:
        text.append(f" at the latest: {trace.undated:,} of unknown date", "not bold")
    return text


def _carriers(carriers: Sequence[Carrier], sentence: Sentence, name: Namer) -> RenderableType:
    """For one sentence: each report, and what it has made of it."""
    found = {f.report: f for f in sentence.found}
    grid = _grid(4)
    for c in carriers:
        if one := found.get(c.report):
            grid.add_row(_day(c), Text(one.how, _style(one.how)), _who(c, name), _changes(one))
    return grid


def _changes(found: Found) -> Text:
    text = Text(" · ").join(item(edit) for edit in found.edits[:_EDITS])
    if rest := len(found.edits) - _EDITS if len(found.edits) > _EDITS else 0:
        text.append(f" … and {rest:,} more", QUIET)
    return text


def _shares(carriers: Sequence[Carrier], name: Namer) -> RenderableType:
    """For a draft: how much of it each report has."""
    grid = _grid(4)
    for c in carriers:
        relation = c.relation.relation if c.relation else ""
        grid.add_row(_day(c), f"{c.share:.0%} of the words", Text(relation), _who(c, name))
    return grid


def _fate(sentence: Sentence) -> Text:
    """One sentence of a draft: how many have it in which way."""
    counts = Counter(f.how for f in sentence.found)
    says = ", ".join(f"{counts[how]:,} {how}" for how in ("whole", "cut", "altered") if counts[how])
    return Text.assemble((says or "nobody", "bold"), "  ", quote(sentence.text, "", SENTENCE))


def _grid(columns: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for column in range(columns):
        grid.add_column(no_wrap=column < 2, overflow="fold")
    return grid


def _day(carrier: Carrier) -> Text:
    if carrier.day:
        return Text(carrier.day[:10])
    return Text(f"unknown ({one_line(carrier.date)})" if carrier.date else "unknown", QUIET)


def _who(carrier: Carrier, name: Namer) -> Text:
    text = Text(name(carrier.report), "bold")
    return text.append(f" ({one_line(carrier.outlet)})", "not bold") if carrier.outlet else text


def _style(how: str) -> str:
    return {"whole": "green", "cut": "yellow"}.get(how, "red")
