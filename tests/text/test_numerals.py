"""Number words as values."""

from __future__ import annotations

import pytest

from dateline.text.numerals import count


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two", 2),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("one hundred and two thousand", 102000),
        ("three million four hundred thousand", 3400000),
        ("1,500", 1500),
        ("1.2 bn", 1.2e9),
        ("half a dozen", 6),
        ("a couple of", 2),
        ("a", 1),
    ],
)
def test_values(words: str, value: float):
    assert count(words) == value


@pytest.mark.parametrize("words", ["", "and", "several", "a few", "Thursday"])
def test_no_value(words: str):
    assert count(words) is None
