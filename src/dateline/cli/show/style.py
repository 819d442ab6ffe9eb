"""House styles, as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.safe import one_line
from dateline.cli.show.finding import QUIET, around, plural
from dateline.model import Habit, HouseStyle

_EXAMPLE = 110
_LABEL = 19
_COLUMN = 20
_NONE = "no outlet runs a version of another's text here"


def show_styles(styles: Sequence[HouseStyle], limit: int) -> RenderableType:
    """Each outlet's habits, surest first, each with an example; two outlets side by side."""
    if not styles:
        return Text(_NONE)
    if len(styles) == 2:
        return _side_by_side(styles[0], styles[1], limit)
    parts: list[RenderableType] = []
    for style in styles:
        parts += [*([Text()] if parts else []), _head(style), _habits(style.habits, limit)]
        if len(style.habits) > limit:
            parts.append(Text(f"  … and {len(style.habits) - limit} more", QUIET))
    return Group(*parts)


def _head(style: HouseStyle) -> Text:
    text = Text(one_line(style.outlet), "bold")
    return text.append(f"  {_figures(style)}", "not bold")


def _figures(style: HouseStyle) -> str:
    versions = plural(style.versions, "version")
    dispatches = plural(style.dispatches, "dispatch", "dispatches")
    return f"{versions} of {dispatches} · {style.kept:.0%} of sentences kept"


def _habits(habits: Sequence[Habit], limit: int) -> Table:
    """A line for each habit, its example below it."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, min_width=_LABEL)
    table.add_column(overflow="fold")
    for habit in habits[:limit]:
        what = Text(_pair(habit), "bold") + (" · " if habit.they else "") + _done(habit)
        if habit.example:
            what.append("\n").append_text(around(habit.example, habit.we, _EXAMPLE))
        table.add_row(f"  {habit.what}", what)
    return table


def _done(habit: Habit) -> Text:
    often = f"{habit.done:,} of {habit.possible:,}"
    where = f" in {plural(habit.dispatches, 'dispatch', 'dispatches')}"
    whose = f"; {one_line(habit.judged.says)}" if habit.judged else ""
    return Text(f"{often}{where}, sure {habit.sure:.0%}{whose}", "not bold")


def _pair(habit: Habit) -> str:
    return one_line(f"{habit.they} → {habit.we}" if habit.we else habit.they)


def _side_by_side(left: HouseStyle, right: HouseStyle, limit: int) -> RenderableType:
    """One row a habit, a column an outlet; a habit that an outlet has not is left open.

    What both do, one way or another, comes first, then what only one does, surest first.
    """
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for title in ("", ""):
        table.add_column(title)
    for style in (left, right):
        table.add_column(one_line(style.outlet), justify="right", max_width=_COLUMN)
    mine, theirs = ({(h.what, _pair(h)): h for h in s.habits} for s in (left, right))
    for name, shown in (
        ("versions", [f"{s.versions:,}" for s in (left, right)]),
        ("sentences kept", [f"{s.kept:.0%}" for s in (left, right)]),
    ):
        table.add_row(name, "", *shown)
    both = [key for key in mine if key in theirs]
    alone = [(h, key) for side in (mine, theirs) for key, h in side.items() if key not in both]
    alone.sort(key=lambda found: (-found[0].sure, -found[0].done, found[1]))
    keys = [*both, *(key for _, key in alone)]
    for key in keys[: 2 * limit]:
        table.add_row(*key, _count(mine.get(key)), _count(theirs.get(key)))
    rest = len(keys) - 2 * limit
    return Group(table, Text(f"… and {rest} more", QUIET)) if rest > 0 else table


def _count(habit: Habit | None) -> str:
    return f"{habit.done} of {habit.possible}" if habit else "–"
