"""The formats in which piles of news come: Parquet, WARC, feeds, ninjs."""

import datetime as dt
import gzip
import io
import json
import zlib

import brotli
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.read import Limits

STORY = [
    "The army of the small republic retook the border town of Velden on Tuesday after three days"
    " of fighting, the defence minister said, and the last of the rebels left across the bridge.",
    "“We have not lost one man,” the minister told reporters at the airport.",
]
PAGE = "<html><head><title>Velden</title></head><body><article>{}</article></body></html>".format(
    "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
)


# Parquet


def parquet(columns: dict[str, list[object]]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, row_group_size=300)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.parquet", "a"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_parquet(pile, name, pack):
    data = parquet(
        {
            "id": [7, 8],
            "body": ["one\r\ntwo", "“three”"],
            "published": [dt.datetime(2019, 3, 5, 10, 0), None],
            "source": [{"id": 1, "name": "The Lantern"}, None],
            "noise": [b"\xff\x00", b""],
        }
    )
    reports, problems = pile({name: pack(data)})
    assert [(r.id, r.text, r.date, r.outlet, r.source) for r in reports] == [
        ("7", "one\ntwo", "2019-03-05T10:00:00", "The Lantern", f"{name}:1"),
        ("8", "“three”", "", "", f"{name}:2"),
    ]
    assert problems == []


def test_parquet_in_many_batches(pile):
    reports, _ = pile({"a.parquet": parquet({"text": [f"story {i}" for i in range(2000)]})})
    assert [r.text for r in reports] == [f"story {i}" for i in range(2000)]
    assert reports[-1].id == "a.parquet:2000"


def test_parquet_with_texts_as_bytes(pile):
    texts = ["“new”".encode(), "“old”".encode("cp1252")]
    reports, problems = pile({"a.parquet": parquet({"text": texts})})
    assert [r.text for r in reports] == ["“new”", "“old”"]
    assert len(problems) == 1


def test_parquet_with_bad_records(pile):
    data = parquet({"text": ["one", None, " ", "four"], "id": ["x", "y", "z", "x"]})
    reports, problems = pile({"a.parquet": data})
    assert [r.id for r in reports] == ["x", "x#2"]
    assert problems == [
        "a.parquet: row 2: the text is empty; skipped",
        "a.parquet: row 3: the text is empty; skipped",
        "a.parquet: row 4: its id was used before ('x', now 'x#2'); kept",
    ]


def test_parquet_without_text(pile):
    assert pile({"a.parquet": parquet({"who": [1], "what": [2]})}) == (
        [],
        ["a.parquet: no text column (found: who, what); skipped"],
    )


@pytest.mark.parametrize("cut", [4, 100, -1])
def test_broken_parquet(pile, cut):
    data = parquet({"text": ["one", "two"]})
    reports, problems = pile({"a.parquet": data[:cut]})
    assert reports == []
    assert len(problems) == 1
    assert problems[0].startswith("a.parquet: not readable as Parquet: ")


# WARC


def warc(
    body: bytes,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    record_type: str = "response",
    uri: str = "https://www.lantern.example/velden",
) -> bytes:
    if record_type == "response":
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        body, kind = head.encode() + body, "application/http; msgtype=response"
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {record_type}\r\nWARC-Target-URI: {uri}\r\n"
            "WARC-Date: 2021-01-01T00:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:12345678-0000-0000-0000-000000000000>\r\n"
            f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n\r\n"
    )


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_warc(pile, name, pack):
    other = PAGE.replace("<head>", '<head><meta property="og:site_name" content="The Quill">')
    records = [
        warc(b"software: x\r\n", "application/warc-fields", record_type="warcinfo"),
        warc(PAGE.encode()),
        warc(b"\x89PNG", "image/png"),
        warc(PAGE.encode(), status="404 Not Found"),
        warc(other.encode("cp1251", "ignore"), "text/html; charset=windows-1251"),
        warc(b"Plain words.", "text/plain", record_type="conversion"),
    ]
    reports, problems = pile({name: b"".join(map(pack, records))})
    assert [(r.id, r.outlet, r.title, r.date) for r in reports] == [
        (f"{name}:1", "lantern.example", "Velden", ""),
        (f"{name}:4", "The Quill", "Velden", ""),
        (f"{name}:5", "lantern.example", "", ""),
    ]
    assert [r.text.splitlines() for r in reports] == [STORY, STORY, ["Plain words."]]
    assert {r.url for r in reports} == {"https://www.lantern.example/velden"}
    assert problems == []


