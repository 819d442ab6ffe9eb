from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.paragraphs import is_finished, paragraphs, trim


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in paragraphs(text)]


def test_each_line_is_a_paragraph():
    assert cut("One ship came.\nTwo ships left.\n\n\nNone stayed.") == [
        "One ship came.",
        "Two ships left.",
        "None stayed.",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\u2029", " \r\n \r\n "])
def test_line_ends_of_all_kinds(end: str):
    assert cut(f"One ship came.{end}Two ships left.") == ["One ship came.", "Two ships left."]


def test_hard_wrapped_text_breaks_at_blank_and_indented_lines():
    text = (
        "The strike in Kestrel Bay went\ninto its third day without any\nsign of talks.\n"
        "    Fourteen ships were waiting\noff the quays, an officer said."
    )
    assert [p.split()[0] for p in cut(text)] == ["The", "Fourteen"]
    assert [p.split()[0] for p in cut(text.replace("\n    ", "\r\n\r\n"))] == ["The", "Fourteen"]


def test_lines_broken_at_links_go_on():
    text = "The union told the\nKestrel Gazette\nthat it would go on.\nThe port did not answer."
    assert cut(text) == [
        "The union told the\nKestrel Gazette\nthat it would go on.",
        "The port did not answer.",
    ]


def test_a_crosshead_stays_alone():
    text = "It was over.\nLong nights\nThe crews had worked for a month."
    assert cut(text) == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "It was over.",
        'It was "over."',
        "It was “over.” ",
        "It was over . ''",
        "Was it over?)",
        "It was over…",
        "结束了。",
        "Great news! — Ada Quill (@adaquill) May 9, 2018",
        "It was over.â€\x9d",
    ],
)
def test_finished(text: str):
    assert is_finished(text, 0, len(text))


@pytest.mark.parametrize("text", ["Long nights", "Cranes stand still at the quay, June 3 2031", ""])
def test_unfinished(text: str):
    assert not is_finished(text, 0, len(text))


@settings(deadline=None)
@given(st.text(alphabet="ab \n\r\t.A\u00a0\u2029"))
def test_paragraphs_are_trimmed_ordered_and_lose_nothing(text: str):
    found = paragraphs(text)
    assert all(trim(text, a, b) == (a, b) for a, b in found)
    assert [e for r in found for e in r] == sorted(e for r in found for e in r)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


def test_trim_of_nothing():
    assert trim(" \n ", 0, 3) is None
    assert trim(" a ", 0, 3) == (1, 2)
