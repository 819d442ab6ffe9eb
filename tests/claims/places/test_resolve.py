"""Names to places: what decides between places of one name."""

from __future__ import annotations

import pytest

from dateline.claims.places import resolve
from dateline.model import Place
from tests.claims.places.fiction import world


def placed(text: str, *names: str) -> list[Place]:
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append((at, at + len(name)))
        at += len(name)
    return list(resolve(text, spans, world()))


def test_the_largest_by_itself():
    assert placed("The mayor of Paris spoke.", "Paris")[0].country == "FR"


@pytest.mark.parametrize(
    "text",
    [
        "He was born in Paris, Texas, in May.",
        "He was born in Paris, Tex., in May.",
        "He was born in Paris (Texas) in May.",
    ],
)
def test_the_area_beside_it(text: str):
    (paris,) = placed(text, "Paris")
    assert (paris.country, paris.lat) == ("US", 33.66)
    assert paris.basis == "the area that the text names beside it"


def test_places_that_lie_together():
    paris, county = placed("Paris and Lamar County share a road.", "Paris", "Lamar County")
    assert (paris.country, round(county.lat or 0, 1)) == ("US", 33.7)
    assert (county.feature, county.precision) == ("ADM2", 3)
    assert paris.basis == "the other places of the report"


def test_a_country_or_a_state_by_its_neighbours():
    assert placed("Georgia and Tbilisi", "Georgia", "Tbilisi")[0].feature == "PCLI"
    text = "Georgia and Texas, and Atlanta too"
    assert placed(text, "Georgia", "Texas", "Atlanta")[0].feature == "ADM1"


def test_peoples_are_context_and_countries():
    (syrian,) = placed("The Syrian army moved.", "Syrian")
    assert (syrian.name, syrian.precision) == ("Syria", 6)
    assert syrian.basis == "the country of this people"


def test_another_spelling_only_in_the_countries_of_the_report():
    assert placed("It fell on Dair Alzuhour.", "Dair Alzuhour")[0].lat is None
    (town,) = placed("Syrian units took Deir al-Zuhour.", "Deir al-Zuhour")
    assert town.name == "Dayr az Zuhur"


def test_the_word_for_its_kind():
    division, town = placed("Rakka province and Rakka city in Syria", "Rakka", "Rakka")
    assert (division.feature, division.precision) == ("ADM1", 4)
    assert (town.feature, town.precision) == ("PPL", 1)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("A blast in Tall Idwan was heard.", 1),
        ("A blast near Tall Idwan was heard.", 2),
        ("A blast on the outskirts of the town of Tall Idwan was heard.", 2),
        ("A blast north of Tall Idwan was heard.", 2),
        ("A blast near Syria and Tall Idwan was heard.", 1),
    ],
)
def test_near_a_place_is_less_exact(text: str, precision: int):
    assert placed(text, "Tall Idwan")[0].precision == precision


def test_a_name_nobody_knows_is_placed_in_the_area_that_the_text_names():
    (town,) = placed("She lives in Saltmarsh, Ore., with two dogs.", "Saltmarsh")
    assert (town.name, town.lat, town.precision) == (None, 44.0, 4)
    assert town.basis == "the text: in Oregon"


def test_unknown_stays_unknown():
    (nowhere,) = placed("They met in Umm Serrukh.", "Umm Serrukh")
    assert (nowhere.name, nowhere.lat, nowhere.precision) == (None, None, 7)


def test_spans_come_back_in_order_and_exact():
    text = "Nice, London, Nice"
    assert [p.text for p in placed(text, "Nice", "London", "Nice")] == ["Nice", "London", "Nice"]
    assert resolve(text, [], world()) == ()
