"""Words that are another's: quotation marks of every style, and embedded posts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match.quoted import quoted


def inside(text):
    return [text[start:end].strip() for start, end in quoted(text)]


@pytest.mark.parametrize(
    "text",
    [
        'He said "we will sail at dawn" and left.',
        "He said \u201cwe will sail at dawn\u201d and left.",
        "Er sagte \u201ewe will sail at dawn\u201c und ging.",
        "Il dit \u00abwe will sail at dawn\u00bb et partit.",
        "He said \u2018we will sail at dawn\u2019 and left.",
        "He said `` we will sail at dawn '' and left .",
        'He said " we will sail at dawn " and left .',
    ],
)
def test_marks_of_every_style(text):
    assert inside(text) == ["we will sail at dawn"]


def test_an_apostrophe_is_no_mark():
    assert inside("The captains\u2019 and the owner\u2019s men didn't speak.") == []


def test_speech_goes_on_at_the_head_of_the_next_paragraph():
    text = "\u201cFirst we waited.\n\n\u201cThen we left,\u201d she said."
    assert inside(text) == ["First we waited.", "Then we left,"]


def test_a_mark_that_never_closes_ends_with_its_paragraph():
    assert inside("\u201cWe waited, she said.\n\nNobody came. \u201cNobody,\u201d he said.") == [
        "We waited, she said.",
        "Nobody,",
    ]


def test_a_stray_closing_mark_opens_nothing():
    assert inside("We waited,\u201d she said. Nobody came for hours.") == []
    assert inside('We waited," she said. Nobody came for hours.') == []


def test_a_post_counts_from_the_start_of_its_paragraph():
    post = "Oil on the beach again. \u2014 Rosa Immel (@rosaboats) March 3, 2031"
    assert inside(f"She wrote on Tuesday:\n{post}\nNobody replied.") == [post]


def test_a_picture_link_marks_a_post():
    post = "Seals at the boom this morning pic.twitter.com/abc123"
    assert inside(f"Volunteers wrote:\n\n{post}\n\nThe boom held.") == [post]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab \n.,\"'`\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019(@)", max_size=120))
def test_ranges_are_sorted_disjoint_and_inside(text):
    found = quoted(text)
    edges = [edge for pair in found for edge in pair]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in found)
