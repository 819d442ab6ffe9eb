from __future__ import annotations

import pytest

from .saying import attributed


def sources(text: str) -> list[tuple[str, str | None]]:
    return [(c.source.text, c.source.canonical) for c in attributed(text) if c.source]


def test_the_fullest_name():
    text = (
        "Mayor Ida Kestrel said the pier was closed. Kestrel said it was old. She said it would go."
    )
    assert {name for _, name in sources(text)} == {"Ida Kestrel"}


def test_two_of_one_name_are_nobody_fuller():
    text = "Ida Kestrel and Tom Kestrel came. Kestrel said the pier was closed."
    assert sources(text) == [("Kestrel", "Kestrel")]


def test_a_document_speaks_for_who_issued_it():
    text = "A statement from the Harbour Board said it was closed. It said the pier was old."
    assert [name for _, name in sources(text)] == ["Harbour Board", "Harbour Board"]


def test_a_description_is_the_one_named_before():
    text = "The Tazmari army said it had won. The army said the pier was safe."
    assert [name for _, name in sources(text)] == ["Tazmari army", "Tazmari army"]


def test_whoever_is_not_named_has_no_name():
    assert sources("Officials said the pier was closed.") == [("Officials", None)]
    assert sources("He said the pier was closed.") == [("He", None)]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The Tazmari army", "state military"),
        ("A spokesman for the defence ministry", "state military"),
        ("The foreign ministry", "government"),
        ("The Varuh Observatory", "monitor"),
        ("The Corvane-led coalition", "coalition"),
        ("A rebel commander", "armed group"),
        ("Residents of Ostmere", "witness"),
        ("A senior official", "official"),
        ("Channel 9 television", "outlet"),
        ("Skerry news agency", "agency"),
        ("Leaflets", "document"),
        ("Umbrel", "unknown"),
    ],
)
def test_the_type_by_its_own_words(source: str, kind: str):
    (claim,) = attributed(f"{source} said the pier was closed.")
    assert claim.source is not None
    assert claim.source.type == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Corvane head of the Sill Line said the pier was shut.", "Tom Corvane"),
        ("Tom Corvane the head of the Sill Line said the pier was shut.", "Tom Corvane"),
        ("The director for the harbour area Tom Corvane said it was shut.", "Tom Corvane"),
        ("The head of SLU Ostmere Dr Ida Kestrel said it was shut.", "Ida Kestrel"),
        ("The Registers Ida Kestrel said it was shut. The Ministrys Tom Corvane agreed.", None),
        ("The Ministrys Tom Corvane said it was shut.", "Tom Corvane"),
        ("The special envoy for Syria Tom Corvane said the pier was shut.", "Tom Corvane"),
        ("The government of President Tom Corvane said it was shut.", "Tom Corvane"),
        ("A spokesman for the rebel group Sons of Hazaf said it was shut.", None),
    ],
)
def test_a_name_that_no_comma_parts_from_an_office(text: str, name: str | None):
    first = attributed(text)[0]
    assert first.source
    if name:
        assert (first.source.canonical or "").endswith(name)
    else:
        assert first.source.canonical != "Tom Corvane"


def test_whoever_is_named_with_his_office_is_he():
    text = "The Varuh Register director Tom Corvane said it was shut. He said it was late."
    assert [c.source.canonical for c in attributed(text) if c.source] == ["Tom Corvane"] * 2


def test_a_body_named_by_its_kind_alone():
    text = (
        "The Varuh Observatory for Losses said nine fell. The Observatory said it was late."
        " Rain fell. The observatory said it was over."
    )
    names = [c.source.canonical for c in attributed(text) if c.source]
    assert names == ["Varuh Observatory for Losses"] * 3


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("On March 22 media reported that the pier was shut.", "media"),
        ("Late March media reported that the pier was shut.", "media"),
        ("The mill burned near Ostmere and Idwan local media reported.", "local media"),
        ("The mill burned near Ostmere informed sources said.", "informed sources"),
        ("The mill burned the aid group that supports it said.", "the aid group that supports it"),
        ("According to the Ostmere Council Idwan is shut.", "the Ostmere Council"),
        (
            "The pier was shut the harbour guild was quoted as saying by Radio Sill.",
            "the harbour guild",
        ),
    ],
)
def test_where_a_speaker_begins_without_commas(text: str, source: str):
    assert [c.source.text for c in attributed(text) if c.source] == [source]


def test_a_manner_is_no_speaker():
    assert attributed("The boats are sorted according to their type and size.") == []


def test_civil_defence_is_no_army():
    (claim,) = attributed("Civil defence workers said the pier was shut.")
    assert claim.source
    assert claim.source.type != "state military"


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("The monitor", "Varuh Observatory"),
        ("The Orlen-based monitoring group", "Varuh Observatory"),
        ("The chemical weapons watchdog", "chemical weapons watchdog"),
    ],
)
def test_the_only_monitor_of_a_report(description: str, name: str):
    text = f"The Varuh Observatory said nine fell. {description} said it was late."
    assert [n for _, n in sources(text)] == ["Varuh Observatory", name]


def test_of_two_monitors_none_is_meant():
    text = (
        "The Varuh Observatory said nine fell. The Orlen Monitor said ten fell."
        " The monitoring group said it was late."
    )
    assert sources(text)[-1] == ("The monitoring group", "monitoring group")


def test_who_is_whom_it_stands_behind():
    text = "Envoy Ida Kestrel, a pilot who said the pier was closed, left for Ostmere."
    assert sources(text) == [("who", "Ida Kestrel")]
    assert sources("She flew to a camp in Ostmere, who said it was closed.") == [("who", None)]


def test_a_pronoun_is_the_person_who_opens_the_sentence():
    text = (
        "“I wait,” said Carlos Idwan. Tom Corvane, a general, once led a coup. Corvane weighed in "
        "on Thursday in a letter in which he accused the board of theft."
    )
    assert sources(text)[-1] == ("he", "Tom Corvane")


def test_a_pronoun_is_the_person_who_opens_the_sentence_before():
    text = "Carlos Idwan dismissed it. Spokeswoman Mirel Dassa defended it. “All paid,” she said."
    assert sources(text)[-1] == ("she", "Mirel Dassa")


def test_what_a_name_owns_is_singled_out():
    assert sources("Orlen’s harbour ministry said it had won.") == [
        ("Orlen’s harbour ministry", "Orlen’s harbour ministry")
    ]
    assert sources("A guild’s aides said it had won.") == [("A guild’s aides", None)]


def test_a_minister_of_something_is_a_person():
    text = (
        "“It rains,” Ida Kestrel said. It sank, Tazmari Minister of Defence Tom Corvane said. "
        "It broke in three, he said."
    )
    assert sources(text)[-1] == ("he", "Tom Corvane")


def test_who_has_an_office_behind_the_name_is_a_person():
    text = (
        "Halvard Corp noted that boats were late. “It rains,” said David Idwan, head of boats at "
        "Bank of Orlen. But he said it would end."
    )
    assert sources(text)[-1] == ("he", "David Idwan")
