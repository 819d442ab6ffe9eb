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
