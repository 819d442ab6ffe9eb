"""A story as one file: all there is, nothing from elsewhere, and no word of a report is markup."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from .conftest import dispatch_of
from .fiction import HOSTILE_ID
from .server import Client
from .test_pages import Tags


def saved(ask: Client, archive: Path, report: str, query: str = "") -> str:
    answer = ask(f"/dispatch/{dispatch_of(archive, report)}/file{query}")
    assert "attachment" in answer.headers["content-disposition"]
    return answer.text


def test_it_has_rows_tree_and_claims(ask: Client, archive_file: Path):
    text = saved(ask, archive_file, "gull")
    assert "Harbour guards" in text
    assert 'class="row t-' in text
    assert "Who copied whom" in text
    assert "Evidence, line by line" in text
    assert 'class="timeline"' in text
    assert text.count("data-keys=") > 5
    assert text.count("<h1") == 1


def test_a_map_is_in_it_where_places_are_known(ask: Client, archive_file: Path):
    assert 'class="map"' in saved(ask, archive_file, "war")


def test_the_versions_asked_for_stand_side_by_side(ask: Client, archive_file: Path):
    text = saved(ask, archive_file, "gull", "?base=gull&v=lamp")
    assert re.findall(r'aria-label="(?:Base|Version): ([^"]*)"', text) == [
        "The Ostmere Gull",
        "Lamp",
    ]
    assert "2 of 5 versions stand side by side" in text


@pytest.mark.parametrize("report", ["gull", "war", HOSTILE_ID])
def test_it_runs_nothing_and_leads_nowhere(ask: Client, archive_file: Path, report: str):
    text = saved(ask, archive_file, report)
    found = Tags(text)
    assert (found.scripts, found.handlers, found.images) == ([], [], 0)
    assert all(address.startswith("#") for address in found.addresses), found.addresses
    assert "<form" not in text
    assert "Is a mark right?" not in text
    ids = re.findall(r' id="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    assert {a[1:] for a in found.addresses} <= {*ids}


def test_its_policy_lets_in_its_own_looks_and_nothing_else(ask: Client, archive_file: Path):
    text = saved(ask, archive_file, "gull")
    (looks,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = b64encode(sha256(looks.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in text
