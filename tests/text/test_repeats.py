from __future__ import annotations

from dateline.text.pieces import Piece
from dateline.text.repeats import mark_repeats
from dateline.text.sentences import sentences
from tests.text.fiction import BODY, LEAD


def marked(text: str) -> list[tuple[str, str]]:
    pieces: list[Piece] = [(a, b, "body") for a, b in sentences(text, 0, len(text))]
    return [(role, text[a:b].strip()) for a, b, role in mark_repeats(text, pieces)]


def test_a_standfirst_that_the_lead_repeats_is_a_headline():
    standfirst = LEAD.replace(" on Monday", "")
    assert marked(f"{standfirst} {BODY}")[:2] == [("headline", standfirst), ("body", LEAD)]


def test_a_list_that_runs_into_the_repeated_lead_is_cut_off():
    text = f"Dock workers in Kestrel Bay walked out. Topics Port Strike {BODY}"
    assert marked(text)[:3] == [
        ("headline", "Dock workers in Kestrel Bay walked out."),
        ("boilerplate", "Topics Port Strike"),
        ("body", LEAD),
    ]


def test_a_headline_without_stop_is_cut_off_where_it_begins_again():
    assert marked(f"Dock workers in Kestrel Bay walk out {BODY}")[:2] == [
        ("headline", "Dock workers in Kestrel Bay walk out"),
        ("body", LEAD),
    ]


def test_words_said_again_in_mid_sentence_are_no_lead():
    left = "A man and his young son left the ship at night."
    text = f"{left} A guard said that a man and his young son had gone. {BODY}"
    assert {role for role, _ in marked(text)} == {"body"}


def test_a_story_without_repeats_stays():
    assert {role for role, _ in marked(BODY)} == {"body"}
    assert mark_repeats("", []) == []
