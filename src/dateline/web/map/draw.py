"""A map as SVG: a dot for each place, as large as it has originating sources; a ring for copies.

Everything that a dot says stands in its title too. Looks are attributes and classes, no styles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from dateline.web.map.shapes import Point, Ring, middle, rings
from dateline.web.map.view import View, around

__all__ = ["Dot", "drawn", "radius"]

_WIDTH, _HEIGHT = 900, 540
_LETTER, _HIGH = 7.0, 15
_FINE = 1.2  # pixels
_SEEN = 0.06  # of the map, for a country to be named
_SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on a map: its own name in the pile, how many sources at least, how many reports.

    ``key`` is what timeline, list and map know it by; ``off`` (km) how far off the point may be.
    """

    key: str
    name: str
    lat: float
    lon: float
    sources: int
    reports: int
    says: str
    off: float = 0.0


@dataclass(frozen=True, slots=True)
class _Rect:
    x: float
    y: float
    wide: float
    high: float

    def meets(self, other: _Rect) -> bool:
        return (
            self.x < other.x + other.wide
            and other.x < self.x + self.wide
            and self.y < other.y + other.high
            and other.y < self.y + self.high
        )


def radius(count: int) -> float:
    """The radius of a dot or ring: its area grows with the count."""
    return round(3.2 * math.sqrt(max(1, count)) + 1.2, 1)


def drawn(dots: Sequence[Dot], label: str) -> tuple[str, tuple[Dot, ...]]:
    """The map as an SVG element, and the dots that lie outside of it."""
    if not dots:
        return "", ()
    view = around([(d.lon, d.lat) for d in dots], _WIDTH, _HEIGHT)
    inside = [d for d in dots if _is_inside(view, d)]
    outside = tuple(d for d in dots if not _is_inside(view, d))
    parts = (
        f'<svg class="map" role="group" aria-label="{escape(label)}"'
        f' viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        ' font-family="system-ui, sans-serif" font-size="13">',
        f'<rect class="sea" width="{_WIDTH}" height="{_HEIGHT}"/>',
        *_land(view),
        *_scale(view),
        *_dots(view, inside),
        "</svg>",
    )
    return "".join(parts), outside


def _is_inside(view: View, dot: Dot) -> bool:
    x, y = view.at((dot.lon, dot.lat))
    return 0 <= x <= view.width and 0 <= y <= view.height


def _land(view: View) -> Iterator[str]:
    """The countries, each named once where it shows enough of itself."""
    seen = list(rings(view.box))
    yield f'<path class="land" d="{"".join(_path(view, ring) for _, ring in seen)}"/>'
    whole = (view.box.east - view.box.west) * (view.box.north - view.box.south)
    largest: dict[str, tuple[float, Point]] = {}
    for name, ring in seen:
        largest[name] = max(largest.get(name, (0.0, ring[0])), middle(ring))
    for name, (area, point) in largest.items():
        if area > _SEEN * whole:
            x, y = view.at(point)
            place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle"'
            yield f'<text class="country" {place}>{escape(name)}</text>'


def _path(view: View, ring: Ring) -> str:
    """The ring as a path, without points that lie so near that nobody could tell them apart."""
    kept: list[Point] = []
    for point in map(view.at, ring):
        if not kept or max(abs(point[0] - kept[-1][0]), abs(point[1] - kept[-1][1])) > _FINE:
            kept.append(point)
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in kept) + "Z"


def _dots(view: View, dots: Sequence[Dot]) -> Iterator[str]:
    """Large ones first, so that small ones stay in sight; with names where there is room."""
    ordered = sorted(dots, key=lambda d: (-d.sources, -d.reports, d.key))
    taken = [_around(view, d) for d in ordered]
    for dot in ordered:
        x, y = view.at((dot.lon, dot.lat))
        off = f'<circle class="off" cx="{x:.1f}" cy="{y:.1f}" r="{dot.off / view.km:.1f}"/>'
        ring = f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="{radius(dot.reports) + 2}"/>'
        disc = f'<circle class="disc" cx="{x:.1f}" cy="{y:.1f}" r="{radius(dot.sources)}"/>'
        yield (
            f'<a href="#{escape(dot.key)}" data-key-of="{escape(dot.key)}"'
            f' aria-label="{escape(dot.says)}"><title>{escape(dot.says)}</title>'
            f"{off if dot.off else ''}{ring if dot.reports > dot.sources else ''}{disc}"
            f"{_name(view, dot, taken)}</a>"
        )


def _around(view: View, dot: Dot) -> _Rect:
    x, y = view.at((dot.lon, dot.lat))
    r = radius(max(dot.sources, dot.reports)) + 1
    return _Rect(x - r, y - r, 2 * r, 2 * r)


def _name(view: View, dot: Dot, taken: list[_Rect]) -> str:
    """The name beside, above or below its dot, or nowhere."""
    mine = _around(view, dot)
    wide = len(dot.name) * _LETTER
    middle = mine.y + (mine.high - _HIGH) / 2
    for x, y in (
        (mine.x + mine.wide + 2, middle),
        (mine.x - wide - 2, middle),
        (mine.x + (mine.wide - wide) / 2, mine.y - _HIGH),
        (mine.x + (mine.wide - wide) / 2, mine.y + mine.high),
    ):
        here = _Rect(x, y, wide, _HIGH)
        if 0 < x < view.width - wide and not any(here.meets(other) for other in taken):
            taken.append(here)
            return f'<text x="{x:.1f}" y="{y + 12:.1f}">{escape(dot.name)}</text>'
    return ""


def _scale(view: View) -> Iterator[str]:
    """A bar of a round number of kilometres."""
    km = max((s for s in _SCALES if s / view.km < _WIDTH / 4), default=_SCALES[0])
    wide = km / view.km
    yield (
        f'<g class="scale"><path d="M14 {_HEIGHT - 20}v6h{wide:.1f}v-6"/>'
        f'<text x="{20 + wide:.1f}" y="{_HEIGHT - 12}">{km:,} km</text></g>'
    )
