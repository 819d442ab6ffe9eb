"""Web Annotations as rdflib reads them, with the terms of the W3C's context that they use."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.export import Family
from dateline.export.annotations import annotation_page
from dateline.export.names import iri

from .texts import has_words_of

rdflib = pytest.importorskip("rdflib")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
RDF = rdflib.RDF
_ID = {"@type": "@id"}
_NUMBER = {"@type": "xsd:nonNegativeInteger"}
# The standard's own context is at a web address; these are the terms that we use of it.
TERMS = {
    "oa": str(OA),
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": str(RDF),
    "xsd": str(rdflib.XSD),
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in ("Annotation", "TextualBody", "TextPositionSelector", "TextQuoteSelector")
    },
    "AnnotationPage": "as:OrderedCollectionPage",
    "Text": "dctypes:Text",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", **_ID},
    "target": {"@id": "oa:hasTarget", **_ID},
    "source": {"@id": "oa:hasSource", **_ID},
    "selector": {"@id": "oa:hasSelector", **_ID},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "describing": "oa:describing",
    "tagging": "oa:tagging",
    "value": "rdf:value",
    "format": "dc:format",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", **_NUMBER},
    "end": {"@id": "oa:end", **_NUMBER},
}


def read(page: dict[str, Any]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=json.dumps(page | {"@context": TERMS}), format="json-ld")


def test_every_selector_finds_its_words(family: Family):
    texts = {rdflib.URIRef(iri(r)): r.text for r in family.reports.values()}
    graph = read(annotation_page(family))
    targets = set(graph.objects(None, OA.hasTarget))
    assert len(targets) > 100
    for target in targets:
        text = texts[graph.value(target, OA.hasSource)]
        kinds = {graph.value(s, RDF.type): s for s in graph.objects(target, OA.hasSelector)}
        place, quote = kinds[OA.TextPositionSelector], kinds[OA.TextQuoteSelector]
        start, end = int(graph.value(place, OA.start)), int(graph.value(place, OA.end))
        exact, before = str(graph.value(quote, OA.exact)), str(graph.value(quote, OA.prefix))
        assert text[start:end] == exact != ""
        assert text[:start].endswith(before)


def test_each_annotation_says_why_it_is_there(family: Family):
    page = annotation_page(family)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    names = [item["id"] for item in page["items"]]
    assert len(names) == len(set(names))
    graph = read(page)
    purposes = set(graph.objects(None, OA.hasPurpose)) | set(graph.objects(None, OA.motivatedBy))
    assert purposes == {OA.tagging, OA.describing}
    tags = {b["value"] for i in page["items"] for b in i["body"] if b["purpose"] == "tagging"}
    assert {"renamed", "spelling", "dropped", "moved", "quotation altered", "claim"} <= tags


def test_stand_off_has_no_words(family: Family):
    page = annotation_page(family, stand_off=True)
    assert not any(has_words_of(json.dumps(page), r.text) for r in family.reports.values())
    assert len(page["items"]) == len(annotation_page(family)["items"])
