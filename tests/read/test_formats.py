"""Every format: what is read from it, and that it is known by content as well as by name."""

import gzip
import io
import json
import sys

import pytest

from dateline.read import Columns

STORY = "VELDEN, March 5 (Lantern) - The army retook the town.\n\nIt was the third time.\n"
RECORDS = [
    {"id": 7, "text": "one, “quoted”\nline", "headline": "One", "published": "2019-03-05"},
    {"id": "b", "text": "two", "headline": "Two", "published": ""},
]
LINES = "".join(json.dumps(record) + "\n" for record in RECORDS)
TABLE = 'id,text,headline,published\n7,"one, “quoted”\nline",One,2019-03-05\nb,two,Two,\n'


def seen(reports):
    return [(r.id, r.text, r.title, r.date) for r in reports]


EXPECTED = [("7", "one, “quoted”\nline", "One", "2019-03-05"), ("b", "two", "Two", "")]


def test_plain_text_is_left_as_it_is(pile):
    text = "  " + STORY + "\u200b\u00a0\ttail \r"
    reports, problems = pile({"a.txt": text})
    assert [(r.id, r.source, r.text, r.title) for r in reports] == [("a.txt", "a.txt", text, "")]
    assert problems == []


def test_line_ends(pile):
    reports, _ = pile(
        {
            "a.txt": "one\r\ntwo\rthree\r\n",
            "b.jsonl": '{"text": "one\\r\\ntwo", "title": "a\\r\\nb"}',
            "c.csv": 'text,date\r\n"one\r\ntwo",2019\r\n',
        }
    )
    assert [r.text for r in reports] == ["one\ntwo\rthree\n", "one\ntwo", "one\ntwo"]
    assert reports[1].title == "a\nb"
    assert reports[2].date == "2019"


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.txt", "a.csv", "a"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_json_lines_under_any_name(pile, name, pack):
    reports, problems = pile({name: pack(LINES.encode())})
    assert seen(reports) == EXPECTED
    assert [r.source for r in reports] == [f"{name}:1", f"{name}:2"]
    assert problems == []


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt", "a"])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("wrap", ["bare", "wrapped", "deep"])
def test_json_arrays(pile, name, indent, wrap):
    value = {
        "bare": RECORDS,
        "wrapped": {"status": "ok", "tags": [{"name": "x"}], "articles": RECORDS},
        "deep": {"response": {"found": 2, "docs": RECORDS}},
    }[wrap]
    if name == "a.jsonl" and wrap != "bare":
        return
    reports, problems = pile({name: json.dumps(value, indent=indent)})
    assert seen(reports) == EXPECTED
    assert problems == []


@pytest.mark.parametrize("indent", [None, 2])
def test_json_object_that_is_a_report(pile, indent):
    reports, problems = pile({"a.json": json.dumps({"title": "T", "body": STORY}, indent=indent)})
    assert [(r.id, r.source, r.title, r.text) for r in reports] == [
        ("a.json", "a.json", "T", STORY)
    ]
    assert problems == []


def test_json_objects_in_a_row(pile):
    text = "\n".join(json.dumps(record, indent=2) for record in RECORDS)
    reports, problems = pile({"a.json": text})
    assert seen(reports) == EXPECTED
    assert problems == []


def test_json_with_two_arrays_of_reports(pile):
    reports, problems = pile({"a.json": json.dumps({"new": RECORDS, "old": RECORDS})})
    assert reports == []
    assert problems == ["a.json: several arrays that may hold the reports (new, old); skipped"]


def test_json_values_that_are_no_strings(pile):
    record = {
        "id": 12345678901234567,
        "text": ["First paragraph.", None, "Second."],
        "source": {"id": None, "name": "The Lantern"},
        "publishedAt": None,
        "title": float("nan"),
        "url": True,
    }
    reports, problems = pile({"a.jsonl": json.dumps(record)})
    (report,) = reports
    assert report.text == "First paragraph.\n\nSecond."
    assert (report.id, report.outlet, report.date, report.title) == (
        "12345678901234567",
        "The Lantern",
        "",
        "",
    )
    assert problems == []


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt", "a"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_tables_with_any_separator(pile, separator, name, pack):
    table = f"id{separator}text{separator}headline{separator}published\n"
    table += f'7{separator}"one, “quoted”\nline"{separator}One{separator}2019-03-05\n'
    table += f"b{separator}two{separator}Two{separator}\n"
    reports, problems = pile({name: pack(table.encode())})
    assert seen(reports) == EXPECTED
    assert problems == []


