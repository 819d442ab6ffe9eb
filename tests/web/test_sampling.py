"""The page of the sheet: findings are answered one by one, counted, kept, and taken back."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from dateline.store import Archive, sheets
from dateline.store.sheets import Item

from .conftest import made
from .fiction import PILE
from .server import Client, serving


def page(ask: Client, query: str = "") -> Any:
    return ask(f"/sample.json{query}").json


def reply(ask: Client, n: int, answer: str) -> None:
    assert ask.post("/sample/answer", sheet="1", n=str(n), answer=answer).status == 303


def test_answers_are_asked_for_one_after_the_other_and_counted(fresh: Client):
    count = len(page(fresh)["items"])
    for n in range(1, count + 1):
        assert page(fresh)["asked"]["n"] == n
        reply(fresh, n, ("yes", "no", "cannot tell")[n % 3])
    whole = page(fresh)
    assert whole["asked"] is None
    assert whole["open"] == 0
    judged = [i["answer"] for i in whole["items"] if i["answer"] != "cannot tell"]
    assert sum(one["answered"] for one in whole["found"]) == len(judged)
    assert sum(one["right"] for one in whole["found"]) == judged.count("yes")
    assert sum(one["drawn"] for one in whole["found"]) == count
    assert f"{len(judged)} findings were drawn at random" in whole["methods"]
    assert "seed 1, at most 9 of each kind" in whole["methods"]
    assert f"of {len(PILE)} reports" in whole["methods"]
    assert "All findings of this sheet are answered." in fresh("/sample").text


def test_answers_are_taken_back_in_turn_and_changed(fresh: Client):
    for n, answer in ((3, "no"), (1, "yes"), (3, "yes")):
        reply(fresh, n, answer)
    assert page(fresh)["last"] == 3
    answer = fresh.post("/sample/undo", sheet="1")
    assert answer.headers["location"] == "/sample?sheet=1&item=3"
    assert [i["answer"] for i in page(fresh)["items"][:3]] == ["yes", "", ""]
    assert fresh.post("/sample/undo", sheet="1").status == 303
    assert page(fresh)["last"] is None
    assert fresh.post("/sample/undo", sheet="1").headers["location"] == "/sample?sheet=1"


def test_answers_outlive_the_server(tmp_path: Path):
    archive = made(tmp_path / "kept.db")
    with serving(archive) as first:
        reply(first, 1, "no")
    with serving(archive) as second:
        assert page(second)["items"][0]["answer"] == "no"


def test_another_sheet_is_drawn_and_the_first_one_stays(fresh: Client):
    answer = fresh.post("/sample/draw", size="2", seed="7")
    assert answer.headers["location"] == "/sample?sheet=2"
    two = page(fresh)
    assert two["sheet"]["seed"] == 7
    kinds = [item["kind"] for item in two["items"]]
    assert {kinds.count(kind) for kind in kinds} <= {1, 2}
    assert [s["number"] for s in two["sheets"]] == [2, 1]
    assert page(fresh, "?sheet=1")["sheet"]["size"] == 9


def test_words_stand_where_the_sheet_says(ask: Client):
    texts = {r.id: r.text for r in PILE}
    for item in page(ask)["items"]:
        for report, words, at in ((item[k], item[f"words_{k}"], item[f"at_{k}"]) for k in "ab"):
            if at is not None:
                assert texts[report][at : at + len(words)] == words


def test_the_sheet_is_saved_as_the_command_writes_it(fresh: Client):
    reply(fresh, 2, "cannot tell")
    answer = fresh("/sample/sheet.csv?sheet=1")
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["answer"] for row in rows[:3]] == ["", "cannot tell", ""]
    assert len(rows) == len(page(fresh)["items"])


def test_forms_of_others_and_nonsense_are_refused(fresh: Client):
    for path in ("draw", "answer", "undo"):
        assert fresh.post(f"/sample/{path}", secret="x", sheet="1").status == 403
    for fields in ({"n": "1", "answer": "maybe"}, {"n": "x", "answer": "yes"}):
        assert fresh.post("/sample/answer", sheet="1", **fields).status == 400
    assert fresh.post("/sample/answer", sheet="1", n="999", answer="yes").status == 404
    assert fresh.post("/sample/answer", sheet="8", n="1", answer="yes").status == 404
    assert fresh.post("/sample/draw", size="0", seed="1").status == 400


@pytest.mark.parametrize("path", ["/sample?sheet=8", "/sample/sheet.csv?sheet=8"])
def test_no_such_sheet_is_said_in_one_line(ask: Client, path: str):
    assert ask(path).status == 404


def test_a_sheet_from_elsewhere_is_shown_without_its_reports(tmp_path: Path):
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        item = Item("edit", "renamed", "gone", "lost", "guards", "police", 8, 8)
        sheets.keep(archive, [item], 1, 1, "0")
    with serving(tmp_path / "a.db") as ask:
        page = ask("/sample")
        assert page.status == 200
        assert "guards" in page.text
