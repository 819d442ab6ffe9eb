"""ninjs items against the rules of the standard's JSON schema, version 1.4, as far as used."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.export import Family
from dateline.export.ninjs import ninjs
from dateline.model import Collation, Dispatch, Report

jsonschema = pytest.importorskip("jsonschema")
_TEXT = {"type": "string"}
_URI = {"type": "string", "format": "uri"}
_TRUST = {"scheme": _URI, "code": _TEXT, "title": _TEXT, "href": _URI}
_INFO = {"name": _TEXT, "rel": _TEXT, "scheme": _URI, "code": _TEXT}
RULES: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["uri"],
    "properties": {
        "$standard": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"name": _TEXT, "version": _TEXT, "schema": _URI},
        },
        "uri": _URI,
        "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite"]},
        "mimetype": _TEXT,
        "representationtype": {"enum": ["complete", "incomplete"]},
        "versioncreated": {"type": "string", "format": "date-time"},
        "language": _TEXT,
        "headline": _TEXT,
        "ednote": _TEXT,
        "charcount": {"type": "number"},
        "wordcount": {"type": "number"},
        "infosource": {
            "type": "array",
            "items": {"type": "object", "additionalProperties": False, "properties": _INFO},
        },
        "altids": {"type": "object", "additionalProperties": _TEXT},
        "trustindicator": {
            "type": "array",
            "items": {"type": "object", "additionalProperties": False, "properties": _TRUST},
        },
        "associations": {
            "type": "object",
            "additionalProperties": False,
            "patternProperties": {"^[a-zA-Z0-9]+$": {"$ref": "#"}},
        },
    },
    "patternProperties": {"^body_[a-zA-Z0-9]+$": _TEXT},
}


@pytest.mark.parametrize("stand_off", [False, True])
def test_items_keep_the_standards_rules(families: list[Family], stand_off: bool):
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    validator = jsonschema.Draft202012Validator(RULES, format_checker=checker)
    items = [item for family in families for item in ninjs(family, stand_off)]
    assert len(items) == sum(len(f.reports) for f in families) == 10
    for item in items:
        validator.validate(item)
        assert ("body_text" in item) is not stand_off


def test_a_version_names_the_text_that_it_was_made_from(family: Family):
    items = {item["altids"]["dateline"]: item for item in ninjs(family)}
    known = {item["uri"] for item in items.values()}
    seen = [e for e in family.stemma.edges if {e.parent, e.child} <= family.reports.keys()]
    sure = [e for e in seen if e.confidence >= 0.5]
    assert sure
    for edge in sure:
        assert items[edge.child]["associations"]["madefrom"]["uri"] in known


def test_what_is_not_known_is_left_out():
    report = Report("a b", "Nothing is known of this text, which nobody signed.", date="2019-04")
    family = Family(Collation(Dispatch("d", "a b", ("a b",)), "a b", ()), {"a b": report})
    (item,) = ninjs(family)
    assert item["uri"] == "urn:x-dateline:report:a%20b"
    assert not {"versioncreated", "infosource", "headline", "associations"} & set(item)
