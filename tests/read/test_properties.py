"""What must hold for any records and any bytes."""

import csv
import gzip
import io
import json
import os
import tempfile

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.model import Problem
from dateline.read import Limits, read_reports
from dateline.read.encoding import LineDecoder, decode
from dateline.read.ids import Ids
from dateline.read.json_split import Splitter

NAMES = ("id", "text", "title", "date", "outlet", "url")
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
filled = anything.filter(lambda text: text.strip() != "")
record = st.fixed_dictionaries(
    {"text": filled, "title": anything, "date": anything, "outlet": anything, "url": anything}
)


@st.composite
def piles(draw: st.DrawFn) -> list[dict[str, str]]:
    ids = draw(st.lists(filled, unique_by=lambda i: i.replace("\r\n", "\n"), max_size=6))
    return [{"id": i, **draw(record)} for i in ids]


def as_lines(records: list[dict[str, str]]) -> bytes:
    return "".join(
        json.dumps(r, ensure_ascii=len(r["text"]) % 2 > 0) + "\n" for r in records
    ).encode()


def as_array(records: list[dict[str, str]]) -> bytes:
    return json.dumps(records, indent=len(records) % 3 or None).encode()


def as_table(records: list[dict[str, str]], dialect: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, NAMES, dialect=dialect)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode()


WRITERS = {
    ".jsonl": as_lines,
    ".json": as_array,
    ".csv": lambda records: as_table(records, "excel"),
    ".tsv": lambda records: as_table(records, "excel-tab"),
}


def read_bytes(data: bytes, suffix: str, limits: Limits | None = None):
    problems: list[Problem] = []
    handle, name = tempfile.mkstemp(suffix)
    try:
        with open(handle, "wb") as file:
            file.write(data)
        reports = list(read_reports([name], on_problem=problems.append, limits=limits or Limits()))
    finally:
        os.unlink(name)
    return reports, problems


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@settings(max_examples=150, deadline=None)
@given(records=piles())
def test_what_is_written_comes_back(suffix, pack, records):
    reports, problems = read_bytes(pack(WRITERS[suffix](records)), suffix)
    found = [{name: getattr(report, name) for name in NAMES} for report in reports]
    assert found == [{k: v.replace("\r\n", "\n") for k, v in r.items()} for r in records]
    assert [str(p) for p in problems if records] == []


fragments = st.sampled_from(
    [
        *(b"{", b"}", b"[", b"]", b'"', b"\\", b",", b":", b"\n", b"\r", b"\0", b"\t", b"NaN"),
        *(b'"text"', b"text,id\n", b'{"text": "a"}', b"<html>", b"<p>a</p>", b"<?xml", b"1e999"),
        *(b"\x1f\x8b", b"\xff\xfe", b"\xef\xbb\xbf", b"\\ud800", b"a\xe9", "“".encode()),
        *(b"WARC/1.0\r\n", b"PAR1", b"<rss>", b"<feed>", b"</"),
    ]
)
bad_bytes = st.one_of(st.binary(max_size=300), st.lists(fragments, max_size=30).map(b"".join))


@pytest.mark.parametrize(
    "suffix", [".txt", ".jsonl", ".json", ".csv", ".tsv", ".html", ".xml", ".rss", ""]
)
@settings(max_examples=150, deadline=None)
@given(data=bad_bytes, pack=st.sampled_from([bytes, gzip.compress]))
@example(data=b'"' * 50 + b"\n" + b'"a', pack=bytes)
@example(data=b"[" * 5000, pack=bytes)
@example(data=b'{"text":' * 5000, pack=bytes)
def test_no_bytes_raise_and_nothing_goes_unsaid(suffix, data, pack):
    reports, problems = read_bytes(pack(data), suffix)
    assert reports or problems
    for report in reports:
        report.text.encode()
        report.id.encode()
        report.title.encode()
        assert report.text.strip()
    assert all("\n" not in str(problem) for problem in problems)


