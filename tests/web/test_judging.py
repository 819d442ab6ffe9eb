"""The reader's judgement: it holds, it shows, and it can be taken back."""

from __future__ import annotations

import pytest

from .server import Client


def versions(ask: Client, number: int = 0) -> int:
    return ask("/stories.json").json["shown"][number]["card"]["versions"]


def test_a_rejected_version_leaves_and_comes_back(fresh: Client):
    back = "/dispatch/x?v=gull"
    answer = fresh.post("/judge", decision="reject", a="gull", b="pelham/1", back=back)
    assert answer.status == 303
    assert answer.headers["location"].startswith(f"{back}&decided=")
    assert versions(fresh) == 4
    page = fresh("/decisions.json").json["decisions"]
    assert [(j["decision"], j["a"], j["b"]) for j in page] == [("reject", "gull", "pelham/1")]
    assert fresh.post("/undo", number=str(page[0]["number"]), back="/stories").status == 303
    assert versions(fresh) == 5
    assert fresh("/decisions.json").json["decisions"] == []


def test_the_page_says_what_was_decided(fresh: Client):
    card = fresh("/stories.json").json["shown"][0]["card"]
    page = f"/dispatch/{card['id']}"
    answer = fresh.post("/judge", decision="accept", a="pelham/1", b="gull", back=page)
    text = fresh(answer.headers["location"]).text
    assert "Decided: accept as copy: pelham/1 and gull." in text
    assert "Decided by a person" in text
    assert 'data-key="u"' in text


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "", "x", "/a\r\nb"]
)
def test_the_way_back_is_always_ours(fresh: Client, back: str):
    answer = fresh.post("/judge", decision="accept", a="pelham/1", b="gull", back=back)
    assert answer.headers["location"].startswith("/decisions?decided=")


def test_nonsense_is_refused_in_one_line(fresh: Client):
    assert fresh.post("/judge", decision="maybe", a="pelham/1", b="gull").status == 400
    assert fresh.post("/judge", decision="accept", a="pelham/1", b="nobody").status == 404
    assert fresh.post("/undo", number="99").status == 404
    assert fresh.post("/undo", number="-1").status == 400
