"""Who says what where a sentence has more than one verb, or words that may be verbs."""

from __future__ import annotations

import pytest

from .saying import Said, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a bare verb before its speakers
            "Orlen has proposed taxing boats as they sail, say dockers and bankers.",
            ("dockers and bankers", "say", "Orlen has proposed taxing boats as they sail"),
        ),
        (  # what hangs on the saying is not what is said
            "The port will train all crews, Mayor Ida Kestrel said on Monday after two boats sank.",
            ("Mayor Ida Kestrel", "said", "The port will train all crews"),
        ),
        (  # a clause that closes the sentence reports the claims before it
            "The ruler left and asked Kestrel to form a cabinet, the state news agency said.",
            (
                "the state news agency",
                "said",
                "The ruler left and asked Kestrel to form a cabinet",
            ),
        ),
        (
            "Kestrel sails, but port police and guild officials say that report is false.",
            ("port police and guild officials", "say", "that report is false"),
        ),
        (
            "Dockers want the levy to go, saying that would keep them afloat.",
            ("Dockers", "saying", "that would keep them afloat"),
        ),
        (
            "Tom Corvane, a Halvard man who chairs the Board on Harbours, which meets here, said "
            "it would pay.",
            ("Tom Corvane, a Halvard man who chairs the Board on Harbours", "said", "it would pay"),
        ),
        (
            "Corvane, now head of a Port Halvard, Orlen-based group, praised the levy.",
            ("Corvane, now head of a Port Halvard, Orlen-based group", "praised", "the levy"),
        ),
        (
            "“Go home!” wrote another docker, who gave no name.",
            ("another docker", "wrote", "“Go home!”"),
        ),
        (
            "Corvane said including a levy in the bill “remains possible.”",
            ("Corvane", "said", "including a levy in the bill “remains possible.”"),
        ),
        (
            "The bank forecast that the levy would cost it millions.",
            ("The bank", "forecast", "the levy would cost it millions"),
        ),
        (
            "The plan stirred concern among dockers, who said incoming crews would be put off.",
            ("who", "said", "incoming crews would be put off"),
        ),
        (
            "Both Corvane and Kestrel, a singer allied with dockers, claimed victory on Monday.",
            ("Both Corvane and Kestrel", "claimed", "victory on Monday"),
        ),
        (
            "Paul Dassa, editor of the Courier, said by email the story was a draft.",
            ("Paul Dassa, editor of the Courier", "said", "the story was a draft"),
        ),
        (
            "The treaty is dead, Orlen and a dozen other states said.",
            ("Orlen and a dozen other states", "said", "The treaty is dead"),
        ),
        (
            "The levy should go and the ministry said it would.",
            ("the ministry", "said", "it would"),
        ),
        (
            "When boats were reported to us, Skerry found, help for the crews of the ferries came "
            "too late.",
            ("Skerry", "found", "help for the crews of the ferries came too late"),
        ),
        (  # no list knows the verb of what is said
            "At least 1,200 children in Idwan suffer from hunger, with 500 at risk, a guild "
            "spokeswoman said last week.",
            (
                "a guild spokeswoman",
                "said",
                "At least 1,200 children in Idwan suffer from hunger, with 500 at risk",
            ),
        ),
        (
            "The board said last week that the levy would go.",
            ("The board", "said", "the levy would go"),
        ),
        (
            "The board said this week was hard.",
            ("The board", "said", "this week was hard"),
        ),
        (
            "Two Orlen officials told Reuters Tazmara has had no notice.",
            ("Two Orlen officials", "told", "Tazmara has had no notice"),
        ),
        (
            "Corvane dismissed the charges as politically motivated.",
            ("Corvane", "dismissed", "the charges as politically motivated"),
        ),
        (
            "Tom Corvane said he and Ida Kestrel, who have led the talks, would continue to meet.",
            (
                "Tom Corvane",
                "said",
                "he and Ida Kestrel, who have led the talks, would continue to meet",
            ),
        ),
        (
            "Corvane on Monday seized on it, asking Orlen to end a levy that let the ship in.",
            ("Corvane", "asking", "to end a levy that let the ship in"),
        ),
        (
            "Last week, the Secretary for Ships and Docks Ida Kestrel said boats were late.",
            ("the Secretary for Ships and Docks Ida Kestrel", "said", "boats were late"),
        ),
        (
            "The guild said it would stay away “in light of the levy” but watch, the Courier "
            "reported on Tuesday.",
            (
                "the Courier",
                "reported",
                "The guild said it would stay away “in light of the levy” but watch",
            ),
        ),
        (
            "Ships may pass, Envoy Ida Kestrel said on Monday at a summit in Ostmere, the state "
            "agency Skerry reported.",
            (
                "the state agency Skerry",
                "reported",
                "Ships may pass, Envoy Ida Kestrel said on Monday at a summit in Ostmere",
            ),
        ),
        ("They can no longer discuss the raid.", ("They", "discuss", "the raid")),
    ],
)
def test_the_last_claim_of_a_sentence(text: str, expected: Said) -> None:
    assert said(text)[-1] == expected or expected in said(text)


def test_the_subject_of_a_relative_clause_goes_on_behind_it() -> None:
    text = (
        "Senator Tom Corvane, a war veteran who has said he did not shoot, is likely to be chosen "
        "as the next envoy, senior officials said."
    )
    whole = text.removesuffix(", senior officials said.")
    assert said(text) == [
        ("senior officials", "said", whole),
        ("who", "said", "he did not shoot"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The oil producer has the oldest court among the Gulf Arab states and faces delays.",
        "The form lists names of crews, home addresses and phone numbers.",
        "Mixed profit-taking continued to offset demand.",
        "The army apologised for a strike that killed two dockers.",
        "The parties fell out over Orlen states setting rules for boats.",
        "What do the papers reveal?",
        "You remember the name of the boat.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert said(text) == []


def test_plans_can_be_reiterated_and_reports_denied() -> None:
    assert said("The port reiterated plans to open.") == [
        ("The port", "reiterated", "plans to open")
    ]
    assert said("Dockers denied reported plans to strike.") == [
        ("Dockers", "denied", "reported plans to strike")
    ]


def test_an_age_is_one_word() -> None:
    (claim,) = said("“It sank,” said Carlos Idwan, a 61-year-old pensioner, as he left.")
    assert claim[0] == "Carlos Idwan, a 61-year-old pensioner"
