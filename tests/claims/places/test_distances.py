"""Statements of distance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.places import distances_in


@pytest.mark.parametrize(
    ("text", "value", "km", "direction", "place"),
    [
        ("to within 45km from the outskirts of Tall Idwan", 45, 45, "", "Tall Idwan"),
        ("Around 70 km (40 miles) from V7, it is", 70, 70, "", "V7"),
        ("some 30 miles (48 km) north of the Syrian city of Rakka", 30, 48.28, "north", "Rakka"),
        ("10 to 12 kilometres north-east of al-Vashet.", 11, 11, "northeast", "al-Vashet"),
        ("seven km to the south west of Deir al-Zuhur city", 7, 7, "southwest", "Deir al-Zuhur"),
        ("800 metres from Kasr", 800, 0.8, "", "Kasr"),
        ("1,200 miles away from Port Halvard", 1200, 1931.213, "", "Port Halvard"),
    ],
)
def test_a_statement(text: str, value: float, km: float, direction: str, place: str):
    (found,) = distances_in(text)
    assert (found.value, found.km, found.direction) == (value, km, direction)
    assert found.place.text == place == text[found.place.start : found.place.end]
    assert found.text == text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    ["a 5 km race in Rakka", "two miles from the border", "he ran 3 miles", "20 km from the sea",
     "six kilometres from the Turkish frontier", "5 million from Oregon"],
)  # fmt: skip
def test_no_statement(text: str):
    assert list(distances_in(text)) == []


def test_only_in_the_range():
    text = "5 km from Rakka. 6 km from Kasr."
    assert [d.place.text for d in distances_in(text, 16)] == ["Kasr"]
    assert [d.place.text for d in distances_in(text, 0, 16)] == ["Rakka"]


@given(st.text(alphabet="1k m.from,Rakto0()nh", max_size=60))
def test_spans_are_exact(text: str):
    for found in distances_in(text):
        assert text[found.start : found.end] == found.text
        assert text[found.place.start : found.place.end] == found.place.text
        assert found.km >= 0
