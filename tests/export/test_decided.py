"""What people decided, in exports of an archive: whose a value is, and what the machine has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.export import Family
from dateline.export.annotations import annotation_page
from dateline.export.gather import of_archive
from dateline.export.geojson import features
from dateline.export.tables import table
from dateline.model import Report
from dateline.run.archive import add
from dateline.run.deciding import decide_at
from dateline.run.findings import findings
from dateline.store import Archive

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
