"""Natural Earth's countries as rings of (longitude, latitude), cut to what a map shows.

The file is TopoJSON: rings are chains of arcs, arcs are quantised differences.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import orjson

__all__ = ["Box", "Point", "Ring", "middle", "rings"]

Point = tuple[float, float]
Ring = tuple[Point, ...]
_POLE = -89.0
_FILE = Path(__file__).with_name("countries.json.gz")


@dataclass(frozen=True, slots=True)
class Box:
    """West, south, east and north in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        """Whether the boxes have a place in common."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


def rings(box: Box) -> Iterator[tuple[str, Ring]]:
    """The borders of all countries that a box shows with their names, cut off at its edges."""
    for name, bounds, ring in _all():
        if bounds.meets(box):
            cut = _cut(ring, box)
            if len(cut) > 2:
                yield name, cut


def middle(ring: Ring) -> tuple[float, Point]:
    """The area of a ring in square degrees, and its centroid."""
    area = x = y = 0.0
    for one, other in pairwise((*ring, ring[0])):
        cross = one[0] * other[1] - other[0] * one[1]
        area += cross / 2
        x += (one[0] + other[0]) * cross
        y += (one[1] + other[1]) * cross
    if not area:
        return 0.0, ring[0]
    return abs(area), (x / (6 * area), y / (6 * area))


@cache
def _all() -> tuple[tuple[str, Box, Ring], ...]:
    data = orjson.loads(gzip.decompress(_FILE.read_bytes()))
    arcs = [_arc(arc, data["transform"]) for arc in data["arcs"]]
    found = (
        (country["properties"]["name"], tuple(_chain(ring, arcs)))
        for country in data["objects"]["countries"]["geometries"]
        for polygon in _polygons(country)
        for ring in polygon
    )
    return tuple((name, _bounds(r), r) for name, ring in found for r in _unrolled(ring))


def _unrolled(ring: Ring) -> Iterator[Ring]:
    """A ring without the leap at longitude 180: beyond it on one side, and again on the other.

    A leap along the pole is the edge of the map and stays.
    """
    shift, points = 0, [ring[0]]
    for (one, _), (other, lat) in pairwise(ring):
        if abs(other - one) > 180 and lat > _POLE:
            shift += 360 if other < one else -360
        points.append((other + shift, lat))
    yield tuple(points)
    if any(lon > 180 for lon, _ in points):
        yield tuple((lon - 360, lat) for lon, lat in points)
    elif any(lon < -180 for lon, _ in points):
        yield tuple((lon + 360, lat) for lon, lat in points)


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
    return [(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)]


def _polygons(country: dict[str, Any]) -> list[list[list[int]]]:
    shape: list[Any] = country.get("arcs", [])
    return [shape] if country["type"] == "Polygon" else shape


def _chain(ring: list[int], arcs: list[list[Point]]) -> Iterator[Point]:
    """The arcs of a ring one behind the other; a negative number is an arc turned round."""
    for n, number in enumerate(ring):
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        yield from points if n == 0 else points[1:]


def _bounds(ring: Ring) -> Box:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _cut(ring: Ring, box: Box) -> Ring:
    """The part of a ring inside a box (Sutherland and Hodgman 1974)."""
    sides = (0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)
    for axis, limit, sign in sides:
        ring = tuple(_half(ring, axis, limit, sign))
    return ring


def _half(ring: Ring, axis: int, limit: float, sign: int) -> Iterator[Point]:
    closed = (*ring, ring[0]) if ring else ()
    for one, other in pairwise(closed):
        here, there = sign * (one[axis] - limit), sign * (other[axis] - limit)
        if here >= 0:
            yield one
        if (here >= 0) != (there >= 0):
            part = here / (here - there)
            yield (one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1]))
