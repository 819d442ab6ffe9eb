from __future__ import annotations

import pytest

from dateline.text.bylines import is_byline, is_names, stamped_byline


@pytest.mark.parametrize(
    "piece",
    [
        "By Ada Quill",
        "BY ADA QUILL",
        "By Ada Quill and Finn Moss",
        "By: Ada Quill, Finn Moss",
        "By Ada Quill in Alder",
        "by Noor al-Alder | Gazette",
        "By Sluice24 staff",
        "By our own correspondent",
    ],
)
def test_bylines(piece: str):
    assert is_byline(piece)


@pytest.mark.parametrize(
    "piece",
    ["By dawn it was over", "By Monday", "By Alder Bay lay ships.", "By staff who stayed", ""],
)
def test_what_is_no_byline(piece: str):
    assert not is_byline(piece)


def test_names_of_the_writers():
    assert is_names("Ada Quill Finn al-Moss.")
    assert not is_names("Crews Left Ships in Alder.")
    assert not is_names("Ada Quill")


def test_a_byline_behind_a_stamp_is_two_words():
    text = "by Ada Quill Crews Leave Ships"
    assert stamped_byline(text, 0, len(text)) == len("by Ada Quill")
    assert stamped_byline("by dawn Crews left", 0, 18) == 0
