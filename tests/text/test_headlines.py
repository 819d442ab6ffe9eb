from __future__ import annotations

import pytest

from dateline.text.headlines import (
    is_label,
    late_credit,
    late_stamp,
    repeated_title,
    run_in_headline,
    title_cased,
)


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("Crews leave ships in Alder.| Dock workers left.", "Crews leave ships in Alder"),
        ("Crews Leave Ships in Alder| Dock workers left.", "Crews leave ships in Alder"),
        ("Crews leave ships (so far)| Dock workers left.", "Crews leave ships (so far)"),
        ("Crews leave ships in Alder Bay| Dock", "Crews leave ships in Alder Bay - Gazette"),
        ("|Dock workers left ships in Alder.", "Crews leave ships in Alder"),
        ("|Crews leave. Dock workers left.", "Crews leave"),
        ("|Dock workers left.", ""),
    ],
)
def test_the_report_s_own_title(marked: str, title: str):
    text = marked.replace("|", "")
    assert repeated_title(text, 0, len(text), title) == marked.index("|")


@pytest.mark.parametrize(
    "marked",
    [
        "Crews leave ships in Alder |Fri Sep 30 2031 102138| Dock workers left",
        "Crews leave ships - Reports Middle East 2159 |18.05.2031(updated 2204 18.05.2031)| Dock",
    ],
)
def test_a_stamp_behind_a_headline(marked: str):
    text = marked.replace("|", "")
    start = marked.index("|")
    assert late_stamp(text, 0, len(text), 3) == (start, marked.rindex("|") - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Crews left Alder on July 5 2031 Moss said",
        "Crews left Alder. July 5 2031 Moss said",
        "Cranes in Alder June 5 2031 (AFP photo) Crews left",
        "Crews left Alder, July 5, 2031, and stayed away",
    ],
)
def test_dates_of_the_story_are_no_stamps(text: str):
    assert late_stamp(text, 0, len(text), 3) is None


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Crews leave ships in Alder AFP At least two crews left", "AFP"),
        (
            "Crews leave ships in Alder AFP Monday 2 Feb 2031 Dock crews left",
            "AFP Monday 2 Feb 2031",
        ),
        ("AFP Monday 2 Feb 2031 Dock crews left", "AFP Monday 2 Feb 2031"),
    ],
)
def test_an_agency_behind_a_headline(text: str, credit: str):
    found = late_credit(text, 0, len(text), 3)
    assert found
    assert text[slice(*found)] == credit


@pytest.mark.parametrize(
    "text",
    [
        "Crews of ships told AFP At the quay it was calm",
        "The state news agency SANA The Harbour reported",
        "An AP Photo shows the crane",
        "Crews leave ships in Alder AFP Photo shows",
        "Two crews left. AFP The port said no",
    ],
)
def test_an_agency_of_the_story_is_no_credit(text: str):
    assert late_credit(text, 0, len(text), 3) is None


@pytest.mark.parametrize(
    "marked",
    [
        "Toxic Smoke Drives Crews From Alder Quay |The chairman of the port said on Monday that it",
        "Dozens of crews leave ships in Alder strike |Nearly 70 crews left their ships in Alder",
        "Two crews leave ships in Alder storm |Two ships were left by their crews on Monday",
        "40 left in clash between dock workers near Alder Guild |Fierce clash between dock workers"
        " near Alder left 40 men hurt",
    ],
)
def test_headlines_that_run_into_the_lead(marked: str):
    text = marked.replace("|", "")
    assert run_in_headline(text, 0, len(text)) == marked.index("|")


@pytest.mark.parametrize(
    "text",
    [
        "Dock workers in Alder told The Gazette on Monday that the strike would go on for weeks.",
        "Readers of The Alder Gazette and viewers of Formula One races in Alder saw no ships.",
        "Dock workers left. The dock workers said that they would not come back to the dock.",
        "It was the last day of The Long Strike and the port of Alder was calm and very cold.",
        "Air Force One left Alder with the crew of the ship that had sunk a day before in fog.",
    ],
)
def test_prose_has_no_headline_inside(text: str):
    assert run_in_headline(text, 0, len(text)) == 0


def test_title_case():
    assert title_cased("Crews Leave Ships After Talks on Night Shifts Fail.", 0, 51)
    assert not title_cased("Crews left their ships after talks failed.", 0, 42)
    assert not title_cased("Ada Quill.", 0, 10)
    assert not title_cased("CREWS LEAVE SHIPS AFTER NIGHT SHIFTS", 0, 36)


def test_labels():
    assert is_label("FULL TEXT.", 0, 10)
    assert not is_label("FULL text.", 0, 10)
    assert not is_label("WHO KNEW?", 0, 9)
