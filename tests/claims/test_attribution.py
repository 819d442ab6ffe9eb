from __future__ import annotations

import pytest

from .saying import attributed, said, told

HARBOUR = "the pier was closed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the pier was closed.", ("The mayor", "said", HARBOUR)),
        ("The mayor said that the pier was closed.", ("The mayor", "said", HARBOUR)),
        (
            "The pier was closed, the mayor of Ostmere said.",
            ("the mayor of Ostmere", "said", "The pier was closed"),
        ),
        (
            "The pier was closed, said Ida Kestrel, the mayor of Ostmere.",
            ("Ida Kestrel, the mayor of Ostmere", "said", "The pier was closed"),
        ),
        (
            "Ida Kestrel, the mayor of Ostmere, said on Monday that the pier was closed.",
            ("Ida Kestrel, the mayor of Ostmere", "said", HARBOUR),
        ),
        (
            "The guild, which runs the ferries, said in a statement that the pier was closed.",
            ("The guild", "said", HARBOUR),
        ),
        (
            "The harbour guild which runs the ferries, said the pier was closed.",
            ("The harbour guild", "said", HARBOUR),
        ),
        (
            "The pier was closed, according to a statement from the harbour board.",
            ("a statement from the harbour board", "according to", "The pier was closed"),
        ),
        (
            "According to the harbour board, the pier was closed.",
            ("the harbour board", "According to", HARBOUR),
        ),
        (
            "A report issued by the Tidewatch group said the pier was closed.",
            ("A report issued by the Tidewatch group", "said", HARBOUR),
        ),
        (
            "The mayor told reporters in Ostmere on Monday that the pier was closed.",
            ("The mayor", "told", HARBOUR),
        ),
        (
            "In a statement on Monday, the harbour board said the pier was closed.",
            ("the harbour board", "said", HARBOUR),
        ),
        (
            "Ida Kestrel, a pilot in Ostmere, Orlen said the pier was closed.",
            ("Ida Kestrel, a pilot in Ostmere, Orlen", "said", HARBOUR),
        ),
        (
            "After talks in Ostmere, Orlen said the pier was closed.",
            ("Orlen", "said", HARBOUR),
        ),
        (
            "The petition sent to the Tidewatch group said the pier was closed.",
            ("The petition sent to the Tidewatch group", "said", HARBOUR),
        ),
        (
            "Pier Holdings (PIER) said the pier was closed.",
            ("Pier Holdings (PIER)", "said", HARBOUR),
        ),
        (
            "Anger grew over the board's claim that the pier was closed.",
            ("the board's", "claim", HARBOUR),
        ),
        (
            "Kestrel was quoted as saying the pier was closed.",
            ("Kestrel", "saying", HARBOUR),
        ),
        (
            "The board called for an end to the strike.",
            ("The board", "called for", "an end to the strike"),
        ),
        (
            "The pilots accused the board of closing the pier.",
            ("The pilots", "accused", "the board of closing the pier"),
        ),
        ("The pilots vowed to sue the board.", ("The pilots", "vowed", "to sue the board")),
        (
            "The board denied closing the pier.",
            ("The board", "denied", "closing the pier"),
        ),
        (
            "A man who saw the fire said the pier was closed.",
            ("A man who saw the fire", "said", HARBOUR),
        ),
        ("They said the pier was closed.", ("They", "said", HARBOUR)),
        (
            "As the mayor put it, “the pier is a ruin”.",
            ("the mayor", "put it", "“the pier is a ruin”"),
        ),
    ],
)
def test_who_says_what(text: str, expected: tuple[str, str, str]):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The order is likely to stir fears among the pilots of the harbour.",
        "The mayor will have “long, hard” talks with the guild this week.",
        "The pier was closed on Monday.",
        "The report on the fire was long.",
        "Boats backed by the guild left the harbour.",
        "Claims of victory are common in Ostmere.",
        "The state of the pier is poor.",
    ],
)
def test_nobody_says_it(text: str):
    assert said(text) == []
    assert told(text) == [text.rstrip(".")]


def test_two_in_one_sentence():
    text = (
        "The pier burned on Monday and the harbour board and its partners said they planned to sue."
    )
    assert said(text) == [("the harbour board and its partners", "said", "they planned to sue")]
    assert told(text) == ["The pier burned on Monday"]


def test_a_clause_inside_ends_what_is_said():
    text = "Kestrel said the pilots would have to leave as she announced the closure of the pier."
    assert said(text) == [
        ("Kestrel", "said", "the pilots would have to leave"),
        ("she", "announced", "the closure of the pier"),
    ]


