"""The geoparsing corpora: texts with places that were marked and placed by hand."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Gold:
    """A marked place of a text, with GeoNames' point for it."""

    start: int
    end: int
    geonameid: int
    lat: float
    lon: float
    feature: str


@dataclass(frozen=True)
class Article:
    """A text with its places; ``held`` marks the half that was not looked at in development."""

    id: str
    text: str
    places: tuple[Gold, ...]
    held: bool


def articles(path: Path) -> list[Article]:
    """The articles of one corpus; every second one is held back."""
    found = []
    for n, node in enumerate(ET.parse(path).getroot()):
        text = node.findtext("text") or ""
        places = tuple(filter(None, (_gold(t, text) for t in node.iter("toponym"))))
        found.append(Article(node.get("docid") or "", text, places, n % 2 == 1))
    return found


def _gold(node: ET.Element, text: str) -> Gold | None:
    tag = node.find("gaztag")
    if tag is None or not tag.findtext("lat"):
        return None
    start, end = _moved(int(node.findtext("start") or 0), node.findtext("phrase") or "", text)
    return Gold(
        start,
        end,
        int(tag.get("geonameid") or 0),
        float(tag.findtext("lat") or 0),
        float(tag.findtext("lon") or 0),
        f"{tag.findtext('fclass')}.{tag.findtext('fcode')}",
    )


def _moved(start: int, phrase: str, text: str) -> tuple[int, int]:
    """Where a phrase stands: some offsets were counted in a text with longer line ends."""
    starts = [m.start() for m in re.finditer(re.escape(phrase), text)]
    nearest = min(starts, key=lambda at: abs(at - start), default=start)
    return nearest, nearest + len(phrase)


def km(lat: float, lon: float, gold: Gold) -> float:
    """The distance on the sphere in kilometres."""
    a, b = math.radians(lat), math.radians(gold.lat)
    half = math.sin((a - b) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(lon - gold.lon) / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))