def test_table_without_quoting(pile):
    table = 'id\ttext\tdate\n1\t"No," she said. "Never."\t2019\n2\t"Whole quotation."\t2018\n'
    reports, problems = pile({"a.tsv": table})
    assert [r.text for r in reports] == ['"No," she said. "Never."', '"Whole quotation."']
    assert problems == []


def test_table_with_quoted_paragraphs(pile):
    table = 'id\ttext\n1\t"He said ""no"".\n""Never"", he added."\n2\t"short ""one"""\n'
    reports, problems = pile({"a.tsv": table})
    assert [r.text for r in reports] == ['He said "no".\n"Never", he added.', 'short "one"']
    assert problems == []


def test_table_with_header_and_no_rows(pile):
    assert pile({"a.csv": "id,text\n"})[1] == ["a.csv: no report in it; skipped"]


def test_fields_of_megabytes(pile):
    reports, problems = pile({"a.csv": f'id,text\n1,"{"x, " * 500_000}"\n'})
    assert len(reports[0].text) == 1_500_000
    assert problems == []


def test_columns_by_name(pile):
    table = "Nr;Artikel;Blatt;Tag\n1;eins;Laterne;5.3.2019\n"
    columns = Columns(text="artikel", outlet="Blatt", date="Tag", id="Nr")
    reports, problems = pile({"a.csv": table}, columns=columns)
    assert [(r.id, r.text, r.outlet, r.date) for r in reports] == [
        ("1", "eins", "Laterne", "5.3.2019")
    ]
    assert problems == []


def test_named_columns_that_are_not_there(pile):
    reports, problems = pile(
        {"a.csv": "id,text\n1,one\n", "b.csv": "id,body\n2,two\n"},
        columns=Columns(text="text", title="Kop"),
    )
    assert [r.text for r in reports] == ["one"]
    assert problems == [
        "a.csv: no column 'Kop'; left empty",
        "b.csv: no column 'Kop'; left empty",
        "b.csv: no text column 'text' (found: id, body); skipped",
    ]


def test_records_of_differing_shape(pile):
    lines = '{"text": "one", "url": "u"}\n{"title": "t", "text": "two"}\n{"link": "l", "body": "3"}'
    reports, _ = pile({"a.jsonl": lines})
    assert [(r.text, r.url, r.title) for r in reports] == [
        ("one", "u", ""),
        ("two", "", "t"),
        ("3", "l", ""),
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl", "a.html"])
def test_unicode_encodings(pile, encoding, name):
    text = "The “town” of Velden, in the hills, fell on Tuesday."
    content = {
        "a.txt": text,
        "a.csv": f'text,date\n"{text}",\n',
        "a.jsonl": json.dumps({"text": text}, ensure_ascii=False),
        "a.html": f"<html><body><p>{text}</p></body></html>",
    }[name]
    reports, problems = pile({name: content.encode(encoding)})
    assert [r.text for r in reports] == [text]
    assert problems == []


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le ministre a déclaré que l’armée avait repris la ville. « Enfin », dit-il."),
        ("cp1251", "Министр заявил в четверг, что армия вернула приграничный город."),
        ("cp1256", "قال الوزير يوم الخميس إن الجيش استعاد المدينة بعد ثلاثة أيام من القتال"),
        (
            "gb18030",
            "部长星期四表示，经过三天的战斗，军队重新夺回了边境城镇。他补充说，没有人员伤亡。",
        ),
        (
            "cp932",
            "大臣は木曜日、三日間の戦闘の末、軍が国境の町を奪還したと述べた。死傷者はいないと付け加えた。",
        ),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_older_encodings_are_guessed_and_told(pile, encoding, text, name):
    content = text if name == "a.txt" else f'id;text\n1;"{text}"\n2;"{text} 2"\n'
    reports, problems = pile({name: content.encode(encoding)})
    assert reports[0].text == text
    assert len(problems) == 1
    assert problems[0].startswith(f"{name}: not UTF-8, and no encoding is declared; read as ")


def test_standard_input(pile, monkeypatch):
    class Stdin:
        buffer = io.BufferedReader(io.BytesIO(gzip.compress(LINES.encode())))

    monkeypatch.setattr(sys, "stdin", Stdin())
    reports, problems = pile({}, paths=["-", "-"])
    assert seen(reports) == EXPECTED
    assert [r.source for r in reports] == ["-:1", "-:2"]
    assert problems == ["-: found twice (as -); read once"]


@pytest.mark.parametrize(
    "begin", ["<!---->", "<!--", "<?x?>", "<!DOCTYPE [ ] ", "<?xml ?> ", "<meta ", '{"\\"', "[ "]
)
def test_heads_made_to_be_slow(pile, begin):
    reports, problems = pile({"a": begin * 9000 + "."})
    assert reports or problems
