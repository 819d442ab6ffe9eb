"""The one report that a person names."""

import json
from pathlib import Path

import pytest

from dateline.errors import InputError, NotFoundError
from dateline.model import Problem
from dateline.read import Columns, read_one

LINES = [{"id": "a", "text": "one"}, {"id": "b:2", "text": ""}, {"id": "c:d", "text": "three"}]
LINES += [{"id": "a", "text": "four"}, {"id": 5, "text": "half \ud83d"}]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text("a story")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES))
    (tmp_path / "b.csv").write_text("text,title\nfirst,x\nsecond,y\n")
    (tmp_path / "a:b.txt").write_text("colon")
    (tmp_path / "single.json").write_text('{"text": "alone"}')


@pytest.mark.parametrize(
    ("spec", "text", "name"),
    [
        ("one.txt", "a story", "one.txt"),
        ("./one.txt", "a story", "./one.txt"),
        ("a:b.txt", "colon", "a:b.txt"),
        ("a.jsonl:a", "one", "a"),
        ("a.jsonl:a#2", "four", "a#2"),
        ("a.jsonl:c:d", "three", "c:d"),
        ("b.csv:2", "second", "b.csv:2"),
        ("single.json", "alone", "single.json"),
    ],
)
def test_found(spec, text, name):
    problems: list[Problem] = []
    report = read_one(spec, on_problem=problems.append)
    assert (report.text, report.id) == (text, name)
    assert [p for p in problems if p.skipped] == []


def test_problems_of_this_report_only():
    problems: list[Problem] = []
    assert read_one("a.jsonl:5", on_problem=problems.append).text == "half \ufffd"
    assert [p.record for p in problems] == ["line 5"]


def test_columns():
    assert read_one("b.csv:1", Columns(text="title")).text == "x"


@pytest.mark.parametrize(
    ("spec", "error", "message"),
    [
        ("gone.txt", NotFoundError, "gone.txt: no such file"),
        ("gone.txt:3", NotFoundError, "gone.txt:3: no such file"),
        ("", NotFoundError, ": no such file"),
        ("a.jsonl:zz", NotFoundError, "a.jsonl: none of its 4 reports has the id 'zz'"),
        ("a.jsonl:b:2", NotFoundError, "a.jsonl: none of its 4 reports has the id 'b:2'"),
        ("empty.txt", InputError, "empty.txt: the file is empty; skipped"),
        ("empty.txt:1", InputError, "empty.txt: the file is empty; skipped"),
        (".", InputError, ".: is a directory; skipped"),
        (
            "a.jsonl",
            InputError,
            "a.jsonl: holds several reports; name one, as in a.jsonl:a",
        ),
        ("b.csv", InputError, "b.csv: holds several reports; name one, as in b.csv:1"),
    ],
)
def test_not_found(spec, error, message):
    with pytest.raises(error) as caught:
        read_one(spec, on_problem=lambda problem: None)
    assert str(caught.value) == message


def test_the_verb_outlives_the_import_of_its_package(tmp_path: Path) -> None:
    import dateline
    import dateline.read.reports

    (tmp_path / "quay.txt").write_text("The quay is shut. Nobody knows for how long.")
    for _ in range(2):
        assert [r.text for r in dateline.read(tmp_path / "quay.txt")] == [
            "The quay is shut. Nobody knows for how long."
        ]
