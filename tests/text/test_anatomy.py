from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Report
from dateline.text import analyse
from tests.text.fiction import BODY, LEAD, SECOND, THIRD, body, furniture, roles

SNIPPETS = st.sampled_from(
    [
        LEAD,
        SECOND,
        "05-07-2031 ",
        "KESTREL BAY (Reuters) - ",
        "Tags Alder Strike ",
        "(AFP photo) ",
        "--AFP",
        "Crews Walk Out in Kestrel Bay",
        "By Ada Quill",
        "Read more",
        "Copyright 2031 Gazette.",
        "\n",
        "\r\n\r\n",
        " ",
        "“",
        '"',
        ".",
        "…",
        "الميناء مغلق. ",
        "他走了。",
        "İZMİR ",
        "ไม่มีงาน ",
        "👩\u200d🔧",
        "e\u0301",
        "\u200b",
    ]
)
TEXTS = st.text() | st.lists(SNIPPETS, max_size=14).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["", "Crews walk out in Kestrel Bay", "05-07-2031"]))
def test_every_letter_is_in_exactly_one_piece(text: str, title: str):
    pieces = analyse(Report("x", text, title=title)).sentences
    assert [p.n for p in pieces] == list(range(len(pieces)))
    assert all(text[p.start : p.end] == p.text == p.text.strip() for p in pieces)
    assert all(any(c.isalnum() for c in p.text) for p in pieces)
    edges = [at for p in pieces for at in (p.start, p.end)]
    assert edges == sorted(edges)
    covered = {i for p in pieces for i in range(p.start, p.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


@settings(deadline=None)
@given(TEXTS)
def test_a_report_with_words_has_a_body_or_names_its_furniture(text: str):
    found = analyse(Report("x", text))
    assert bool(found.sentences) == any(c.isalnum() for c in text)
    if not found.body:
        assert {p.role for p in found.sentences} <= {"dateline", "credit", "byline", "boilerplate"}


def test_a_clean_report_is_all_body():
    assert furniture(BODY) == []
    assert body(BODY) == BODY


def test_an_agency_s_report():
    text = (
        f"Crews Walk Out in Kestrel Bay\nBy Ada Quill\nKESTREL BAY (Reuters) - {LEAD}\n"
        f"FILE PHOTO: Cranes in Alder\nREUTERS/Finn Moss\n{SECOND}\n{THIRD}\n"
        "(Reporting by Ada Quill; Editing by Finn Moss)\nOur Standards: The Gazette Principles."
    )
    assert furniture(text) == [
        ("headline", "Crews Walk Out in Kestrel Bay"),
        ("byline", "By Ada Quill"),
        ("dateline", "KESTREL BAY (Reuters) -"),
        ("caption", "FILE PHOTO: Cranes in Alder"),
        ("credit", "REUTERS/Finn Moss"),
        ("credit", "(Reporting by Ada Quill; Editing by Finn Moss)"),
        ("boilerplate", "Our Standards: The Gazette Principles."),
    ]
    assert body(text) == BODY


def test_a_site_s_page():
    text = (
        f"Crews leave ships\n{LEAD}\nScroll down for video\nCranes stand still in Kestrel Bay on a"
        f" rainy Monday morning\n{SECOND}\n‘No talks’\n{THIRD}\nThey were tired.\nAnd cold.\n"
        "Copyright 2031 Gazette.\nAll who read this may laugh.\nThe end of the page."
    )
    assert furniture(text) == [
        ("headline", "Crews leave ships"),
        ("boilerplate", "Scroll down for video"),
        ("caption", "Cranes stand still in Kestrel Bay on a rainy Monday morning"),
        ("headline", "‘No talks’"),
        ("boilerplate", "Copyright 2031 Gazette."),
        ("boilerplate", "All who read this may laugh."),
        ("boilerplate", "The end of the page."),
    ]


def test_a_dateline_shows_what_stands_before_it():
    text = f"Crews are out again.\nShips are stuck.\nKESTREL BAY, Ont. - {LEAD}\n{SECOND}"
    assert roles(text)[:3] == [
        ("headline", "Crews are out again."),
        ("headline", "Ships are stuck."),
        ("dateline", "KESTREL BAY, Ont. -"),
    ]


def test_an_agency_before_a_picture_shows_nothing():
    text = f"{LEAD}\nGetty - A crane on the quay\n{SECOND}\n{THIRD}\nThey left."
    assert roles(text)[0] == ("body", LEAD)


@pytest.mark.parametrize(
    "paragraph",
    [
        "• No talks before June",
        "“We have waited for a year and no one has come to talk to us ” — Ada Quill, crane driver",
        "We sail at dawn! — Ada Quill (@adaquill) May 9, 2031",
        "However the port, which had been shut for a day, opened its gates to one small ship",
        "One came. Two left. Three sank. Four burnt in the night",
    ],
)
def test_body_without_its_stop_stays_body(paragraph: str):
    text = f"{LEAD}\n{SECOND}\n{paragraph}\n{THIRD}\nThey left.\nNone stayed."
    assert furniture(text) == []


def test_only_one_dateline():
    text = f"KESTREL BAY - {LEAD}\nALDER - 40 ships left\nMOSS - 50 ships left\n"
    assert [role for role, _ in furniture(text)] == ["dateline"]


def test_a_report_that_is_nothing_but_its_headline_has_a_body():
    title = "Crews walk out in Kestrel Bay"
    assert roles(title, title) == [("body", title)]


def test_matter_of_the_site_run_into_a_sentence():
    text = (
        f"{LEAD} Slideshow (3 Images) {SECOND} Image copyright AFP Image caption A crane. {THIRD}"
    )
    assert furniture(text) == [
        ("boilerplate", "Slideshow (3 Images)"),
        ("credit", "Image copyright AFP"),
        ("caption", "Image caption A crane."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ذهب العمال إلى البيت. لم يعودوا إلى الميناء؟ نعم.",
        "工人们走了。港口关闭了！没有人知道为什么？",
        "Докеры ушли. Порт закрыт. Никто не знает почему.",
        "הפועלים הלכו. הנמל סגור. איש אינו יודע.",
        "मज़दूर चले गए। बंदरगाह बंद है। कोई नहीं जानता।",
    ],
)
def test_three_sentences_of_any_script(text: str):
    assert [role for role, _ in roles(text)] == ["body"] * 3


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff", "…", "———"])
def test_nothing_to_find(text: str):
    found = analyse(Report("x", text))
    assert (found.sentences, found.damage) == ((), ())


def test_line_ends_do_not_matter():
    lines = ["05-07-2031", LEAD, SECOND, THIRD, "--AFP"]
    unix, dos, mac = (roles(end.join(lines)) for end in ("\n", "\r\n", "\r"))
    assert unix == dos == mac
