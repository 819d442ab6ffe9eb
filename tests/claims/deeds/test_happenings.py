"""What became of places, told in sentences of fiction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.deeds.telling import happenings, told

TOLD = {
    "active": (
        "The Tazmari army captured the town of Umm Vashet from the Covenant militia.",
        [("captured", "The Tazmari army", "the Covenant militia", "Umm Vashet")],
    ),
    "passive": (
        "Umm Vashet was recaptured by rebel fighters on Sunday.",
        [("captured", "rebel fighters", "", "Umm Vashet")],
    ),
    "fell to": (
        "The village of Tel Ghorim fell to government forces.",
        [("captured", "government forces", "", "Tel Ghorim")],
    ),
    "nominal": (
        "Envoys spoke of the capture of Tel Ghorim by the rebels.",
        [("captured", "the rebels", "", "Tel Ghorim")],
    ),
    "list of places": (
        "Hazaf fighters lost the cities of Kasr Idwan and Minet Dovan.",
        [("lost", "Hazaf fighters", "", p) for p in ("Kasr Idwan", "Minet Dovan")],
    ),
    "siege": (
        "The river militia laid siege to Kasr Idwan.",
        [("besieged", "The river militia", "", "Kasr Idwan")],
    ),
    "besieged as adjective": (
        "Bread ran out in the besieged town of Lower Varuh.",
        [("besieged", "", "", "Lower Varuh")],
    ),
    "air strike": (
        "Coalition warplanes bombed the port of Minet Dovan.",
        [("air strike", "Coalition warplanes", "", "Minet Dovan")],
    ),
    "air strikes on": (
        "He denounced the coalition air strikes on Tel Ghorim.",
        [("air strike", "the coalition", "", "Tel Ghorim")],
    ),
    "launched an attack": (
        "The insurgents launched an attack on Kasr Idwan before dawn.",
        [("attacked", "The insurgents", "", "Kasr Idwan")],
    ),
    "withdrew": (
        "Army troops withdrew from Old Varuh overnight.",
        [("withdrew", "Army troops", "", "Old Varuh")],
    ),
    "driven out": (
        "The militants were driven out of Tel Ghorim by the army.",
        [("lost", "The militants", "the army", "Tel Ghorim")],
    ),
    "plan": (
        "The army said it planned to march on Kasr Idwan.",
        [("planned advanced", "The army", "", "Kasr Idwan")],
    ),
    "future": (
        "Rebel forces will attack Minet Dovan within days.",
        [("planned attacked", "Rebel forces", "", "Minet Dovan")],
    ),
    "not": (
        "The rebels have not captured Tel Ghorim.",
        [("not captured", "The rebels", "", "Tel Ghorim")],
    ),
    "failed": (
        "The rebels failed to capture Tel Ghorim.",
        [("not captured", "The rebels", "", "Tel Ghorim")],
    ),
    "only thought of": ("If the rebels captured Tel Ghorim the road would open.", []),
    "possible": ("The rebels could capture Tel Ghorim.", []),
    "clashes": (
        "Clashes between government forces and the rebels broke out in Kasr Idwan.",
        [("fought", "government forces", "the rebels", "Kasr Idwan")],
    ),
    "object is no place": ("The army captured two fighters and took part in a parade.", []),
    "a thing of the place's": ("Troops seized Kasr Idwan weapons.", []),
    "subject is no doer": ("A storm hit Minet Dovan on Monday.", []),
    "a weapon's blow": (
        "A rocket hit the hospital in Minet Dovan.",
        [("attacked", "", "", "Minet Dovan")],
    ),
    "relative clause": (
        "The army, which is short of fuel, entered Tel Ghorim.",
        [("advanced", "The army", "", "Tel Ghorim")],
    ),
    "said by another": (
        "The Varuh Observatory said the army had seized Tel Ghorim.",
        [("captured", "the army", "", "Tel Ghorim")],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_a_sentence_tells(name: str):
    text, expected = TOLD[name]
    assert told(text) == expected


def test_they_are_the_doers_of_the_sentence_before():
    text = "Government forces gained ground. They captured Tel Ghorim."
    (found,) = (h for h in happenings(text) if h.deed == "captured")
    assert found.actor is not None
    assert (found.actor.text, found.actor.canonical) == ("They", "Government forces")


def test_distance_and_direction():
    text = "The army advanced to within 45 km north of the outskirts of Kasr Idwan."
    (found,) = happenings(text)
    assert (found.distance, found.direction) == (45.0, "north")
    assert found.place is not None
    assert found.place.text == "Kasr Idwan"


def test_miles_are_kilometres():
    (found,) = happenings("The army reached a point 10 miles from Kasr Idwan.")
    assert found.distance == 16.1


def test_the_town_is_the_one_named_before():
    text = "Fighters hold the town of Tel Ghorim. The army besieged the town."
    assert told(text, ("Tel Ghorim",)) == [("besieged", "The army", "", "Tel Ghorim")]


def test_a_place_of_the_gazetteer_is_kept_as_given():
    text = "The army captured Tel Ghorim."
    (found,) = happenings(text, ("Tel Ghorim",))
    assert found.place is not None
    assert found.place.geonameid == 1


def test_alleged_deeds_are_marked():
    (found,) = happenings("The army reportedly shelled Tel Ghorim.")
    assert found.alleged


WORDS = [
    *("the", "army", "rebels", "captured", "seized", "was", "by", "Umm", "Vashet", "Tel-Ghorim"),
    *("and", ",", ".", "said", "they", "to", "plan", "attack", "on", "siege", "of", "air", "not"),
    *("strikes", "from", "45", "km", "which", "Iraqi", "-backed", "(", ")", "’s", "“no”", "T2"),
    *("U.S.", "it", "in"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_are_read_and_spans_hold_their_text(listed: list[str]):
    text = " ".join(listed)
    for happening in happenings(text):
        parts = (happening.words, happening.actor, happening.target, happening.place)
        for part in parts:
            assert part is None or text[part.start : part.end] == part.text
        assert happening.place or happening.target
        assert (happening.deed == "planned") == (happening.aim is not None)
