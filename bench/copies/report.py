"""What was measured, as a table and as a curve."""

from __future__ import annotations

import math
from collections.abc import Callable
from html import escape

from bench.copies.measure import Seen

_COLOURS = ("#0b5fa5", "#5aa0d8", "#c8501e", "#3a7d44", "#8a5aa5", "#777777")
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 860, 520, 70, 150, 40, 60
_COLUMNS: tuple[tuple[str, Callable[[Seen], str]], ...] = (
    ("tool", lambda s: s.tool),
    ("reports", lambda s: f"{s.reports:,}"),
    ("whole process s", lambda s: f"{s.wall:.2f}"),
    ("in process s", lambda s: f"{s.in_process:.3f}"),
    ("CPU s", lambda s: f"{s.cpu:.2f}"),
    ("peak MB", lambda s: f"{s.peak / 1e6:.0f}"),
    ("in process / read + wc -w", lambda s: f"{s.in_process / s.read_and_wc:.1f}"),
    ("pairs", lambda s: f"{s.pairs:,}"),
    ("recall C ≥ .3", lambda s: f"{s.recall_containment:.3f}"),
    ("recall J ≥ .5", lambda s: f"{s.recall_jaccard:.3f}"),
    ("precision C ≥ .3", lambda s: f"{s.precision_containment:.3f}"),
)


def table(seen: list[Seen]) -> str:
    """A Markdown table, size by size."""
    rows = [[name for name, _ in _COLUMNS], ["---", *["---:"] * (len(_COLUMNS) - 1)]]
    ordered = sorted(seen, key=lambda s: (s.reports, s.in_process))
    rows += [[show(s) for _, show in _COLUMNS] for s in ordered]
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def curve(seen: list[Seen]) -> str:
    """An SVG of seconds over reports, both logarithmic: whole process and (dashed) in process."""
    tools = list(dict.fromkeys(s.tool for s in seen))
    times = [t for s in seen for t in (s.wall, s.in_process)]
    x = _scale([s.reports for s in seen], _LEFT, _WIDTH - _RIGHT)
    y = _scale(times, _HEIGHT - _BOTTOM, _TOP)
    parts = [_axes(sorted({s.reports for s in seen}), times, x, y)]
    for tool, colour in zip(tools, _COLOURS, strict=False):
        mine = sorted((s for s in seen if s.tool == tool), key=lambda s: s.reports)
        parts.append(_line([(x(s.reports), y(s.wall)) for s in mine], colour, ""))
        parts.append(_line([(x(s.reports), y(s.in_process)) for s in mine], colour, "5 4"))
        parts.append(_text(x(mine[-1].reports) + 8, y(mine[-1].wall) + 4, tool, colour, "start"))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
    style = 'font-family="sans-serif" font-size="13" role="img">'
    title = "<title>Seconds to find all pairs, by number of reports</title>"
    ground = f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>'
    return head + style + title + ground + "".join(parts) + "</svg>\n"


def _scale(values: list[int] | list[float], start: float, end: float) -> Callable[[float], float]:
    low, high = math.log10(min(values)), math.log10(max(values))
    span = max(high - low, 1e-9)
    return lambda value: start + (math.log10(value) - low) / span * (end - start)


def _axes(
    sizes: list[int],
    times: list[float],
    x: Callable[[float], float],
    y: Callable[[float], float],
) -> str:
    parts = [_text(x(n), _HEIGHT - _BOTTOM + 22, f"{n:,}", "#333", "middle") for n in sizes]
    for power in range(math.ceil(math.log10(min(times))), math.floor(math.log10(max(times))) + 1):
        at = y(10**power)
        grid = f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at:.1f}" y2="{at:.1f}"'
        parts.append(grid + ' stroke="#ddd"/>')
        parts.append(_text(_LEFT - 8, at + 4, f"{10**power:g} s", "#333", "end"))
    caption = "reports; solid: whole process, dashed: in process, from file to pairs"
    parts.append(_text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 14, caption, "#333", "middle"))
    return "".join(parts)


def _line(points: list[tuple[float, float]], colour: str, dashes: str) -> str:
    path = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
    style = f'fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"'
    dots = "".join(
        f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3" fill="{colour}"/>' for px, py in points
    )
    return f'<polyline points="{path}" {style}/>{dots}'


def _text(x: float, y: float, words: str, colour: str, anchor: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}"'
    return f"<text {place}>{escape(words)}</text>"
