from __future__ import annotations

import pytest

from dateline.text.captions import caption, inner_caption, labelled


def pieces(text: str) -> list[tuple[str, str]]:
    return [(role, text[a:b]) for a, b, role in caption(text, 0, len(text))]


@pytest.mark.parametrize(
    ("shot", "credit"),
    [
        ("Cranes stand still in Alder on Monday.", "(AFP photo)"),
        ("Cranes stand still in Alder on Monday", "(Ada Quill/Gazette/AP)"),
        ("Cranes stand still in Alder.", "(Photo by Ada Quill/Agency) (Associated Press)"),
        ("FILE - In this Dec. 13, 2031, photo, cranes stand.", "(AP Photo/Ada Quill, File)"),
        ("Cranes stand still.", "(Reuters)"),
        ("Cranes stand still.", "[Photo/Agencies]"),
        ("Cranes stand still.", "AP/Ada Quill"),
    ],
)
def test_captions_with_their_credit(shot: str, credit: str):
    assert pieces(f"{shot} {credit}") == [("caption", shot), ("credit", credit)]


@pytest.mark.parametrize(
    "text", ["FILE PHOTO: Cranes in Alder", "Photo: Cranes in Alder", "File photo of a crane"]
)
def test_captions_by_their_start(text: str):
    assert pieces(text) == [("caption", text)]


def test_a_credit_alone():
    assert pieces("(Ada Quill/Getty Images)") == [("credit", "(Ada Quill/Getty Images)")]


@pytest.mark.parametrize(
    "text",
    [
        "Crews left. They took the keys. Nobody stopped them. (Reuters)",
        f"{'Crews left the ships and took the keys ' * 10}. (Reuters)",
        "Crews left the ships (and took the keys).",
        "Photographs showed the crane.",
        "It was over.",
    ],
)
def test_what_is_no_caption(text: str):
    assert pieces(text) == []


def test_labelled_captions():
    text = "Image copyright AFP Image caption The quay burnt for hours"
    assert [(r, text[a:b]) for a, b, r in labelled(text, 0, len(text))] == [
        ("credit", "Image copyright AFP"),
        ("caption", "Image caption The quay burnt for hours"),
    ]
    assert labelled("Image problems beset the port.", 0, 30) == []


def inner(text: str) -> tuple[str, str] | None:
    found = inner_caption(text, 0, len(text))
    return (text[slice(*found[0])], text[slice(*found[1])]) if found else None


def test_a_caption_run_into_the_body():
    text = "Cranes stand still in Alder (archive) Dock workers left on Monday."
    assert inner(text) == ("Cranes stand still in Alder", "(archive)")


def test_repeated_credits_belong_together():
    text = "Cranes stand in Alder on June 5 2031. (AFP) (AFP) Dock workers left."
    assert inner(text) == ("Cranes stand in Alder on June 5 2031.", "(AFP) (AFP)")


def test_behind_other_sentences_a_bare_agency_needs_a_year():
    dated = "Dock workers left. Cranes stand in Alder in 2031. (AFP) The port is shut."
    assert inner(dated) == ("Cranes stand in Alder in 2031.", "(AFP)")
    assert inner(dated.replace(" in 2031", "")) is None


def test_short_or_unmarked_sentences_are_no_captions():
    assert inner("Crew left. (Photo) They came back.") is None
    assert inner("Dock workers (AFP reported) left.") is None
