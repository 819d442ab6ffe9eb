"""Every file that a dispatch's page offers is the one that ``dateline export`` writes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.web.pages import downloads

from .conftest import dispatch_of
from .fiction import HOSTILE_ID, SHORT
from .server import Client


@pytest.fixture
def mine(archive_file: Path) -> str:
    return f"/dispatch/{dispatch_of(archive_file, 'gull')}"


def test_every_file_is_linked_and_saved_with_and_without_texts(ask: Client, mine: str):
    page = ask(mine).text
    links = [address for address, _ in ask(f"{mine}.json").json["exports"]]
    told = {}
    assert len(links) == len(downloads.FILES) == 13
    for address in links:
        for link in (address, f"{address}?stand-off=1"):
            assert f'href="{link}"' in page
            answer = ask(link)
            assert answer.status == 200, (link, answer.text)
            assert "attachment" in answer.headers["content-disposition"]
            assert answer.body
            told[link] = SHORT[60:100].encode() in answer.body
    assert not any(found for link, found in told.items() if "stand-off" in link)
    assert sum(told.values()) >= 3


def test_the_files_are_what_their_names_say(ask: Client, mine: str):
    def saved(name: str) -> bytes:
        return ask(f"{mine}/export/{name}").body

    claims = list(csv.DictReader(io.StringIO(saved("claims.csv").decode())))
    assert {row["report"] for row in claims} == {"pelham/1", "gull", "lamp", "short", "twin"}
    assert pq.read_table(pa.BufferReader(saved("claims.parquet"))).num_rows == len(claims)
    assert json.loads(saved("claims.geojson"))["type"] == "FeatureCollection"
    assert len(saved("reports.ninjs.jsonl").splitlines()) == 5
    assert "@context" in json.loads(saved("prov.jsonld"))
    assert "@context" in json.loads(saved("annotations.jsonld"))
    assert ElementTree.fromstring(saved("apparatus.tei.xml")).tag.endswith("TEI")


def test_hostile_reports_are_exported_too(ask: Client, archive_file: Path):
    hostile = f"/dispatch/{dispatch_of(archive_file, HOSTILE_ID)}"
    for file in downloads.FILES:
        answer = ask(f"{hostile}/export/{file.name}")
        assert answer.status == 200, (file.name, answer.text)
        assert not answer.headers["content-type"].startswith("text/html")


def test_what_cannot_be_saved_is_said_in_one_line(
    fresh: Client, mine: str, monkeypatch: pytest.MonkeyPatch
):
    assert fresh(f"{mine}/export/all.zip").status == 404
    assert fresh("/dispatch/d0/export/edits.csv").status == 404
    monkeypatch.setattr("dateline.web.pages.exports.MOST", 2)
    monkeypatch.setattr("dateline.web.pages.dispatch.MOST", 2)
    assert fresh(f"{mine}/export/edits.csv").status == 400
    assert fresh(f"{mine}.json").json["exports"] == []
    assert "dateline export FORMAT" in fresh(mine).text
