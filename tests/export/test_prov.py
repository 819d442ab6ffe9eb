"""PROV-O as rdflib reads it."""

from __future__ import annotations

import json

import pytest

from dateline.export import Family
from dateline.export.names import iri
from dateline.export.prov import prov

from .texts import has_words_of

rdflib = pytest.importorskip("rdflib")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
OWN = rdflib.Namespace("urn:x-dateline:vocabulary:")


@pytest.fixture(scope="module")
def graph(family: Family) -> rdflib.Graph:
    return rdflib.Graph().parse(data=json.dumps(prov(family)), format="json-ld")


def test_every_edge_is_a_revision_with_its_confidence(family: Family, graph: rdflib.Graph):
    edges = [e for e in family.stemma.edges if not e.second]
    assert len(list(graph.triples((None, PROV.wasRevisionOf, None)))) == len(edges) > 4
    revisions = list(graph.subjects(rdflib.RDF.type, PROV.Revision))
    told = sorted(float(graph.value(r, OWN.confidence)) for r in revisions)
    assert told == pytest.approx(sorted(e.confidence for e in edges))
    for child, parent in graph.subject_objects(PROV.wasRevisionOf):
        (qualified,) = graph.objects(child, PROV.qualifiedRevision)
        assert graph.value(qualified, PROV.entity) == parent


def test_versions_and_unseen_texts_are_entities(family: Family, graph: rdflib.Graph):
    entities = set(graph.subjects(rdflib.RDF.type, PROV.Entity))
    assert {rdflib.URIRef(iri(r)) for r in family.reports.values()} <= entities
    unseen = set(graph.subjects(rdflib.RDF.type, OWN.Unseen))
    assert len(unseen) == sum(node.unseen for node in family.stemma.nodes)


def test_quoted_claims_are_quoted_and_reported_ones_are_sources(
    family: Family, graph: rdflib.Graph
):
    claims = [c for some in family.claims.values() for c in some if c.source]
    speakers = {c.source.canonical for c in claims} - {None}
    for link, modes in (
        (PROV.wasQuotedFrom, ("direct", "mixed")),
        (PROV.hadPrimarySource, ("indirect",)),
    ):
        links = list(graph.subject_objects(link))
        assert len(links) == sum(c.mode in modes for c in claims) > 5
        for _, statement in links:
            assert (statement, rdflib.RDF.type, OWN.Statement) in graph
    said_by = graph.subject_objects(PROV.wasAttributedTo)
    agents = {a for s, a in said_by if (s, rdflib.RDF.type, OWN.Statement) in graph}
    assert {str(graph.value(a, rdflib.RDFS.label)) for a in agents} == speakers


def test_stand_off_has_no_words(family: Family):
    written = json.dumps(prov(family, stand_off=True))
    assert not any(has_words_of(written, r.text) for r in family.reports.values())
    assert len(rdflib.Graph().parse(data=written, format="json-ld")) > 30