RSS = b"""<?xml version="1.0"?><rss><channel><title>A&eacute;</title><item><title>One</title>
<description>Two &lt;b&gt;three&lt;/b&gt; &amp; four</description><link>x</link></item></channel>
</rss>"""
PAGE = b"<html><head><meta charset=utf-8><title>T</title></head><body><p>One</p><p>Two</p></body>"


def one_of_each() -> dict[str, bytes]:
    """A small valid file of every format."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    http += b"%X\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    warc = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
    warc += b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(http), http)
    files = {".rss": RSS, ".html": PAGE, ".warc": warc * 2, ".json.gz": gzip.compress(b"[{}]")}
    records = [{"id": "a", "text": "“one”", **dict.fromkeys(NAMES[2:], "x")}] * 2
    files |= {suffix: write(records) for suffix, write in WRITERS.items()}
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"text": ["one", "two"], "id": [1, None]}), out)
    return {**files, ".parquet": out.getvalue()}


@pytest.mark.parametrize("suffix", one_of_each())
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_damage_raises(suffix, data):
    content = bytearray(one_of_each()[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    reports, problems = read_bytes(bytes(content), suffix, Limits(record=10_000))
    assert reports or problems
    for report in reports:
        "".join((report.id, report.text, report.title, report.outlet, report.url)).encode()


@settings(max_examples=200, deadline=None)
@given(data=st.data(), records=piles())
def test_any_cut_of_gzip_keeps_a_beginning(data, records):
    packed = gzip.compress(as_lines(records))
    cut = data.draw(st.integers(0, len(packed)))
    reports, problems = read_bytes(packed[:cut], ".jsonl.gz")
    wanted = [record["id"].replace("\r\n", "\n") for record in records]
    assert [report.id for report in reports] == wanted[: len(reports)]
    assert problems or len(reports) == len(records)


def pieces_by_parsing(text: str, limit: int) -> list[bytes | None]:
    """The slow obvious twin of the splitter: parses every record to find where it ends."""
    pieces: list[bytes | None] = []
    at = text.find("{")
    while at >= 0:
        end = json.JSONDecoder().raw_decode(text, at)[1]
        piece = text[at:end].encode()
        pieces.append(piece if len(piece) <= limit else None)
        at = text.find("{", end)
    return pieces


@settings(max_examples=300, deadline=None)
@given(records=piles(), chunk=st.integers(1, 20), limit=st.integers(20, 400), top=st.booleans())
def test_splitting_agrees_with_parsing(records, chunk, limit, top):
    source = as_array(records) if not top else as_lines(records)
    stream = io.BytesIO(source)
    splitter = Splitter(lambda size: stream.read(chunk), limit, at_top=top)
    assert list(splitter) == pieces_by_parsing(source.decode(), limit)
    assert not splitter.broken


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=200), declared=st.sampled_from(["", "utf-8", "cp1252", "gbk", "x"]))
def test_decoding_never_fails(data, declared):
    decode(data, declared).text.encode()
    LineDecoder(data).decode(data).encode()


@given(text=anything, declared=st.sampled_from(["", "utf-8", "iso-8859-1", "windows-1251"]))
def test_utf8_is_never_misread(text, declared):
    assert decode(text.encode(), declared).text == text
    assert LineDecoder().decode(text.encode()) == text


@given(st.lists(st.sampled_from(["a", "a#2", "a#3", "b", "b#2#2", "b#2"]), max_size=30))
def test_ids_are_unique_and_begin_as_wanted(wanted):
    ids = Ids()
    given_out = [ids.claim(name) for name in wanted]
    assert len(set(given_out)) == len(given_out)
    assert all(g.startswith(w) for g, w in zip(given_out, wanted, strict=True))


def test_second_and_third():
    ids = Ids()
    assert [ids.claim("a") for _ in range(3)] == ["a", "a#2", "a#3"]
