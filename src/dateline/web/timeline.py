"""A timeline as SVG: a dot for each statement at the day that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from statistics import median

from dateline.web.map.draw import radius

__all__ = ["Moment", "drawn"]

_WIDTH, _SIDE, _TOP, _AXIS, _LANE = 900, 26, 14, 34, 20
_LANES = 14
_LABEL = 46  # half of a day's name
_TICKS = 7
_LEAST, _FAR = 10, 6  # days around the middle, and how often the median distance, that are shown
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Moment:
    """A statement with the days that it speaks of, both included; as a map's ``Dot``.

    ``party`` says that it is a party's word: a diamond, not a disc.
    """

    key: str
    start: date
    end: date
    sources: int
    reports: int
    says: str
    party: bool = False


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    days: int

    def at(self, day: date, part: float = 0.5) -> float:
        """The pixel of a part of a day."""
        room = _WIDTH - 2 * _SIDE
        return _SIDE + room * ((day - self.first).days + part) / self.days


def drawn(moments: Sequence[Moment], label: str) -> tuple[str, int]:
    """The timeline as an SVG element, empty where there is nothing to show.

    A few statements that speak of quite other times do not make it small: they are left out, and
    counted.
    """
    near = _near(moments)
    return (_drawn(near, label) if near else ""), len(moments) - len(near)


def _near(moments: Sequence[Moment]) -> list[Moment]:
    """Those that begin and end where most do."""
    if not moments:
        return []
    ends = [m.end.toordinal() for m in moments]
    middle = median(ends)
    limit = max(_LEAST, _FAR * median(abs(end - middle) for end in ends))
    return [
        m for m in moments if all(abs(d.toordinal() - middle) <= limit for d in (m.start, m.end))
    ]


def _drawn(moments: Sequence[Moment], label: str) -> str:
    first, last = min(m.start for m in moments), max(m.end for m in moments)
    axis = _Axis(first, (last - first).days + 1)
    lanes = _lanes(moments, axis)
    high = _TOP + _LANE * (1 + max(lanes.values())) + _AXIS
    parts = (
        f'<svg class="timeline" role="group" aria-label="{escape(label)}"'
        f' viewBox="0 0 {_WIDTH} {high}"'
        ' font-family="system-ui, sans-serif" font-size="13">',
        *_ticks(axis, high - _AXIS),
        *(_moment(m, axis, high - _AXIS - _LANE * (lanes[m.key] + 0.6)) for m in moments),
        "</svg>",
    )
    return "".join(parts)


def _lanes(moments: Sequence[Moment], axis: _Axis) -> dict[str, int]:
    """The lowest lane in which each one is free of those before it."""
    ends = [-1e9] * _LANES
    found = {}
    for m in sorted(moments, key=lambda m: (m.start, -m.sources, m.key)):
        left, right = axis.at(m.start), axis.at(m.end)
        r = radius(max(m.sources, m.reports)) + 3
        lane = next((n for n, end in enumerate(ends) if end < left - r), _LANES - 1)
        ends[lane] = max(ends[lane], right + r)
        found[m.key] = lane
    return found


def _moment(m: Moment, axis: _Axis, y: float) -> str:
    left, right = axis.at(m.start), axis.at(m.end)
    x = (left + right) / 2
    span = f'<path class="span" d="M{left:.1f} {y:.1f}H{right:.1f}"/>' if m.end > m.start else ""
    ring = f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="{radius(m.reports) + 2}"/>'
    return (
        f'<a href="#{escape(m.key)}" data-key-of="{escape(m.key)}" aria-label="{escape(m.says)}">'
        f"<title>{escape(m.says)}</title>{span}{ring if m.reports > m.sources else ''}"
        f"{_disc(m, x, y)}</a>"
    )


def _disc(m: Moment, x: float, y: float) -> str:
    r = radius(m.sources)
    if m.party:
        d = round(1.3 * r, 1)
        return f'<path class="disc" d="M{x:.1f} {y - d:.1f}l{d} {d}l-{d} {d}l-{d} -{d}z"/>'
    return f'<circle class="disc" cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>'


def _ticks(axis: _Axis, y: float) -> Iterator[str]:
    step = max(1, -(-axis.days // _TICKS))
    yield f'<path class="axis" d="M{_SIDE} {y:.1f}H{_WIDTH - _SIDE}"/>'
    for n in range(0, axis.days, step):
        day = axis.first + timedelta(n)
        x = axis.at(day)
        says = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        middle = min(max(x, _LABEL), _WIDTH - _LABEL)
        yield f'<path class="axis" d="M{x:.1f} {y:.1f}v5"/>'
        yield f'<text x="{middle:.1f}" y="{y + 20:.1f}" text-anchor="middle">{says}</text>'
