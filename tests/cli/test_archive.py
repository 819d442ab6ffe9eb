"""The commands on an archive, as people use them one after the other."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dateline.store import Archive

from .archives import OTHER, Caller, pile
from .fiction import A
from .running import Here, lines, run


@pytest.fixture
def call(tmp_path: Path, here: Here) -> Caller:
    """An archive that holds the pile."""
    made = Caller(tmp_path, here)
    made("add", pile(tmp_path))
    return made


DISPATCH = {"pelham", "gull", "cut"}


def test_lineage_draws_the_dispatch_of_any_of_its_reports(call: Caller):
    for named in ((), ("gull",)):
        (tree,) = call.json("lineage", *named)[0]
        assert {node["id"] for node in tree["nodes"] if not node["unseen"]} == DISPATCH
    assert "nobody" in call("lineage", "nobody", code=1) + call.err


def test_add_says_what_was_new_and_what_was_known(tmp_path: Path, here: Here):
    call = Caller(tmp_path, here)
    assert "4 reports read: 4 added, 0 known before" in call("add", pile(tmp_path))
    assert call.json("add", pile(tmp_path)) == [{"run": 2, "read": 4, "added": 0, "known": 4}]
    with Archive.open(call.archive) as archive:
        first = archive.runs()[0]
        (digest,) = archive.connection.execute("SELECT sha256 FROM input").fetchone()
    assert json.loads(first.settings)["paths"] == [str(tmp_path / "pile.jsonl")]
    assert len(digest) == 64


def test_add_tells_bad_inputs_and_counts_them_in_the_manifest(call: Caller, tmp_path: Path):
    (tmp_path / "bad.jsonl").write_text('{"id": "x", "text": "A word of its own."}\n{"id": \n')
    call("add", tmp_path / "bad.jsonl", code=3)
    assert len(lines(call.err)) == 2
    with Archive.open(call.archive) as archive:
        assert [run.skipped for run in archive.runs()] == [0, 1]


def test_stories_by_place(call: Caller, tmp_path: Path):
    text = "The ferries from Deir Ezzor stopped on Monday, the company said to those who waited."
    (tmp_path / "t.jsonl").write_text(json.dumps({"id": "t", "text": text}))
    call("add", tmp_path / "t.jsonl")
    (summary,) = call.json("stories", "--least", "1", "--place", "deir ez-zor")
    assert summary["core"] == "t"
    assert "name deir ez-zor" in call("stories", "--least", "1", "--place", "deir ez-zor")
    assert "none of them names Oslo" in call("stories", "--place", "Oslo")


def test_stories_and_a_story(call: Caller):
    shown = call("stories")
    assert "2 dispatches, 1 of them in several versions" in shown
    assert "3 versions · 3 outlets · 2031-03-03 – 2031-03-04" in shown
    (summary,) = call.json("stories")
    assert summary["versions"] == 3
    assert len(call.json("stories", "--least", "1")) == 2
    for name in (*DISPATCH, summary["id"]):
        (told,) = call.json("story", name)
        assert set(told["collation"]["dispatch"]["versions"]) == DISPATCH
    assert "DROPPED" in call("story", "cut")


def test_search(call: Caller):
    assert "snow (Lamp, 2031-01-05)" in call("search", "FERRIES", "nobody")
    (hit,) = call.json("search", '"grell. the ferries"')
    assert [OTHER[s["start"] : s["end"]] for s in hit["spans"]] == ["Grell. The ferries"]
    assert "nothing found" in call("search", "zyzzyva")
    call("search", "…", code=2)


def test_trace_of_a_withdrawn_sentence(call: Caller, tmp_path: Path):
    sentence = "The harbour board of Ostmere said on Monday it would close Lantern Wharf."
    shown = call("trace", "--text", sentence)
    assert "3 reports carry it" in shown
    assert "since 2031-03-03 at the latest: 1 of unknown date" in " ".join(shown.split())
    (tmp_path / "draft.txt").write_text(A.text, "utf-8")
    (found,) = call.json("trace", tmp_path / "draft.txt")
    assert {c["report"] for c in found["carriers"]} == DISPATCH
    assert all(A.text[s["start"] : s["end"]] == s["text"] for s in found["sentences"])
    assert "100% of the words" in call("trace", tmp_path / "draft.txt")
    assert "nobody carries it" in call("trace", "--text", "Zyzzyva qwertz.")
    call("trace", code=2)
    with Archive.open(call.archive) as archive:
        assert len(archive) == 4


def test_trace_from_standard_input(call: Caller):
    done = run("trace", "-", "--archive", call.archive, given=b"nobody complained")
    assert done.returncode == 0
    assert "snow" in done.stdout


def test_judging(call: Caller, tmp_path: Path):
    assert "reject" in call("judge", "reject", "gull", "pelham", "--by", "Ida", "--note", "no")
    assert "gull" not in str(call.json("stories"))
    assert len(call.json("story", "pelham")[0]["collation"]["dispatch"]["versions"]) == 2
    call("judge", "merge", "snow", "pelham", "--by", "Ida")
    assert "Put into one dispatch by a person (Ida)" in call("story", "snow")
    assert len(call.json("judge", "list")) == 2
    exported = tmp_path / "judgements.jsonl"
    exported.write_text(call("judge", "export"), "utf-8")
    call("judge", "undo", "1")
    call("judge", "undo", "1", code=1)
    assert "(undone" in call("judge", "list", "--undone")
    call("judge", "take-in", exported)
    assert "0 of 2 decisions taken over" in call.err
    call("judge", "correct", "gull", "pelham", "quote")
    call("judge", "split", "cut")
    call("judge", "accept", "snow", "pelham")
    call("judge", "accept", "gull", "nobody", code=1)
    call("judge", "correct", "gull", "pelham", "clone", code=2)
    exported.write_text("{", "utf-8")
    call("judge", "take-in", exported, code=1)
    assert "line 1: not JSON" in call.err


def test_findings_are_listed_decided_carried_and_undone(call: Caller, tmp_path: Path):
    edits = call.json("judge", "findings", "pelham", "gull")
    one = next(f for f in edits if f["about"] == "edit")
    assert one["at"] in call("judge", "findings", "pelham", "gull")
    said = call("judge", "finding", "reject", one["at"], "pelham", "gull", "--by", "Ida")
    assert "reject edit “" in said
    told = " ".join(call("story", "pelham").split())
    assert f"rejected by a person (Ida); the machine: {one['machine']}" in told
    (speaker, *_) = [f for f in call.json("judge", "findings", "pelham") if f["about"] == "speaker"]
    call("judge", "finding", "correct", speaker["at"], "pelham", "--to", "Ilse Drummond")
    assert "Ilse Drummond, as a person says" in " ".join(call("story", "pelham").split())
    judged = [c["judged"] for c in call.json("claims") if c["judged"]]
    assert [(one["decision"], one["number"]) for one in judged] == [("correct", 2)]
    assert "source corrected by a person" in " ".join(call("claims").split())
    ends = [end for s in call.json("claims", "--merged") for end in s["ends"] if end["judged"]]
    assert [end["name"] for end in ends] == ["Ilse Drummond"]
    assert [j["not_applied"] for j in call.json("judge", "list")] == ["", ""]
    exported = tmp_path / "judgements.jsonl"
    exported.write_text(call("judge", "export"), "utf-8")
    assert "0 of 2 decisions taken over" in call("judge", "take-in", exported) + call.err
    call("judge", "undo", "1")
    assert "by a person (Ida)" not in " ".join(call("story", "pelham").split())
    call("judge", "finding", "correct", one["at"], "pelham", "gull", "--to", "wrong", code=2)
    call("judge", "finding", "accept", "edit:0-1:0-1", "pelham", "gull", code=1)
    rows = [json.loads(line) for line in exported.read_text("utf-8").splitlines()]
    elsewhere = [row | {"a_text": "0" * 64, "a_words": "0" * 32, "made": "2031"} for row in rows]
    exported.write_text("".join(f"{json.dumps(row)}\n" for row in elsewhere), "utf-8")
    call("judge", "take-in", exported)
    lost = [j["not_applied"] for j in call.json("judge", "list")]
    assert lost == ["", *["the text of pelham is not what it was"] * 2]
    assert "is not what it was" in call("judge", "list")


def test_reindex_tells_what_it_changed(call: Caller):
    assert call("reindex").startswith("Epoch 1: 4 reports")
    (done,) = call.json("reindex")
    assert (done["epoch"], done["moved"], done["rejudged"]) == (2, [], [])


def test_corpus(call: Caller, tmp_path: Path):
    rows = [json.loads(line) for line in call("corpus", "--keep", "longest").splitlines()]
    assert {row["id"] for row in rows} == {"snow", "gull"}
    assert {one["id"] for row in rows for one in row["left_out"]} == DISPATCH - {"gull"}
    call("corpus", "--to", tmp_path / "out.parquet")
    assert "2 of 4 reports kept" in call.err
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 2
    call("corpus", "--to", tmp_path / "out.xml", code=2)
    call("corpus", "--keep", "best", code=2)
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    "command",
    [["stories"], ["story", "x"], ["search", "x"], ["trace", "--text", "x"], ["reindex"]],
)
def test_what_is_no_archive_is_told_in_one_line(tmp_path: Path, here: Here, command: list[str]):
    call = Caller(tmp_path, here)
    call(*command, code=1)
    assert "no such archive" in lines(call.err)[0]
    call.archive.write_bytes(b"neither fish nor fowl " * 99)
    call(*command, code=1)
    assert lines(call.err) == [f"dateline: {call.archive}: not an archive of Dateline"]


def test_reports_that_are_not_there(call: Caller):
    call("story", "nobody", code=1)
    assert len(lines(call.err)) == 1


@pytest.mark.parametrize(
    "command", ["add", "stories", "story", "search", "trace", "reindex", "corpus", "judge"]
)
def test_help_shows_an_example(here: Here, command: str):
    done = here(command, "--help")
    assert done.returncode == 0
    assert f"dateline {command} " in done.stdout.split("Usage:", 1)[1].split("\n", 1)[1]