def test_warc_with_packed_pages(pile):
    def sent(body: bytes, field: str) -> bytes:
        return warc(body, f"text/html\r\n{field}")

    body = PAGE.encode()
    chunks = (
        b"20;x=y\r\n" + body[:32] + b"\r\n%X\r\n" % len(body[32:]) + body[32:] + b"\r\n0\r\n\r\n"
    )
    records = [
        sent(b"\xff" * 100, "Content-Encoding: gzip"),
        sent(b"zz\r\nno", "Transfer-Encoding: chunked"),
        sent(body, "Content-Encoding: rot13"),
        sent(gzip.compress(body), "Content-Encoding: gzip"),
        sent(zlib.compress(body), "Content-Encoding: deflate"),
        sent(chunks, "Transfer-Encoding: chunked"),
        sent(brotli.compress(body), "Content-Encoding: br"),
    ]
    reports, problems = pile({"a.warc": b"".join(records)})
    assert [(r.id, r.text.splitlines()) for r in reports] == [
        (f"a.warc:{n}", STORY) for n in (4, 5, 6, 7)
    ]
    assert len(problems) == 3
    assert problems[0].startswith("a.warc: record 1: a page that cannot be unpacked (gzip: ")


def test_warc_page_without_text(pile):
    reports, problems = pile({"a.warc": warc(b"<html><script>x</script></html>")})
    assert reports == []
    assert problems == ["a.warc: record 1: the text is empty; skipped"]


