"""Which capitalised words of a report are places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.places import places_of
from dateline.model import Place
from tests.claims.places.fiction import anatomy, world


def found(text: str) -> list[Place]:
    return list(places_of(anatomy(text), world()))


def names(text: str) -> list[str]:
    return [p.text for p in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The singer Paris Halden left early that day.",
        "Mr London said the road was open again.",
        "The London Herald was the first to report it.",
        "Jack London wrote about dogs and the snow.",
        "Reading is what she liked best of all things.",
        "It was a Nice day, said the sign at the gate.",
        "The US-led coalition did not answer at once.",
        "Baghdad said the road was open again.",
        "They sailed across the Nice and back, said the captain.",
        "The Syrian army did not answer at once.",
        "The house on Texas Avenue burned all night.",
    ],
)
def test_not_a_place(text: str):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town lies in northern Syria near a river.", ["Syria"]),
        ("They met in Reading and drove to Atlanta together.", ["Reading", "Atlanta"]),
        ("Syria’s army left Rakka on Monday at noon.", ["Syria", "Rakka"]),
        ("Syrias second town fell within a day or two.", ["Syria"]),
        ("Troops entered al-Rakka and Tall Idwan at dawn.", ["al-Rakka", "Tall Idwan"]),
        ("It was the last Syrian stronghold, said the general.", ["Syrian"]),
        ("Baghdad police closed two roads before noon.", ["Baghdad"]),
    ],
)
def test_a_place(text: str, expected: list[str]):
    assert names(text) == expected


def test_a_village_nobody_knows_is_where_the_text_says():
    (village, _) = found("The village of Umm Serrukh in Rakka province fell at dawn in Syria.")[:2]
    assert (village.text, village.name, village.precision) == ("Umm Serrukh", None, 4)
    assert village.basis == "the text: in Rakka"


def test_a_village_ends_before_the_day():
    text = "The army captured the town of Umm Serrukh on Thursday, a general said in Syria."
    assert names(text) == ["Umm Serrukh", "Syria"]
    assert found(text)[0].feature == "PPL"


def test_a_facility_by_distance():
    text = (
        "The army took the V7 pumping station in Syria. "
        "Around 70 km (40 miles) from V7, Tall Idwan lies on the road. Nobody was left at V7."
    )
    stations = [p for p in found(text) if "V7" in p.text]
    assert [p.text for p in stations] == ["V7 pumping station", "V7", "V7"]
    for p in stations:
        assert (p.name, p.lat, p.lon, p.radius) == (None, 34.5, 40.9, 70.0)
        assert (p.feature, p.precision) == ("facility", 5)
        assert p.basis == "the text: 70 km from Tall Idwan"


def test_a_bearing_moves_the_point():
    text = "The Vashet oil field in Syria lies 20 km north of Tall Idwan on the old road."
    (field,) = [p for p in found(text) if p.feature == "oil field"]
    assert field.lat == pytest.approx(34.68, abs=0.01)
    assert (field.lon, field.radius, field.precision) == (40.9, 8.0, 2)


def test_rivers_and_borders_are_not_placed():
    rivers = found("They crossed the Sarvan River at the Syrian border and held the Sarvan.")
    assert [(p.text, p.feature, p.lat, p.precision) for p in rivers] == [
        ("Sarvan River", "river", None, 7),
        ("Syrian border", "border", None, 7),
        ("Sarvan", "river", None, 7),
    ]


WORDS = [
    *("Paris", "Syria", "the", "Rakka", "river", "in", "Mr", "said", ",", ".", "London"),
    *("al-Rakka", "Texas", "70 km from", "V7 pumping station", "Georgian", "’s", "\n", "“", "and"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_spans_are_exact_in_order_and_apart(text: str):
    places = places_of(anatomy(text), world())
    assert all(text[p.start : p.end] == p.text for p in places)
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert all((p.lat is None) == (p.lon is None) for p in places)
    assert all(p.lat is not None or (p.precision == 7 and p.feature) for p in places)
