"""GeoJSON keeps the standard's rules and points at the words."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from dateline.export import Family, stream
from dateline.model import Report

from .texts import has_words_of

jsonschema = pytest.importorskip("jsonschema")
POINT = {
    "type": "array",
    "minItems": 2,
    "maxItems": 2,
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
}
RULES = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "geometry": {
                        "required": ["type", "coordinates"],
                        "properties": {"type": {"const": "Point"}, "coordinates": POINT},
                    },
                    "properties": {"type": "object"},
                },
            },
        },
    },
}


@pytest.mark.parametrize("stand_off", [False, True])
def test_it_keeps_the_rules(families: list[Family], stand_off: bool):
    written = b"".join(stream("geojson", families, stand_off))
    jsonschema.validate(json.loads(written), RULES)
    if stand_off:
        assert not any(has_words_of(written.decode(), r.text, 6) for r in reports(families))


def test_nothing_placed_is_an_empty_collection():
    written = b"".join(stream("geojson", []))
    assert json.loads(written) == {"type": "FeatureCollection", "features": []}


def test_words_are_those_of_the_report(families: list[Family]):
    texts = {
        f"{f.id} {c.id}": f.reports[r].text for f in families for r in f.claims for c in f.claims[r]
    }
    for feature in json.loads(b"".join(stream("geojson", families)))["features"]:
        about = feature["properties"]
        text = texts[f"{about['dispatch']} {about['claim']}"]
        assert text[about["start"] : about["end"]] == about["words"]
        assert about["place_words"] in text


def reports(families: list[Family]) -> Iterator[Report]:
    return (report for family in families for report in family.reports.values())
