"""A finding is decided on its page: it counts, it shows whose it is, and it is taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest

from dateline.model import Report
from dateline.run.archive import add
from dateline.run.deciding import decide_at
from dateline.run.findings import findings
from dateline.store import Archive, judgements

from .conftest import dispatch_of, finding_of, made
from .fiction import HOSTILE_ID, WAR
from .server import Client, serving

BACK = "/stories"


def named(path: Path, about: str, words: str, a: str, b: str = "") -> dict[str, str]:
    """The fields of a form about a finding with some words."""
    with Archive.open(path) as opened:
        some = [f for f in findings(opened, a, b) if f.about == about]
    found = next(f for f in some if words in f.a_span + f.b_span)
    return {"at": found.at, "a": a, "b": b, "back": BACK}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made(tmp_path / "f.db")


def decisions(ask: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask("/decisions.json").json["decisions"]
    return found


def test_a_finding_has_a_page_that_works_without_scripts(path: Path):
    with serving(path) as ask:
        address = finding_of(path, "edit", "pelham/1", "gull")
        page = ask(address)
        assert page.text.count('action="/judge"') == 2
        fields = {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}
        assert ask(address.replace("/judge", "/judge.json")).json["at"] == fields["at"]
        answer = ask.post("/judge", decision="correct", value="reworded", **fields)
        assert (answer.status, answer.headers["location"]) == (303, "/stories?decided=1")
        assert "Undo decision 1" in ask(address).text
        assert [j["value"] for j in decisions(ask)] == ["reworded"]
        ask.post("/undo", number="1", back=BACK)
        assert decisions(ask) == []


def test_a_rejected_edit_is_said_to_be_a_persons(path: Path):
    page = f"/dispatch/{dispatch_of(path, 'gull')}?base=pelham/1&v=gull"
    edit = named(path, "edit", "vessels", "pelham/1", "gull")
    with serving(path) as ask:
        assert "not so (machine" not in ask(page).text
        ask.post("/judge", decision="reject", by="Ida", **edit)
        text = ask(page).text
        assert "Ida: not so (machine: reworded)" in text
        assert 'class="ink rejected"' in text


@pytest.mark.parametrize("back", ["https://evil.example/", "javascript:alert(1)", "//evil.example"])
def test_the_way_back_of_the_page_is_ours(ask: Client, archive_file: Path, back: str):
    address = finding_of(archive_file, "edit", "pelham/1", "gull").replace(
        quote("/stories", safe=""), quote(back, safe="")
    )
    assert ask(address.replace("/judge", "/judge.json")).json["back"] == "/decisions"


def test_nonsense_is_refused_in_one_line(path: Path):
    edit = named(path, "edit", "vessels", "pelham/1", "gull")
    with serving(path) as ask:
        for status, fields in (
            (404, {**edit, "decision": "reject", "at": "edit:1-2:3-4"}),
            (404, {**edit, "decision": "reject", "a": "nobody"}),
            (400, {**edit, "decision": "burn"}),
            (400, {**edit, "decision": "correct", "value": "<b>wrong</b>"}),
            (400, {**edit, "decision": "correct"}),
        ):
            answer = ask.post("/judge", **fields)
            assert answer.status == status
            assert "<b>" not in answer.text
        assert ask.post("/judge", **edit, decision="reject", secret="x").status == 403
        assert ask("/judge?at=x&a=nobody").status == 404
        assert decisions(ask) == []


def test_a_persons_words_are_escaped(path: Path):
    speaker = named(path, "speaker", "", HOSTILE_ID)
    evil = "<script>document.title = 'stolen'</script>"
    with serving(path) as ask:
        ask.post("/judge", decision="correct", value=evil, by=evil, note=evil, **speaker)
        for page in ("/decisions", f"/report?id={quote(HOSTILE_ID, safe='')}"):
            assert evil not in ask(page).text
            assert "&lt;script&gt;document" in ask(page).text


def test_a_decision_about_another_text_of_an_id_is_told(path: Path, tmp_path: Path):
    speaker = named(path, "speaker", "", "war")
    with Archive.open(path) as opened:
        decide_at(opened, "reject", speaker["at"], "war")
        kept = [judgements.carried(j) for j in judgements.judgements(opened)]
    other = tmp_path / "other.db"
    with Archive.open(other, create=True) as opened:
        add(opened, [Report("war", WAR + " Nobody was hurt.")])
        judgements.take_in(opened, kept)
    with serving(other) as ask:
        assert "made about another text of it" in ask("/report?id=war").text
        assert "a person:" not in ask("/report?id=war").text
        text = ask("/decisions").text
        assert "Not applied:</strong> the text of war is not what it was" in text


def test_an_edge_of_the_lineage_is_judged_where_both_ends_are_reports(path: Path):
    ident = dispatch_of(path, "gull")
    with serving(path) as ask:
        lines = ask(f"/dispatch/{ident}/lineage.json").json["lines"]
        edge = next(one["finding"] for one in lines if one["finding"])
        fields = {"at": "edge", "a": edge["a"], "b": edge["b"], "back": BACK}
        assert "It was not made from it" in ask(f"/judge?{urlencode(fields)}").text
        ask.post("/judge", decision="reject", by="Ida", **fields)
        page = ask(f"/dispatch/{ident}/lineage")
        assert "Ida: not so (machine: made from it" in page.text
        lines = ask(f"/dispatch/{ident}/lineage.json").json["lines"]
        (line,) = [one for one in lines if one["finding"] and one["finding"]["judged"]]
        assert (line["confidence"], line["unsure"]) == (0.0, True)


def test_names_keep_their_capitals_and_places_are_told_in_words(path: Path):
    with Archive.open(path) as opened:
        text = "The ferries from Dover to Calais stopped on Monday, the company said in Dover. " * 2
        add(opened, [Report("ferry", text)])
        place = next(f for f in findings(opened, "ferry") if f.about == "place")
        decide_at(opened, "reject", place.at, "ferry", by="Ida Brandt")
    asked = urlencode({"at": place.at, "a": "ferry"})
    with serving(path) as ask:
        shown = ask(f"/judge?{asked}").text
    assert f"Rejected by a person (Ida Brandt); the machine: {place.machine}" in shown
    assert "· town" in shown
    assert "PPL" not in shown
