"""HTML: the story, its credits, and what the page says of itself."""

import pytest

from dateline.read import read_reports
from dateline.read.encoding import decode
from dateline.read.html_bulk import page_of as bulk_page_of
from dateline.read.html_format import declared_charset, fits
from dateline.read.html_page import page_of

STORY = [
    "The army of the small republic retook the border town of Velden on Tuesday after three days"
    " of fighting, the defence minister said, and the last of the rebels left across the bridge.",
    "“We have not lost one man,” the minister told reporters at the airport. He did not say how"
    " many rebels had been killed, and the rebels could not be reached.",
    "The town of 12,000 had been held by rebels since November, when they took it without a fight"
    " in the first week of the campaign in the hills.",
]
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)

EXTRACTORS = [page_of, bulk_page_of]


def page(before: str = "", after: str = "", head: str = "", story: str = PARAGRAPHS) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Velden | The Lantern</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<div id='main'><h1>Army takes Velden</h1>{before}<div class='article-body'>{story}</div>"
        f"{after}</div><footer><p>All rights reserved by The Lantern.</p></footer></body></html>"
    )


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_paragraphs_are_lines(extract):
    assert extract(page()).text.splitlines() == STORY


@pytest.mark.parametrize("extract", EXTRACTORS)
@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>VELDEN (Reuters) -</p>", "VELDEN (Reuters) -"),
        ("<span class='dateline'>VELDEN, March 5 —</span>", "VELDEN, March 5 —"),
        ("<div class='byline'>By Ada Quill, Reuters</div>", "By Ada Quill, Reuters"),
        ("<div class='author'>Agence France-Presse</div>", "Agence France-Presse"),
        ("<div class='source'>Source: The Lantern Wire</div>", "Source: The Lantern Wire"),
    ],
)
def test_lines_before_the_story_that_say_whose_it_is(extract, html, line):
    assert extract(page(before=html)).text.splitlines() == [line, *STORY]


@pytest.mark.parametrize("extract", EXTRACTORS)
@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>(Reporting by Ada Quill; Editing by Tom Reed)</p>",) * 2,
        ("<div class='attribution'>Writing by Ada Quill</div>", "Writing by Ada Quill"),
        ("<footer class='article-footer'><p>Reuters</p></footer>", "Reuters"),
        ("<aside class='credit'>Text: AFP</aside>", "Text: AFP"),
    ],
)
def test_lines_after_the_story_that_say_whose_it_is(extract, html, line):
    text = extract(page(after=html)).text.splitlines()
    assert text == [*STORY, line.removeprefix("<p>").removesuffix("</p>")]


@pytest.mark.parametrize("extract", EXTRACTORS)
@pytest.mark.parametrize("name", ["meta", "caption", "author"])
def test_a_dateline_inside_the_first_paragraph(extract, name):
    first = f"<p><span class='{name}'>VELDEN (Reuters) -</span> {STORY[0]}</p>"
    story = first + "".join(f"<p>{paragraph}</p>" for paragraph in STORY[1:])
    assert extract(page(story=story)).text.startswith(f"VELDEN (Reuters) - {STORY[0]}\n")


def test_other_lines_around_the_story_stay_out():
    text = page_of(page(before="<p>Share this</p>", after="<p>More from World</p>")).text
    assert text.splitlines() == STORY


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_what_the_page_says_of_itself(extract):
    head = (
        '<meta property="og:site_name" content="The Lantern">'
        '<meta property="og:title" content="Army takes Velden">'
        '<meta property="article:published_time" content="2019-03-05T10:11:12Z">'
        '<meta property="og:url" content="https://lantern.example/velden">'
        '<link rel="canonical" href="https://lantern.example/velden">'
    )
    found = extract(page(head=head))
    assert (found.title, found.outlet) == ("Army takes Velden", "The Lantern")
    assert (found.date, found.url) == ("2019-03-05T10:11:12Z", "https://lantern.example/velden")


@pytest.mark.parametrize("extract", EXTRACTORS)
@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta name="DC.date.issued" content="2019-03-05">', "2019-03-05"),
        ('<meta itemprop="datePublished" content=" 2019-03-05 10:00 ">', "2019-03-05 10:00"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle",'
            '"datePublished": "2019-03-05T10:00:00+01:00"}</script>',
            "2019-03-05T10:00:00+01:00",
        ),
        ('<meta name="date" content="last Tuesday">', ""),
        ("", ""),
    ],
)
def test_dates_are_declared_or_unknown(extract, head, date):
    html = page(head=head, after="<p>Copyright 2018. Updated 7 March 2019</p>")
    assert extract(html).date == date


def test_a_page_where_nothing_is_found_gives_its_own_blocks():
    html = (
        "<html><body><script>x()</script>"
        + "<div>" * 1000
        + "<b>VELDEN</b> - The army<br>left.<p>Two</p>"
    )
    assert page_of(html).text == "VELDEN - The army\nleft.\nTwo"


@pytest.mark.parametrize("html", ["", "   ", "<html></html>", "<script>x()</script>", "<!-- -->"])
@pytest.mark.parametrize("extract", EXTRACTORS)
def test_pages_without_text(extract, html):
    assert extract(html).text == ""


@pytest.mark.parametrize(
    ("head", "yes"),
    [
        (b"<!DOCTYPE HTML PUBLIC ...", True),
        (b'<?xml version="1.0"?>\n<!-- x --><html xmlns="x">', True),
        (b" \n<p>Hello", True),
        (b"<?xml version='1.0'?><rss>", False),
        (b"A story about <b>html</b>", False),
        (b"<velden>", False),
    ],
)
def test_known_by_content(head, yes):
    assert fits(head) is yes


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<META http-equiv=x content='text/html; charset=GB2312'>", "GB2312"),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?>', "ISO-8859-2"),
        (b"<html>", ""),
    ],
)
def test_declared_charset(head, charset):
    assert declared_charset(head) == charset


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("Министр заявил", "cp1251", "windows-1251"),
        ("部长表示", "gb18030", "gb2312"),
        ("“quoted”", "cp1252", "ISO-8859-1"),
        ("“quoted”", "utf-8", "utf8"),
        ("“quoted”", "utf-8", "no-such-charset"),
        ("“quoted”", "utf-8", "base64"),
    ],
)
def test_declared_charset_is_followed(text, encoding, declared):
    decoded = decode(text.encode(encoding), declared)
    assert (decoded.text, decoded.what) == (text, "")


def test_page_file(pile):
    html = page().replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252")
    reports, problems = pile({"page": html})
    assert [r.text.splitlines() for r in reports] == [STORY]
    assert reports[0].id == reports[0].source == "page"
    assert problems == []


def test_bulk_file(tmp_path):
    (tmp_path / "a.html").write_text(page())
    (report,) = read_reports([tmp_path / "a.html"], bulk_html=True)
    assert report.text.splitlines() == STORY
