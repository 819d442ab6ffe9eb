"""Every page: it answers, its twin says the same, and report text is never markup."""

from __future__ import annotations

import dataclasses
import html.parser
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from dateline.claims.situation import Parties
from dateline.store import Archive
from dateline.web.pages import (
    adding,
    claims,
    dispatch,
    errors,
    finding,
    judging,
    lineage,
    report,
    sampling,
    search,
    situation,
    stories,
    style,
)

from .conftest import dispatch_of
from .fiction import HOSTILE_ID, PILE
from .server import Client, serving

VALUES = {
    "/stories": stories.StoriesPage,
    "/search": search.SearchPage,
    "/style": style.StylePage,
    "/report": report.ReportPage,
    "/add": adding.AddPage,
    "/decisions": judging.DecisionsPage,
    "/judge": finding.FindingPage,
    "/sample": sampling.SamplePage,
    "/dispatch": dispatch.DispatchPage,
    "/lineage": lineage.LineagePage,
    "/claims": claims.ClaimsPage,
    "/situation": situation.SituationPage,
}


class Tags(html.parser.HTMLParser):
    """Collects what a browser would do something with."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []
        self.handlers: list[str] = []
        self.images = 0
        self.addresses: list[str] = []
        self.inline_styles = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given)
        self.images += tag == "img"
        self.inline_styles += tag == "style" or "style" in given
        self.handlers += [name for name in given if name.startswith("on")]
        self.addresses += [v or "" for k, v in attrs if k in ("href", "src", "action")]


def twin(address: str) -> str:
    path, _, query = address.partition("?")
    return f"{path}.json" + (f"?{query}" if query else "")


def test_every_page_answers_and_holds_no_markup_of_reports(ask: Client, addresses: dict[str, str]):
    for name, address in addresses.items():
        answer = ask(address)
        assert answer.status == 200, (name, answer.text)
        found = Tags(answer.text)
        assert found.scripts == [{"type": "module", "src": "/static/dateline.js"}], name
        assert not found.handlers, name
        assert not found.images, name
        assert not found.inline_styles, name
        assert all(a.startswith(("/", "#", "?")) for a in found.addresses), name


def test_hostile_words_are_shown_as_they_are(ask: Client, addresses: dict[str, str]):
    shown = ask(addresses["/report"]).text
    assert "&lt;script&gt;document.title = " in shown
    assert "{{ 7 * 7 }}" in shown
    assert quote(HOSTILE_ID, safe="") in ask(addresses["/search"]).text


def test_the_twin_of_every_page_has_its_fields(ask: Client, addresses: dict[str, str]):
    for name, address in addresses.items():
        page = VALUES[name.split(" ")[0]]
        answer = ask(twin(address))
        assert answer.headers["content-type"] == "application/json", name
        assert set(answer.json) == {field.name for field in dataclasses.fields(page)}, name
        assert page.__doc__, name


def test_every_page_names_its_twin(ask: Client, addresses: dict[str, str]):
    for name, address in addresses.items():
        links = [a for a in Tags(ask(address).text).addresses if ".json" in a]
        assert links, name
        assert ask(links[0]).json.keys() == ask(twin(address)).json.keys(), name


def test_the_first_screen_says_what_there_is(ask: Client):
    text = ask("/").text
    assert "11 reports. 5 dispatches. Here is what changed, and whose word it is." in text


def test_stories_can_be_filtered_and_put_in_order(ask: Client):
    def shown(query: str) -> list[str]:
        return [c["card"]["core"] for c in ask(f"/stories.json?{query}").json["shown"]]

    assert shown("")[0] == "pelham/1"
    assert set(shown("outlet=Lamp")) == {"pelham/1", "snow"}
    assert len(shown("least=1")) == 5
    assert shown("since=2031-03-01&until=2031-03-09") == ["pelham/1"]
    assert shown("order=newest")[0] == "pelham/1"
    assert shown("page=2") == []
    assert shown("least=x&page=-3&since=soon&order=sideways")[0] == "pelham/1"


def test_an_outlet_is_found_whatever_its_capitals(ask: Client):
    page = ask("/stories.json?outlet=lamp").json
    assert page["wanted"]["outlet"] == "Lamp"
    assert page["shown"]
    assert ask("/claims.json?outlet=LAMP").json["selection"]["outlet"] == "Lamp"
    assert ask("/style.json?outlet=lamp&outlet=Lamp").json["asked"] == ["Lamp"]
    assert "No report here is of an outlet of this name" in ask("/style?outlet=Nobody").text


def test_a_report_without_a_title_is_called_by_the_end_of_its_path(ask: Client):
    shown = ask("/report?id=pelham/1").text
    assert '<h1 dir="auto">pelham/1' not in shown


def test_stories_most_edited_first_and_by_kind_of_edit(ask: Client):
    page = ask("/stories.json?order=edited").json
    counts = [one["edited"]["sentences"] for one in page["shown"]]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0
    assert page["by_edits"]
    changed = ask("/stories.json?edit=facts+changed").json["shown"]
    assert changed
    assert all(one["edited"]["kinds"]["facts changed"] for one in changed)
    assert "changed" in ask("/stories?order=edited").text
    assert (page["ranked"], page["unranked"]) == (len(counts), False)
    assert f"of all {len(counts)} wanted" in ask("/stories?order=edited").text


def test_most_edited_says_where_it_looked_through_only_the_largest(
    ask: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(stories, "_COLLATED", 1)
    page = ask("/stories.json?order=edited&until=2031-12-30").json
    assert (page["ranked"], page["unranked"]) == (1, True)
    shown = ask("/stories?order=edited&until=2031-12-30").text
    assert "the 1 dispatch of most versions" in shown
    assert "may have changed more" in shown


def test_a_report_is_shown_whole(ask: Client):
    for given in PILE:
        page = ask(f"/report.json?id={quote(given.id, safe='')}").json
        assert "".join(piece["text"] for piece in page["pieces"]) == given.text


def test_search_finds_words_and_says_what_is_wrong(ask: Client):
    page = ask("/search.json?q=Tidewatch").json
    assert {hit["report"] for hit in page["found"]} == {"pelham/1", "lamp", "short", "twin"}
    assert any(piece == ["Tidewatch", True] for piece in page["found"][0]["snippet"])
    assert ask("/search.json?q=%22").json["problem"]
    assert ask("/search.json?q=nowhere").json["found"] == []
    assert ask("/search?q=").status == 200


def test_a_base_and_versions_can_be_picked(ask: Client, addresses: dict[str, str]):
    address = twin(addresses["/dispatch of many"])
    page = ask(f"{address}?base=gull&v=lamp").json
    assert page["base"]["member"]["id"] == "gull"
    assert [c["member"]["id"] for c in page["columns"]] == ["lamp"]
    assert ask(f"{address}?base=nobody&v=nothing").status == 200


def test_identical_versions_share_a_column(ask: Client, addresses: dict[str, str]):
    page = ask(twin(addresses["/dispatch of many"])).json
    assert sorted(len(c["identical"]) for c in page["columns"]) == [0, 0, 1]


def test_outlets_are_set_side_by_side(ask: Client):
    page = ask("/style.json?outlet=Lamp&outlet=The%20Ostmere%20Gull&outlet=third").json
    assert [s["outlet"] for s in page["styles"]] == ["Lamp", "The Ostmere Gull"]
    gull = page["styles"][1]["style"]
    assert any(h["what"] == "sentences dropped" for h in gull["habits"])


def test_lines_of_the_drawing_lead_to_their_evidence(ask: Client, addresses: dict[str, str]):
    text = ask(addresses["/lineage of many"]).text
    links = {a for a in Tags(text).addresses if a.startswith("#edge-")}
    assert links
    assert all(f'id="{link[1:]}"' in text for link in links)


def test_claims_have_their_source_and_their_words_in_every_version(
    ask: Client, addresses: dict[str, str]
):
    page = ask(twin(addresses["/claims of many"])).json
    nobody = next(s for s in page["said"] if "Nobody was hurt" in s["statement"]["words"])
    assert nobody["sources"] == ["Ilse Drummond"]
    found = {a["report"]: a["words"] for a in nobody["statement"]["appearances"]}
    assert set(found) == {"pelham/1", "gull", "lamp", "short", "twin"}
    texts = {r.id: r.text for r in PILE}
    for ident, words in found.items():
        assert texts[ident][words["start"] : words["end"]] == words["text"]
    assert nobody["statement"]["sources"] == {"at_least": 1, "at_most": 1}


def test_keys_of_dots_and_list_are_the_same(ask: Client, addresses: dict[str, str]):
    text = ask(addresses["/claims of many"]).text
    keys = set(re.findall(r'data-key-of="([^"]+)"', text))
    assert keys
    assert all(f'id="{key}"' in text for key in keys)


def test_a_situation_is_told_up_to_a_day(ask: Client):
    whole = ask("/situation.json?words=Besk").json
    assert [p["name"] for p in whole["situation"]["places"]] == ["Besk"]
    before = ask("/situation.json?words=Besk&day=2031-02-01").json
    assert before["situation"]["places"] == []
    assert whole["days"]
    assert all(day > "2031-02-28" for day in whole["days"])


@pytest.mark.parametrize("path", ["/nowhere", "/dispatch/d0", "/report?id=nobody", "/report"])
def test_what_is_not_there_is_said_in_one_line(ask: Client, path: str):
    answer = ask(path)
    assert answer.status == 404
    assert "<h1>" in answer.text
    page = ask(twin(path))
    assert set(page.json) == {field.name for field in dataclasses.fields(errors.ErrorPage)}


def test_a_dispatch_is_saved_as_one_file(ask: Client, addresses: dict[str, str]):
    answer = ask(addresses["/dispatch of many"] + "/file?base=gull")
    assert "attachment" in answer.headers["content-disposition"]
    found = Tags(answer.text)
    assert not found.scripts
    assert not found.handlers
    assert all(a.startswith("#") for a in found.addresses)
    assert "Harbour police" in answer.text
    assert ask.secret not in answer.text


def test_a_link_by_a_version_leads_to_the_dispatch(ask: Client, archive_file: Path):
    mine = dispatch_of(archive_file, "gull")
    with Archive.open(archive_file) as archive:
        other = archive.connection.execute(
            "SELECT dispatch FROM report WHERE id = 'lamp'"
        ).fetchone()[0]
    answer = ask(f"/dispatch/{other}")
    assert answer.status == 307
    assert answer.headers["location"] == f"/dispatch/{mine}"


def test_stories_are_found_by_place_however_it_is_spelled(ask: Client):
    some = ask("/stories.json?least=1&place=BESK").json["shown"]
    assert [one["card"]["core"] for one in some] == ["war"]
    assert set(some[0]["card"]["places"]) == {"Besk", "England"}
    assert ask("/stories.json?least=1&place=Atlantis").json["shown"] == []
    words = ask("/claims.json?words=said&place=besk").json["cards"]
    assert [card["core"] for card in words] == ["war"]


def test_a_selection_says_what_it_left_out_and_leads_to_the_rest(ask: Client):
    first, second = (ask(f"/claims.json?part={n}").json for n in (1, 2))
    assert (bool(first["cards"]), first["further"]) == (True, False)
    assert (second["cards"], second["read"]) == ([], 0)


def test_parties_stand_apart_where_the_user_named_them(archive_file: Path, ask: Client):
    mine = f"/dispatch/{dispatch_of(archive_file, 'gull')}/claims"
    assert {one["group"] for one in ask(f"{mine}.json").json["said"]} == {"", "newsroom"}
    with serving(archive_file, parties=Parties({"port office": "the port"})) as other:
        groups = [one["group"] for one in other(f"{mine}.json").json["said"]]
        text = other(mine).text
    assert groups == sorted(groups, key=["others", "parties", "newsroom"].index)
    assert set(groups) == {"others", "parties", "newsroom"}
    assert text.count("On the word of parties") == text.count("On the word of others") == 1
    assert "party: the port" in text


def test_related_reports_go_by_their_outlets(ask: Client):
    assert "Pelham, 3 Mar 2031</a>" in ask("/report?id=gull").text
