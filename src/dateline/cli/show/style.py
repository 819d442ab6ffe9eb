"""House styles, as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.show.finding import QUIET, plural, quote
from dateline.model import Habit, HouseStyle

_EXAMPLE = 90
_NONE = "no outlet runs a version of another's text here"


def show_styles(styles: Sequence[HouseStyle], limit: int) -> RenderableType:
    """Each outlet's habits, surest first; two outlets side by side."""
    if not styles:
        return Text(_NONE)
    if len(styles) == 2:
        return _side_by_side(styles[0], styles[1])
    parts: list[RenderableType] = []
    for style in styles:
        parts += [*([Text()] if parts else []), _head(style), _habits(style.habits, limit)]
        if len(style.habits) > limit:
            parts.append(Text(f"  … and {len(style.habits) - limit} more", QUIET))
    return Group(*parts)


def _head(style: HouseStyle) -> Text:
    text = Text(style.outlet, "bold")
    versions = plural(style.versions, "version")
    dispatches = plural(style.dispatches, "dispatch", "dispatches")
    text.append(f"  {versions} of {dispatches} · {style.kept:.0%} of sentences kept", "not bold")
    return text


def _grid() -> Table:
    return Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)


def _habits(habits: Sequence[Habit], limit: int) -> Table:
    table = _grid()
    table.add_column(no_wrap=True)
    table.add_column(ratio=2)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(ratio=3)
    for habit in habits[:limit]:
        sure = f"{habit.done} of {habit.possible}, sure {habit.sure:.0%}"
        example = quote(habit.example, QUIET, _EXAMPLE) if habit.example else Text()
        table.add_row(f"  {habit.what}", _pair(habit), sure, example)
    return table


def _pair(habit: Habit) -> str:
    return f"{habit.they} → {habit.we}" if habit.we else habit.they


def _side_by_side(left: HouseStyle, right: HouseStyle) -> RenderableType:
    """One row a habit, a column an outlet; a habit that an outlet has not is left open."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for title in ("", "", left.outlet, right.outlet):
        table.add_column(title, justify="right" if title else "left")
    mine, theirs = ({(h.what, _pair(h)): h for h in s.habits} for s in (left, right))
    table.add_row("sentences kept", "", f"{left.kept:.0%}", f"{right.kept:.0%}")
    for key in dict.fromkeys([*mine, *theirs]):
        table.add_row(*key, _count(mine.get(key)), _count(theirs.get(key)))
    return table


def _count(habit: Habit | None) -> str:
    return f"{habit.done} of {habit.possible}" if habit else "–"
