"""A megabyte of one thing: with a quadratic pattern these tests would not end."""

from __future__ import annotations

import pytest

from dateline.model import Report
from dateline.text import analyse, tokenize

SIZE = 1_000_000


@pytest.mark.parametrize(
    "unit",
    [
        " ",
        "A",
        "a a a ",
        "1",
        "(",
        "[",
        ".",
        ". ",
        '"',
        "/",
        "A/",
        "\n",
        "a\n",
        'ab."Cd',
        "中",
        "\u0301",
    ],
    ids=ascii,
)
def test_units(unit: str):
    text = unit * (SIZE // len(unit))
    found = analyse(Report("x", text))
    assert sum(len(s.text) for s in found.sentences) <= len(text)
    assert len(tokenize(text)) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" + " " * SIZE + "b",
        "It ended." + " " * SIZE + "All left.",
        "2031-01-01" + " " * SIZE + "Crews left.",
        "ALDER" + " " * SIZE + "- Crews left.",
        "Alders port " * (SIZE // 12),
        "Cranes (Photo " + "x " * (SIZE // 2) + ")",
        "2031-01-01 " * (SIZE // 11),
        "Tags Alder " * (SIZE // 11),
    ],
    ids=lambda text: text[:12].strip(),
)
def test_texts(text: str):
    assert analyse(Report("x", text)).sentences