def test_a_claim_inside_a_claim():
    text = (
        "The board dropped leaflets on the quays calling on crews to leave, according to the guild."
    )
    outer, inner = attributed(text)
    assert outer.source
    assert outer.source.text == "the guild"
    assert inner.source
    assert inner.source.text == "leaflets"
    assert inner.content.text == "crews to leave"
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_a_plan_that_is_told_is_one_claim():
    (claim,) = attributed("The pilots said they planned to march on the harbour.")
    assert claim.modality == "planned"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The board said the pier was closed.", "said"),
        ("The board denied that the pier was closed.", "denied"),
        ("The board vowed to close the pier.", "planned"),
        ("The board said it would close the pier.", "planned"),
        ("The board estimated that 40 boats were lost.", "estimated"),
        ("The board said 40 boats were believed to be lost.", "estimated"),
        ("The board warned that the pier was weak.", "warned"),
        ("The board urged crews to leave.", "asked"),
        ("The board did not confirm that the pier was closed.", "withheld"),
    ],
)
def test_how_it_is_meant(text: str, modality: str):
    assert [c.modality for c in attributed(text)] == [modality]


def test_a_negation_is_kept():
    (claim,) = attributed("The board said no boat was lost.")
    assert claim.negated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two boats burned in the harbour of Ostmere a source at the board said.",
            ("a source at the board", "Two boats burned in the harbour of Ostmere"),
        ),
        (
            "Two boats burned in the suburbs of Ostmere harbour sources told Skerry.",
            ("harbour sources", "Two boats burned in the suburbs of Ostmere"),
        ),
        (
            "Two boats burned in the Varuh area Watch chief Ida Kestrel said on Monday.",
            ("Watch chief Ida Kestrel", "Two boats burned in the Varuh area"),
        ),
        (
            "Two boats were burned said board member Tom Corvane.",
            ("board member Tom Corvane", "Two boats were burned"),
        ),
    ],
)
def test_a_speaker_that_no_comma_parts(text: str, expected: tuple[str, str]):
    ((source, _, content),) = said(text)
    assert (source, content) == expected


def test_a_passive_has_no_source_unless_somebody_is_named():
    (claim,) = attributed("Forty boats are believed to have been lost.")
    assert (claim.source, claim.modality) == (None, "estimated")
    assert [span.text for span in claim.more] == ["Forty boats"]
    (claim,) = attributed("The board was accused by the pilots of closing the pier.")
    assert claim.source is not None
    assert claim.source.text == "the pilots"


def test_a_sentence_without_commas_that_a_speaker_closes():
    text = "The board denied that it knew of the fire a guild official said."
    outer, inner = attributed(text)
    assert outer.content.text == "The board denied that it knew of the fire"
    assert outer.source is not None
    assert outer.source.text == "a guild official"
    assert (inner.parent, inner.content.text) == (outer.id, "it knew of the fire")


def test_a_place_before_the_speaker_is_no_part_of_him():
    assert said("In Ostmere harbour officials said the pier was closed.") == [
        ("harbour officials", "said", HARBOUR)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tom Corvane, head of the Sill Line, said the guild expected calm to return.",
            (
                "Tom Corvane, head of the Sill Line",
                "said",
                "the guild expected calm to return",
            ),
        ),
        (
            "Kestrel told the guild's weekly letter on Monday that the pier was shut.",
            ("Kestrel", "told", "the pier was shut"),
        ),
        (
            "Several pilots cautioned, as did the board itself, that the tide might turn.",
            ("Several pilots", "cautioned", "the tide might turn"),
        ),
        (
            "Kestrel said at a meeting in Ostmere, the seat of the guild, that it was late.",
            ("Kestrel", "said", "it was late"),
        ),
        (
            "She’s claiming that the pier is shut.",
            ("She", "claiming", "the pier is shut"),
        ),
        (
            "To varying degrees, all agreed that the pier was shut.",
            ("all", "agreed", "the pier was shut"),
        ),
        (
            "Figures from the yearly survey of the Sill Line show that fares rose.",
            ("Figures from the yearly survey of the Sill Line", "show", "fares rose"),
        ),
        (
            "The board described the ferry as a wreck without a master.",
            ("The board", "described", "the ferry as a wreck without a master"),
        ),
        (
            "The board announced the closure as rain fell on the pier.",
            ("The board", "announced", "the closure"),
        ),
        (
            "The boats, which, Kestrel said, were sound, lay at the mole.",
            ("Kestrel", "said", "were sound, lay at the mole"),
        ),
    ],
)
def test_where_speaker_and_content_meet(text: str, expected: tuple[str, str, str]):
    assert said(text) == [expected]


def test_a_charge_in_the_passive_has_its_subject_in_its_content():
    (charge,) = attributed("Tom Corvane was accused of selling the ferry.")
    assert charge.source is None
    assert [s.text for s in (charge.content, *charge.more)] == ["selling the ferry", "Tom Corvane"]


def test_what_follows_a_quotation_outside_marks_is_the_newsrooms():
    text = "“The pier is shut,” Kestrel said, and soon the boats were leaving."
    assert said(text) == [("Kestrel", "said", "“The pier is shut,”")]
    assert told(text) == ["soon the boats were leaving"]
