"""People's decisions, as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.finding import QUIET

if TYPE_CHECKING:
    from dateline.store.judgements import Judgement


def show_judgements(judgements: Sequence[Judgement]) -> RenderableType:
    """A line for each: number, day, what was decided about whom, by whom and why."""
    if not judgements:
        return Text("no decisions", QUIET)
    grid = Table.grid(padding=(0, 2, 0, 0))
    for column in range(5):
        grid.add_column(justify="right" if column == 0 else "left", overflow="fold")
    for j in judgements:
        style = QUIET if j.undone else ""
        kind = f" {j.relation}" if j.relation and j.decision != "merge" else ""
        about = f"{one_line(j.a)} · {one_line(j.b)}"
        more = " · ".join(one_line(x) for x in (j.by, j.note) if x)
        more += f" (undone {j.undone[:10]})" if j.undone else ""
        grid.add_row(
            *(Text(x, style) for x in (str(j.number), j.made[:10], j.decision + kind, about, more))
        )
    return grid
