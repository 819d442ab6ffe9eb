"""What people decided, in exports of an archive: whose a value is, and what the machine has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from dateline.export import Family
from dateline.export.annotations import annotation_page
from dateline.export.gather import of_archive
from dateline.export.geojson import features
from dateline.export.ninjs import ninjs
from dateline.export.prov import prov
from dateline.export.tables import table
from dateline.export.tei import tei
from dateline.model import Report
from dateline.run.archive import add
from dateline.run.deciding import decide_at
from dateline.run.findings import findings
from dateline.store import Archive

from .test_ninjs import RULES
from .texts import has_words_of

AGENCY = """Harbour guards seized 14 boats on Tuesday near Dover, the port office said.

The Tidewatch group said at least 20 boats had been taken since noon and that the guards had burnt two of them.

Fishermen called the seizure by the harbour guards a raid and asked the governor to return the boats.
"""  # noqa: E501
GULL = AGENCY.replace("arbour guards", "arbour police").replace("boats", "vessels")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db", create=True) as made:
        add(made, [Report("agency", AGENCY, "", "Pelham"), Report("gull", GULL, "", "Gull")])
        yield made


def decided(archive: Archive, decision: str, about: str, words: str, value: str = "") -> Family:
    """The dispatch after a decision about the first finding with some words."""
    if about == "edge":
        (edge,) = next(iter(of_archive(archive))).found.edges
        decide_at(archive, decision, "edge", edge.parent, edge.child, by=words)
        (family,) = of_archive(archive)
        return family
    b = "gull" if about in ("edit", "rename") else ""
    some = [f for f in findings(archive, "agency", b) if f.about == about]
    found = next(f for f in some if words in f.a_span + f.b_span)
    decide_at(archive, decision, found.at, "agency", b, value, "Ida")
    (family,) = of_archive(archive)
    return family


def test_a_rejected_edit_has_no_kind_but_the_machines(archive: Archive):
    family = decided(archive, "reject", "edit", "vessels")
    (row,) = [r for r in table("edits", family) if r["judged"]]
    assert (row["kind"], row["judged"], row["judged_by"]) == ("", "reject", "Ida")
    assert row["machine_kind"] != ""
    rest = [r for r in table("edits", family) if not r["judged"]]
    assert all(r["kind"] == r["machine_kind"] for r in rest)


def test_a_corrected_rename_has_both_values(archive: Archive):
    family = decided(archive, "correct", "rename", "guards", "port guards=port police")
    rows = [r for r in table("renames", family) if r["judged"]]
    assert {frozenset((r["they_write"], r["we_read"])) for r in rows} == {
        frozenset(("port guards", "port police"))
    }
    assert all("guards" in r["machine_they"] + r["machine_we"] for r in rows)
    assert {r["machine_type"] for r in rows} == {"renamed"}


def test_a_corrected_speaker_has_both_values(archive: Archive):
    family = decided(archive, "correct", "speaker", "20 boats", "Ilse Drummond")
    rows = [r for r in table("claims", family) if r["source_judged"]]
    assert {r["source_canonical"] for r in rows} == {"Ilse Drummond"}
    assert {r["source_machine"] for r in rows} == {"Tidewatch group"}
    tags = [body["value"] for item in annotation_page(family)["items"] for body in item["body"]]
    assert "judged by a person" in tags
    assert any("the machine: Tidewatch group" in value for value in tags)


def test_a_corrected_place_is_on_the_map_where_a_person_says(archive: Archive):
    family = decided(archive, "correct", "place", "Dover", "39.16, -75.52")
    (one, *_) = [f for f in features(family) if f["properties"]["place_judged"]]
    assert one["geometry"]["coordinates"] == [-75.52, 39.16]
    assert one["properties"]["place_machine"].startswith("Dover (")
    rows = [r for r in table("claims", family) if r["where_judged"]]
    assert rows[0]["latitude"] == 39.16
    assert rows[0]["where_machine"].startswith("Dover (")


def test_stand_off_has_no_words_of_what_was_decided(archive: Archive):
    family = decided(archive, "reject", "rename", "guards")
    family = decided(archive, "correct", "speaker", "20 boats", "Ilse Drummond")
    for name in ("edits", "renames", "claims"):
        written = str(list(table(name, family, stand_off=True)))
        assert not any(has_words_of(written, text) for text in (AGENCY, GULL))
        assert "Tidewatch" not in written


def graph(family: Family, stand_off: bool = False):  # type: ignore[no-untyped-def]
    rdflib = pytest.importorskip("rdflib")
    return rdflib.Graph().parse(data=json.dumps(prov(family, stand_off)), format="json-ld")


WHO_DECIDED = """
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX dateline: <urn:x-dateline:vocabulary:>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?speaker ?decision ?name ?machine WHERE {
  ?said a dateline:Statement ; prov:qualifiedAttribution ?how .
  ?how prov:agent/rdfs:label ?speaker ; dateline:judged ?judged .
  ?judged dateline:decision ?decision ; prov:wasAttributedTo ?who ; prov:wasDerivedFrom ?found .
  ?who a prov:Person .
  ?found prov:wasAttributedTo/a prov:SoftwareAgent .
  OPTIONAL { ?found prov:value ?machine } OPTIONAL { ?who rdfs:label ?name }
}"""


def test_prov_says_who_decided_about_a_speaker_and_what_the_machine_has(archive: Archive):
    family = decided(archive, "correct", "speaker", "20 boats", "Ilse Drummond")
    (row,) = graph(family).query(WHO_DECIDED)
    assert list(map(str, row)) == ["Ilse Drummond", "correct", "Ida", "Tidewatch group"]
    written = json.dumps(prov(family, stand_off=True))
    assert "dateline:Decision" in written
    assert "Tidewatch" not in written


def test_prov_keeps_a_statement_that_is_nobodys_by_a_decision(archive: Archive):
    before = len([t for t in prov(next(iter(of_archive(archive))))["@graph"] if "words" in t])
    family = decided(archive, "reject", "speaker", "20 boats")
    said = [thing for thing in prov(family)["@graph"] if "words" in thing]
    assert len(said) == before
    (one,) = [thing for thing in said if "judged" in thing]
    assert "wasAttributedTo" not in one


def test_a_person_without_a_name_gets_none(archive: Archive):
    family = decided(archive, "accept", "edge", "")
    found = graph(family)
    rdflib = pytest.importorskip("rdflib")
    (person,) = found.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/prov#Person"))
    assert isinstance(person, rdflib.BNode)
    assert found.value(person, rdflib.RDFS.label) is None
    xml = etree.parse(BytesIO(tei(family)))
    assert not xml.findall(".//{*}respStmt")


def test_what_was_not_made_from_another_is_no_revision_of_it(archive: Archive):
    family = decided(archive, "reject", "edge", "Ida")
    things = prov(family)["@graph"]
    assert not any("wasRevisionOf" in thing or "qualifiedRevision" in thing for thing in things)
    (told,) = next(thing["rejected"] for thing in things if "rejected" in thing)
    assert (told["type"], told["confidence"]) == ("dateline:Rejected", 0)
    assert any(thing["id"] == told["judged"] for thing in things)


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_ninjs_and_the_table_of_versions_mark_a_decided_parent(archive: Archive, decision: str):
    jsonschema = pytest.importorskip("jsonschema")
    machine = next(iter(of_archive(archive))).found.edges[0]
    family = decided(archive, decision, "edge", "Ida")
    (item,) = [i for i in ninjs(family) if "trustindicator" in i]
    jsonschema.validate(item, RULES)
    assert item["trustindicator"][0]["code"] == decision
    assert (
        f"by a person (Ida); the machine: made from it ({machine.confidence:.2f})" in item["ednote"]
    )
    assert ("associations" in item) is (decision == "accept")
    (row,) = [r for r in table("versions", family) if r["parent_judged"]]
    assert (row["parent_judged"], row["parent_judged_by"]) == (decision, "Ida")
    assert row["parent"] == ("" if decision == "reject" else machine.parent)
    assert row["machine_parent"] == machine.parent
    assert row["machine_parent_confidence"] == machine.confidence


@pytest.mark.parametrize("stand_off", [False, True])
def test_tei_has_a_note_of_whoever_decided_beside_the_readings(archive: Archive, stand_off: bool):
    teiphy = pytest.importorskip("teiphy")
    plain = tei(next(iter(of_archive(archive))), stand_off)
    assert b"<note" not in plain
    decided(archive, "correct", "edit", "vessels", "reworded")
    family = decided(archive, "reject", "rename", "guards")
    written = tei(family, stand_off)
    xml = etree.parse(BytesIO(written))
    name = xml.find(".//{*}respStmt/{*}name")
    assert name.text == "Ida"
    notes = xml.findall(".//{*}app/{*}note")
    assert {n.get("subtype") for n in notes} == {"correct", "reject"}
    assert {n.get("resp") for n in notes} == {"#person-1"}
    said = [n.text for n in notes]
    assert "reject: none; the machine: renamed" + ("" if stand_off else ": ") in "".join(said)
    for note in notes:
        readings = note.getparent().iter("{*}rdg")
        assert any(note.get("target") in rdg.get("wit").split() for rdg in readings)
    assert len(teiphy.Collation(xml).variation_units) == plain.count(b"<app ")
    if stand_off:
        assert b"guards" not in written
