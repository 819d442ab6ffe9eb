"""Bad input of every kind: one clear line each, the rest goes on."""

import gzip
import json
import os
import tracemalloc
from pathlib import Path
from typing import IO, Any

import pytest

from dateline.model import Problem
from dateline.read import Limits, read_reports
from dateline.read import reports as reports_module

STORY = "VELDEN, March 5 (Lantern) - The army retook the town on Tuesday, the minister said."


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_empty_file(pile):
    assert pile({"a.txt": ""}) == ([], ["a.txt: the file is empty; skipped"])


def test_empty_gzip(pile):
    assert pile({"a.txt.gz": gzip.compress(b"")})[1] == ["a.txt.gz: the file is empty; skipped"]


def test_blank_text(pile):
    assert pile({"a.txt": " \n\n"}) == ([], ["a.txt: the text is empty; skipped"])


def test_empty_text_in_a_record(pile):
    reports, problems = pile({"a.jsonl": lines({"text": "one"}, {"text": " "}, {"text": "three"})})
    assert [r.text for r in reports] == ["one", "three"]
    assert problems == ["a.jsonl: line 2: the text is empty; skipped"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture, not text"),
        (b"%PDF-1.7 ...", "a PDF file, not text"),
        (b"PK\x03\x04 ...", "a ZIP archive or Office document, not text"),
        (bytes(range(256)) * 4, "binary data, not text"),
        (b"text \x00\x01\x02 and more", "binary data, not text"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_binary(pile, content, kind, name):
    assert pile({name: content}) == ([], [f"{name}: {kind}; skipped"])


def test_text_too_large(pile):
    reports, problems = pile({"a.txt": "x" * 2001, "b.txt": "y" * 2000}, limits=Limits(2000))
    assert [r.text for r in reports] == ["y" * 2000]
    assert problems == ["a.txt: larger than 0.002 MB, too large for one report; skipped"]


def test_line_too_long(pile):
    long = lines({"text": "one"}, {"text": "x" * 5000}, {"text": "three"})
    reports, problems = pile({"a.jsonl": long}, limits=Limits(record=2000))
    assert [r.id for r in reports] == ["a.jsonl:1", "a.jsonl:3"]
    assert problems == ["a.jsonl: line 2: longer than 0.002 MB; skipped"]


@pytest.mark.parametrize("size", [5_000, 3_000_000])
def test_element_too_long(pile, size):
    array = json.dumps([{"text": "one"}, {"text": 'x"\\' * size}, {"text": "three"}])
    reports, problems = pile({"a.json": array}, limits=Limits(record=2000))
    assert [r.id for r in reports] == ["a.json:1", "a.json:3"]
    assert problems == ["a.json: record 2: longer than 0.002 MB; skipped"]


def test_csv_field_too_long(pile):
    table = f'id,text\n1,one\n2,"{"x" * 5000}"\n3,three\n'
    reports, problems = pile({"a.csv": table}, limits=Limits(record=2000))
    assert [r.text for r in reports] == ["one", "three"]
    assert problems == ["a.csv: line 3: longer than 0.002 MB; skipped"]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv"])
def test_memory_stays_bounded_on_one_huge_line(tmp_path, name):
    begin = {"a.txt": "", "a.jsonl": '{"text":"', "a.json": '[{"text":"', "a.csv": 'id,text\n1,"'}
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(begin[name].encode())
        for _ in range(60):
            file.write(b"y" * 1_000_000)
    problems: list[Problem] = []
    tracemalloc.start()
    try:
        assert list(read_reports([path], on_problem=problems.append, limits=Limits(10**6))) == []
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(problems) in (1, 2)  # too long, and for the array that it breaks off
    assert peak < 12e6


def test_mixed_encodings(pile):
    text = "Fine “quotes” here.\n" * 5 + "More.\n"
    content = text.encode() + "Old “quotes”.\n".encode("cp1252")
    content += "Both: “new” ".encode() + "and caf\u00e9.\n".encode("cp1252")
    reports, problems = pile({"a.txt": content})
    assert reports[0].text == text + "Old “quotes”.\nBoth: “new” and café.\n"
    assert problems == [
        "a.txt: mixed encodings (2 lines are not UTF-8);"
        " kept, what is not UTF-8 read as windows-1252"
    ]


def test_mixed_encodings_in_json_lines_are_no_skip(tmp_path):
    path = tmp_path / "a.jsonl"
    good, bad = '{"text": "“new”"}\n'.encode(), '{"text": "“old”"}\n'.encode("cp1252")
    path.write_bytes(good * 3 + bad + good)
    problems: list[Problem] = []
    reports = list(read_reports([path], on_problem=problems.append))
    assert [r.text for r in reports] == ["“new”"] * 3 + ["“old”", "“new”"]
    assert [p.skipped for p in problems] == [False]


def test_wrong_declaration(pile):
    page = (
        '<html><head><meta charset="iso-8859-1"></head><body><p>Café “in” Velden</p></body></html>'
    )
    reports, problems = pile({"a.html": page})
    assert reports[0].text == "Café “in” Velden"
    assert problems == ["a.html: declares iso-8859-1 but is UTF-8; read as UTF-8"]


def test_lone_surrogates(pile):
    text = '{"text": "half \\ud83d pair", "title": "\\udc00"}\n{"text": "whole \\ud83d\\ude00"}\n'
    reports, problems = pile({"a.jsonl": text})
    assert [r.text for r in reports] == ["half \ufffd pair", "whole \U0001f600"]
    assert reports[0].title == "\ufffd"
    assert problems == ["a.jsonl: line 1: half a surrogate pair; kept, U+FFFD in its place"]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz", "a.json.gz"])
def test_truncated_gzip_keeps_the_records_before_the_break(pile, name):
    records = [{"id": f"r{i}", "text": os.urandom(40).hex()} for i in range(200)]
    plain = {
        "a.jsonl.gz": lines(*records),
        "a.json.gz": json.dumps(records),
        "a.csv.gz": "id,text\n" + "".join(f'{r["id"]},"{r["text"]}"\n' for r in records),
    }[name]
    whole = gzip.compress(plain.encode())
    reports, problems = pile({name: whole[: len(whole) // 2]})
    assert 50 < len(reports) < 150
    assert [(r.id, r.text) for r in reports] == [
        (r["id"], r["text"]) for r in records[: len(reports)]
    ]
    kept = f"after {len(reports)} reports); what came before it is kept"
    assert problems == [f"{name}: the gzip data breaks off ({kept}"]


def test_truncated_gzip_of_one_report_is_not_taken_for_the_report(pile):
    whole = gzip.compress(os.urandom(3000).hex().encode())
    reports, problems = pile({"a.txt.gz": whole[:-500]})
    assert reports == []
    assert problems == ["a.txt.gz: the gzip data breaks off; skipped"]


def test_damaged_gzip(pile):
    whole = bytearray(gzip.compress(os.urandom(3000).hex().encode()))
    whole[1000:1100] = b"\0" * 100
    reports, problems = pile({"a.txt.gz": bytes(whole)})
    assert reports == []
    assert len(problems) == 1
    assert problems[0].startswith("a.txt.gz: the gzip data")


def test_ragged_rows(pile):
    table = (
        "id,text,date\n1,one,2019\n2,two\n3,three, and more,2019\n4\n5,five,2019,,\n\n6,six,2019\n"
    )
    reports, problems = pile({"a.csv": table})
    assert [(r.id, r.text, r.date) for r in reports] == [
        ("1", "one", "2019"),
        ("2", "two", ""),
        ("5", "five", "2019"),
        ("6", "six", "2019"),
    ]
    assert problems == [
        "a.csv: row 2: too few fields (2 where the header has 3); kept, the missing ones empty",
        "a.csv: row 3: too many fields (4 where the header has 3); skipped",
        "a.csv: row 4: too few fields (1 where the header has 3); skipped",
    ]


def test_a_quotation_mark_that_never_closes_costs_one_row(pile):
    table = (
        'id,text,date\n1,"one, she said",2019\n2,"two, she said,2019\n3,three,2019\n4,four,2019\n'
    )
    reports, problems = pile({"a.csv": table})
    assert [r.text for r in reports] == ["one, she said", "three", "four"]
    assert problems == ["a.csv: row 2: quotation marks that are not quoting; skipped"]


def test_quotation_marks_of_the_text_are_never_eaten(pile):
    table = 'id,text,date\n1,"No" she said,2019\n2,"No," she said,2019\n3,three,2019\n'
    reports, problems = pile({"a.csv": table})
    assert [r.text for r in reports] == ['"No" she said', "three"]
    assert problems == [
        "a.csv: row 1: quotation marks that are not quoting; kept as they stand",
        "a.csv: row 2: quotation marks that are not quoting; skipped",
    ]


def test_duplicate_ids(pile):
    same = {"id": "a", "text": STORY}
    reports, problems = pile({"a.jsonl": lines(same, {"id": "a", "text": "other"}, same)})
    assert [r.id for r in reports] == ["a", "a#2", "a#3"]
    assert problems == [
        "a.jsonl: line 2: its id was used before ('a', now 'a#2'); kept",
        "a.jsonl: line 3: its id was used before ('a', now 'a#3'); kept",
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "who;what\n1;2\n"),
        ("a.jsonl", lines({"who": 1, "what": 2})),
        ("a.json", json.dumps({"who": 1, "what": 2})),
        ("a.json", json.dumps([{"who": 1, "what": 2}])),
    ],
)
def test_missing_text_column_names_what_is_there(pile, name, content):
    reports, problems = pile({name: content})
    assert reports == []
    assert len(problems) == 1
    assert problems[0].startswith(f"{name}: no text column (found")
    assert problems[0].endswith(": who, what); skipped")


def test_missing_text_column_is_one_line_for_all_records(pile):
    _, problems = pile({"a.jsonl": lines(*[{"who": i} for i in range(1234)])})
    assert problems == ["a.jsonl: no text column (found in 1,234 records: who); skipped"]


def test_unreadable_file(pile, monkeypatch):
    def refuse(path: str, mode: str) -> IO[Any]:
        if path == "a.txt":
            raise PermissionError(13, "Permission denied")
        return open(path, mode)

    monkeypatch.setattr(reports_module, "open", refuse, raising=False)
    reports, problems = pile({"a.txt": STORY, "b.txt": STORY})
    assert [r.id for r in reports] == ["b.txt"]
    assert problems == ["a.txt: permission denied; skipped"]


def test_reading_that_fails_midway(pile, monkeypatch):
    class Failing:
        def __init__(self) -> None:
            self._parts = [lines({"text": "one"}).encode(), b'{"text": "tw']

        def read1(self, size: int) -> bytes:
            if not self._parts:
                raise OSError(5, "Input/output error")
            return self._parts.pop(0)

        def __enter__(self) -> "Failing":
            return self

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(reports_module, "open", lambda path, mode: Failing(), raising=False)
    reports, problems = pile({"a.jsonl": "x"})
    assert [r.text for r in reports] == ["one"]
    assert problems == [
        "a.jsonl: reading it failed: input/output error (after 1 report);"
        " what came before it is kept"
    ]


def test_invalid_json_line(pile):
    text = lines({"text": "one"}) + "not json\n\n" + lines([1]) + '{"text": "cut o'
    reports, problems = pile({"a.jsonl": text})
    assert [r.text for r in reports] == ["one"]
    assert problems == [
        "a.jsonl: line 2: not valid JSON (expecting value, character 1); skipped",
        "a.jsonl: line 4: not a JSON object; skipped",
        "a.jsonl: line 5: not valid JSON (unterminated string starting at, character 10); skipped",
    ]


def test_json_array_cut_off(pile):
    records = [{"id": str(i), "text": f"story {i}"} for i in range(5)]
    reports, problems = pile({"a.json": json.dumps(records)[:-8]})
    assert [r.id for r in reports] == ["0", "1", "2", "3"]
    assert problems == [
        "a.json: the JSON breaks off (after 4 reports); what came before it is kept"
    ]


def test_wrapped_json_cut_off(pile):
    records = [{"id": str(i), "text": f"story {i}"} for i in range(5)]
    text = json.dumps({"status": "ok", "tags": [{"a": 1}], "articles": records}, indent=1)
    reports, problems = pile({"a.json": text[:-30]})
    assert [r.id for r in reports] == ["0", "1", "2", "3"]
    assert len(problems) == 1
    assert problems[0].startswith("a.json: not valid JSON: ")


def test_one_bad_element_does_not_spoil_the_array(pile):
    reports, problems = pile({"a.json": '[{"text": "one"}, {"text": two}, {"text": "three"}]'})
    assert [r.text for r in reports] == ["one", "three"]
    assert problems == ["a.json: record 2: not valid JSON (expecting value, character 10); skipped"]


@pytest.mark.parametrize("content", ["[", "{", "[]", "[1, 2]", "[[[[", '{"a": [', "[" * 100_000])
def test_json_without_reports(pile, content):
    reports, problems = pile({"a.json": content})
    assert reports == []
    assert len(problems) == 1


def test_unknown_xml(pile):
    _, problems = pile({"a.xml": '<?xml version="1.0"?>\n<!-- x -->\n<pile><item/></pile>'})
    assert problems == [
        "a.xml: XML of a kind that Dateline does not read (root element <pile>); skipped"
    ]


def test_many_problems_are_summed_up(pile):
    table = "id,text,date\n" + "".join(f"{i},story {i}\n" for i in range(30))
    reports, problems = pile({"a.csv": table})
    assert len(reports) == 30
    assert len(problems) == 6
    assert problems[-1] == "a.csv: 25 more: too few fields; kept, the missing ones empty"


def test_twenty_problems_are_told_one_by_one(pile):
    table = "id,text,date\n" + "".join(f"{i},story {i}\n" for i in range(20))
    assert len(pile({"a.csv": table})[1]) == 20


def test_many_bad_files_in_a_folder_are_summed_up(pile):
    files = {f"d/{i:02}.png": b"\x89PNG...." for i in range(30)}
    _, problems = pile(files, paths=["d"])
    assert len(problems) == 6
    assert problems[0] == "d/00.png: a PNG picture, not text; skipped"
    assert problems[-1] == "d: 25 more: a PNG picture, not text; skipped"


def test_name_that_is_no_text(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with open(b"\xff\n.txt", "wb") as file:
        file.write(STORY.encode())
    reports = list(read_reports(["."]))
    assert [r.id for r in reports] == ["./\ufffd\ufffd.txt"]
