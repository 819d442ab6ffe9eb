"""What a map shows: where the dots are dense, in a plain projection that is true at its middle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from dateline.web.map.shapes import Box, Point

__all__ = ["KM_PER_DEGREE", "View", "around"]

KM_PER_DEGREE = 111.2
_LEAST = 4.0  # degrees of latitude: a border or two, to see where it is
_MARGIN = 0.14
_FAR, _NEAR_KM = 5.0, 150.0


@dataclass(frozen=True, slots=True)
class View:
    """A window of ``width`` × ``height`` pixels around a middle, ``scale`` pixels to a degree."""

    lon: float
    lat: float
    scale: float
    width: int
    height: int

    def at(self, point: Point) -> Point:
        """The pixel of a (longitude, latitude)."""
        x = self.width / 2 + (point[0] - self.lon) * self.scale * self._narrow
        return x, self.height / 2 - (point[1] - self.lat) * self.scale

    @property
    def box(self) -> Box:
        """What the window shows."""
        wide, high = self.width / 2 / self.scale / self._narrow, self.height / 2 / self.scale
        return Box(self.lon - wide, self.lat - high, self.lon + wide, self.lat + high)

    @property
    def km(self) -> float:
        """Kilometres to a pixel."""
        return KM_PER_DEGREE / self.scale

    @property
    def _narrow(self) -> float:
        return max(0.1, math.cos(math.radians(self.lat)))


def around(points: Sequence[Point], width: int, height: int) -> View:
    """The view of most points; a few that lie far from the rest do not make it small."""
    lon, lat = median(x for x, _ in points), median(y for _, y in points)
    narrow = max(0.1, math.cos(math.radians(lat)))
    far = [math.hypot((x - lon) * narrow, y - lat) for x, y in points]
    limit = max(_FAR * median(far), _NEAR_KM / KM_PER_DEGREE)
    near = [p for p, d in zip(points, far, strict=True) if d <= limit]
    west, east = min(x for x, _ in near), max(x for x, _ in near)
    south, north = min(y for _, y in near), max(y for _, y in near)
    room = 1 - 2 * _MARGIN
    narrow = max(0.1, math.cos(math.radians((south + north) / 2)))
    high = max(_LEAST, (north - south) / room, (east - west) * narrow / room * height / width)
    return View((west + east) / 2, (south + north) / 2, height / high, width, height)
