"""People's decisions, as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.finding import QUIET
from dateline.run.marking import what

if TYPE_CHECKING:
    from dateline.model import Finding
    from dateline.store.judgements import Judgement

NONE_LOST: Mapping[int, str] = {}
_WORDS = 90


def show_judgements(
    judgements: Sequence[Judgement], lost: Mapping[int, str] = NONE_LOST
) -> RenderableType:
    """A line for each: number, day, what was decided about whom, by whom and why.

    ``lost`` says of some, by their numbers, why they cannot apply.
    """
    if not judgements:
        return Text("no decisions", QUIET)
    grid = Table.grid(padding=(0, 2, 0, 0))
    for column in range(5):
        grid.add_column(justify="right" if column == 0 else "left", overflow="fold")
    for j in judgements:
        style = QUIET if j.undone else ""
        about = " · ".join(one_line(x) for x in (j.a, j.b, lost.get(j.number, "")) if x)
        more = " · ".join(one_line(x) for x in (j.by, j.note) if x)
        more += f" (undone {j.undone[:10]})" if j.undone else ""
        cells = (str(j.number), j.made[:10], one_line(what(j)), about or "everywhere", more)
        grid.add_row(*(Text(x, style) for x in cells))
    return grid


def show_findings(found: Sequence[Finding]) -> RenderableType:
    """A line for each: its name, what the machine has, its words, and what a person decided."""
    if not found:
        return Text("nothing found to decide about", QUIET)
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        grid.add_column(overflow="fold")
    for one in found:
        words = " → ".join(one_line(w)[:_WORDS] for w in (one.a_span, one.b_span) if w)
        judged = one_line(one.judged.says) if one.judged else ""
        says = one.machine if one.about == "rename" else f"{one.machine}: {words}"
        grid.add_row(Text(one_line(one.at)), Text(one_line(says)), Text(judged, QUIET))
    return grid
