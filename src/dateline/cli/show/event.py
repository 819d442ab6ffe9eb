"""Who else reports the event of a dispatch, and what they say alike or otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from dateline.claims.figures import agree, counted
from dateline.cli.safe import one_line
from dateline.cli.show.called import Namer
from dateline.cli.show.finding import QUIET, Finding, found, listing, plural, shorten, table
from dateline.cli.show.statements import show_statement
from dateline.model import Number

if TYPE_CHECKING:
    from dateline.run.event import Event, Reporting

_TITLE = 60
_MOST = 5  # statements


def show_event(event: Event, own: str, limit: int, name: Namer) -> Iterator[RenderableType]:
    """The dispatches of the event by day; what differs in its figures, and what several say.

    ``own`` is the id of the dispatch that is shown; at most ``limit`` others are listed.
    """
    others = [d for d in event.dispatches if d.id != own]
    days = sorted(d.day for d in event.dispatches if d.day)
    span = " – ".join(dict.fromkeys((days[0], days[-1]))) if days else "days unknown"
    told_by = plural(len(event.story.dispatches), "dispatch", "dispatches")
    yield Text.assemble(("EVENT", "bold reverse"), (f" told by {told_by} · {span}", "bold"))
    for one in others[:limit]:
        yield from _reporting(one, limit)
    if (rest := len(event.story.dispatches) - 1 - len(others[:limit])) > 0:
        yield Text(f"  … and {plural(rest, 'dispatch', 'dispatches')} more (--json has all)", QUIET)
    if differing := [*_figures(event, name)]:
        yield from (Text(), table(differing, limit))
    said = [s for s in event.statements if s.attributed and s.dispatches > 1]
    for statement in said[:_MOST]:
        yield Text()
        yield from show_statement(statement, name, limit)
    if (rest := len(said) - _MOST) > 0:
        more = plural(rest, "more statement") + " of several dispatches"
        yield from (Text(), Text(f"… and {more} (--json has all)", QUIET))


def _figures(event: Event, name: Namer) -> Iterator[Finding]:
    """Figures of one kind that cannot all be right, side by side: by whom, where, on which day."""
    told = {a.claim: a for s in event.statements for a in s.appearances}
    days = {one.id: one.day for one in event.dispatches}
    kinds: dict[str, dict[str, Number]] = defaultdict(dict)
    for figure in (f for s in event.statements if s.conflicts for f in s.figures):
        if (where := told.get(figure.claim)) and (kind := counted(figure.number)):
            day = days.get(where.dispatch, "")
            by = (figure.source or "nobody named", name(where.report), day)
            says = f"{figure.number.text} ({', '.join(x for x in by if x)})"
            kinds[kind][one_line(says)] = figure.number
    for kind, figures in kinds.items():
        if any(agree([a], [b]) is False for a, b in combinations(figures.values(), 2)):
            yield from found("FIGURES", map(Text, [f"{kind}:", *figures]), "bold magenta")


def _reporting(one: Reporting, limit: int) -> Iterator[Text]:
    """A dispatch in one line, and how to see it."""
    outlets = listing((one_line(o) for o in one.outlets), limit) if one.outlets else ""
    about = " · ".join(x for x in (plural(one.versions, "version"), outlets) if x)
    text = Text(f"  {one.day or 'day unknown'}  ").append(shorten(one.title, _TITLE), "bold")
    yield text.append(f"  {about}", QUIET)
    yield Text(f"              dateline story {one.id}", QUIET)
