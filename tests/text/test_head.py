from __future__ import annotations

import pytest

from dateline.text.head import head
from tests.text.fiction import BODY, LEAD, SECOND


def peeled(opening: str, title: str = "") -> list[tuple[str, str]]:
    text = opening + BODY
    return [(role, text[a:b]) for a, b, role in head(text, 0, len(text), title)]


STANDFIRST = "Fourteen ships are stuck after talks with the union broke down."


@pytest.mark.parametrize(
    "pieces",
    [
        [("boilerplate", "05-07-2031"), ("headline", "Crews Walk Out in Kestrel Bay.")],
        [("dateline", "KESTREL BAY (Reuters) -")],
        [
            ("boilerplate", "Mon 22 Feb 2031"),
            ("headline", "Crews Walk Out in Kestrel Bay"),
            ("credit", "AFP Monday 22 Feb 2031"),
            ("boilerplate", "Print Tweet Views 14"),
        ],
        [
            ("boilerplate", "Posted on July 2 2031"),
            ("byline", "by Ada Quill"),
            ("dateline", "ALDER (AFP) –"),
        ],
        [
            ("boilerplate", "July 2 2031"),
            ("headline", "Crews walk out in Kestrel Bay."),
            ("byline", "Ada Quill Finn Moss."),
        ],
        [
            ("boilerplate", "2 July 2031"),
            ("headline", STANDFIRST),
            ("boilerplate", "Tags Alder Strike Fruit."),
        ],
        [
            ("boilerplate", "date 2031-10-26"),
            ("caption", "Cranes stand still in Alder on Monday"),
            ("credit", "(AFP photo)"),
            ("dateline", "KESTREL BAY —"),
        ],
        [("headline", STANDFIRST), ("dateline", "KESTREL BAY (Agency)")],
        [
            ("boilerplate", "(This story corrects a name in paragraph 2)"),
            ("byline", "By Ada Quill and Finn Moss"),
            ("dateline", "KESTREL BAY (Reuters) -"),
        ],
    ],
)
def test_heads(pieces: list[tuple[str, str]]):
    assert peeled("".join(f"{words} " for _, words in pieces)) == pieces


def test_the_title_shows_the_headline():
    title = "Crews walk out, ships stuck"
    assert peeled(f"{title} ", title) == [("headline", title)]
    assert peeled("", title) == []


def test_a_lead_is_never_taken():
    assert peeled("") == []


@pytest.mark.parametrize(
    "opening",
    [
        "Two men fell on June 5, 2031, from a quay in Alder that had been shut for years. ",
        "The union told AFP on Monday that crews would stay away until the talks are held. ",
        "KESTREL BAY workers walked out on Monday and shut the port for the third time. ",
    ],
)
def test_prose_is_never_taken(opening: str):
    assert peeled(opening) == []


def test_a_short_first_sentence_is_body_without_furniture_before_it():
    assert peeled("Crews left. ") == []


def test_sentences_before_a_caption_stay_body():
    opening = f"1 Feb 2031 {STANDFIRST} Cranes stand still in Alder on June 5 2031. (AFP) "
    assert peeled(opening) == [
        ("boilerplate", "1 Feb 2031"),
        ("body", STANDFIRST),
        ("caption", "Cranes stand still in Alder on June 5 2031."),
        ("credit", "(AFP)"),
    ]


def test_a_head_without_end_is_given_up():
    text = "2031-01-01 " * 1000
    assert len(list(head(text, 0, len(text), ""))) < 50


def test_only_the_paragraph_is_looked_at():
    text = f"{LEAD}\n05-07-2031 {SECOND}"
    start = text.index("05")
    assert [text[a:b] for a, b, _ in head(text, start, len(text), "")] == ["05-07-2031"]