def test_warc_page_too_long(pile):
    limits = Limits(record=2000)
    reports, problems = pile({"a.warc": warc(b"x" * 3000) + warc(PAGE.encode())}, limits=limits)
    assert [r.id for r in reports] == ["a.warc:2"]
    assert problems == ["a.warc: record 1: longer than 0.002 MB; skipped"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_warc_cut_off(pile, pack):
    data = pack(warc(PAGE.encode())) * 2
    reports, problems = pile({"a.warc": data[:-60]})
    assert [r.id for r in reports] == ["a.warc:1"]
    kind = "WARC" if pack is bytes else "gzip"
    assert problems == [
        f"a.warc: the {kind} data breaks off (after 1 report); what came before it is kept"
    ]


# Feeds


RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Lantern &ndash; World</title><link>https://lantern.example/</link>
<item><title>Velden falls &amp; rises</title><link>https://lantern.example/1</link>
 <guid isPermaLink="false">story-1</guid><pubDate>Tue, 05 Mar 2019 10:00:00 GMT</pubDate>
 <media:title>not this</media:title><description>Short.</description>
 <content:encoded><![CDATA[<p>VELDEN (Reuters) - The army &amp; the town.</p>
<p>Two&nbsp;R&D men.</p>]]>
 </content:encoded></item>
<item><title>AT&T caf&eacute;</title>
 <description>Only a &lt;b&gt;summary&lt;/b&gt; &amp; more.</description>
 <source url="x">The Quill</source></item>
</channel></rss>
"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a.txt", "a"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_rss(pile, name, encoding):
    data = RSS.format(encoding=encoding).encode(encoding)
    reports, problems = pile({name: data})
    assert [(r.id, r.title, r.text, r.outlet, r.url, r.date) for r in reports] == [
        (
            "story-1",
            "Velden falls & rises",
            "VELDEN (Reuters) - The army & the town.\nTwo R&D men.",
            "The Lantern – World",
            "https://lantern.example/1",
            "Tue, 05 Mar 2019 10:00:00 GMT",
        ),
        (f"{name}:2", "AT&T café", "Only a summary & more.", "The Quill", "", ""),
    ]
    assert problems == []


def test_atom(pile):
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Lantern</title>
    <entry><id>tag:lantern,2019:1</id><title>Velden</title>
      <link rel="self" href="https://x.example/"/>
      <link rel="alternate" href="https://lantern.example/1"/>
      <updated>2019-03-06T00:00:00Z</updated><published>2019-03-05T00:00:00Z</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
      </content></entry>
    <entry><id>2</id><source><title>The Quill</title></source><summary>Three.</summary></entry>
    </feed>"""
    reports, problems = pile({"a": feed})
    assert [(r.id, r.text, r.outlet, r.url, r.date) for r in reports] == [
        (
            "tag:lantern,2019:1",
            "One.\nTwo.",
            "The Lantern",
            "https://lantern.example/1",
            "2019-03-05T00:00:00Z",
        ),
        ("2", "Three.", "The Quill", "", ""),
    ]
    assert problems == []


def test_rss_1(pile):
    feed = """<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Lantern</title></channel>
    <item><title>Velden</title><link>https://lantern.example/1</link>
    <description>One.</description><dc:date>2019-03-05</dc:date></item></rdf:RDF>"""
    ((report,), problems) = pile({"a.rdf": feed})
    assert (report.text, report.outlet, report.date) == ("One.", "The Lantern", "2019-03-05")
    assert problems == []


@pytest.mark.parametrize("back", [30, 60, 150])
def test_feed_cut_off(pile, back):
    reports, problems = pile({"a.rss": RSS.format(encoding="utf-8")[:-back]})
    assert [r.id for r in reports] == ["story-1"]
    assert problems == ["a.rss: the XML breaks off (after 1 report); what came before it is kept"]


def test_feed_without_items(pile):
    assert pile({"a.rss": "<rss><channel></channel></rss>"})[1] == [
        "a.rss: no report in it; skipped"
    ]


# ninjs


def test_ninjs_1(pile):
    item = {
        "uri": "https://wire.example/items/7",
        "versioncreated": "2019-03-05T10:00:00Z",
        "headline": "Velden falls",
        "byline": "Ada Quill",
        "body_text": "VELDEN (Wire) - The army took the town.",
        "body_xhtml": "<p>not this</p>",
        "copyrightholder": "The Wire",
    }
    ((report,), problems) = pile({"a.json": json.dumps(item)})
    assert (report.id, report.text, report.title) == (
        item["uri"],
        item["body_text"],
        item["headline"],
    )
    assert (report.outlet, report.date, report.url) == (
        "The Wire",
        item["versioncreated"],
        item["uri"],
    )
    assert problems == []


def test_ninjs_2_in_lines(pile):
    item = {
        "uri": "urn:newsml:wire:7",
        "firstcreated": "2019-03-05",
        "headlines": [{"role": "main", "value": "Velden falls"}],
        "bodies": [
            {"role": "caption", "contenttype": "text/plain", "value": "A picture"},
            {"role": "main", "contenttype": "text/html", "value": "<p>One &amp; two.</p><p>3</p>"},
        ],
        "infosources": [{"role": "origin", "name": "The Wire"}],
    }
    second = {**item, "uri": "urn:newsml:wire:8", "bodies": []}
    reports, problems = pile({"a.jsonl": json.dumps(item) + "\n" + json.dumps(second)})
    assert [(r.id, r.text, r.title, r.outlet, r.url) for r in reports] == [
        ("urn:newsml:wire:7", "One & two.\n3", "Velden falls", "The Wire", "")
    ]
    assert problems == ["a.jsonl: line 2: the text is empty; skipped"]


def test_ninjs_in_an_envelope(pile):
    items = [{"uri": f"urn:{i}", "body_html": f"<p>story {i}</p>"} for i in range(3)]
    reports, problems = pile({"a.json": json.dumps({"_meta": {"total": 3}, "_items": items})})
    assert [(r.id, r.text) for r in reports] == [(f"urn:{i}", f"story {i}") for i in range(3)]
    assert problems == []
