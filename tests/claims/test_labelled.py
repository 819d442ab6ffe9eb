"""Words whose speaker is named beside them and not by a verb."""

from __future__ import annotations

from .saying import attributed, said

INTERVIEW = """The mayor spoke to Radio Sill about the pier.

ORSAL: Will the pier be open again by Thursday? People ask.

KESTREL: I think so. Our divers said that the hull was sound.

ORSAL: And the ferry?

KESTREL: That is for the Sill Line to say.

Rain fell on the town."""


def test_the_speakers_of_a_transcript_say_their_paragraphs():
    told = [
        (c.source.text, c.content.text) for c in attributed(INTERVIEW) if c.rule == "transcript"
    ]
    assert told == [
        ("ORSAL", "Will the pier be open again by Thursday? People ask."),
        ("KESTREL", "I think so. Our divers said that the hull was sound."),
        ("ORSAL", "And the ferry?"),
        ("KESTREL", "That is for the Sill Line to say."),
    ]
    (divers,) = [c for c in attributed(INTERVIEW) if c.source and c.source.text == "Our divers"]
    (speech,) = [c for c in attributed(INTERVIEW) if c.id == divers.parent]
    assert speech.mode == "direct"


def test_a_label_that_stands_once_is_no_speaker():
    assert said("NOTE: The pier is shut.\n\nUPDATE: It is open again since noon.") == []


def test_a_quotation_is_signed_behind_a_dash():
    assert said("“No ferry came, and none will.” — Ida Kestrel") == [
        ("Ida Kestrel", "—", "“No ferry came, and none will.”")
    ]


def test_a_signature_does_not_speak_the_next_quotation():
    text = "“No ferry came.” ― Ida Kestrel\n“We waited at the mole for hours.” ― Tom Corvane."
    assert [(who, what) for who, _, what in said(text)] == [
        ("Ida Kestrel", "“No ferry came.”"),
        ("Tom Corvane", "“We waited at the mole for hours.”"),
    ]


def test_a_colon_leads_to_a_paragraph_without_marks():
    text = (
        "The governor added:\n\nIt is typical of the guild. It never knew the tide.\n\n"
        "The town slept."
    )
    assert said(text) == [
        ("The governor", "added", "It is typical of the guild. It never knew the tide.")
    ]
