"""Words with letters, and the forms of verbs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.words.inflect import inflect
from dateline.claims.words.tagged import tagged


def test_regular_forms():
    assert inflect("seize") == ("seize", "seizes", "seized", "seized", "seizing")
    assert inflect("push")[1] == "pushes"
    assert inflect("occupy") == ("occupy", "occupies", "occupied", "occupied", "occupying")


def test_irregular_forms():
    assert inflect("retake:retook:retaken") == (
        *("retake", "retakes", "retook", "retaken", "retaking"),
    )
    assert inflect("win:won:won").ing == "winning"


def test_compounds_are_cut_and_names_are_not():
    words = tagged("the U.S.-led, Corvane-backed al-Serrukh").words
    assert list(words) == ["the", "U.S.", "-led", ",", "Corvane", "-backed", "al-Serrukh"]


@given(st.text(max_size=200))
def test_words_are_where_they_say(text: str):
    cut = tagged(text)
    assert len(cut.words) == len(cut.starts) == len(cut.tags)
    for word, start in zip(cut.words, cut.starts, strict=True):
        assert text[start : start + len(word)] == word
    assert list(cut.starts) == sorted(cut.starts)
