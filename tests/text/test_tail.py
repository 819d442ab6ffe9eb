from __future__ import annotations

import pytest

from dateline.text.tail import tail
from tests.text.fiction import BODY


def peeled(closing: str) -> list[tuple[str, str]]:
    text = BODY + closing
    return [(role, text[a:b]) for a, b, role in tail(text, 0, len(text))][::-1]


@pytest.mark.parametrize(
    ("closing", "pieces"),
    [
        ("-AFP", [("credit", "-AFP")]),
        ("--AFP", [("credit", "--AFP")]),
        ("-REUTERS", [("credit", "-REUTERS")]),
        (" (With Reuters and AFP)", [("credit", "(With Reuters and AFP)")]),
        (" (Gazette and Sputnik)", [("credit", "(Gazette and Sputnik)")]),
        (" Source GazetteOnline and agencies", [("credit", "Source GazetteOnline and agencies")]),
        (" (Source: Crews) Twitter", [("credit", "(Source: Crews)"), ("boilerplate", "Twitter")]),
        (
            " Additional reporting by Ada Quill in Alder; Editing by Finn Moss"
            " Our Standards:The Gazette Principles.",
            [
                ("credit", "Additional reporting by Ada Quill in Alder; Editing by Finn Moss"),
                ("boilerplate", "Our Standards:The Gazette Principles."),
            ],
        ),
        (
            " (With AFP) Last Update: Wednesday 16 November 2031 20:36 12480",
            [
                ("credit", "(With AFP)"),
                ("boilerplate", "Last Update: Wednesday 16 November 2031 20:36 12480"),
            ],
        ),
        (" 12", [("boilerplate", "12")]),
        (" SSH 11", [("boilerplate", "SSH 11")]),
        (" Ada Quill", [("byline", "Ada Quill")]),
        (" Ada al-Quill/Finn", [("byline", "Ada al-Quill/Finn")]),
        (" Read Also", [("boilerplate", "Read Also")]),
        (
            " 48 Related Alder Port Shuts After Storm Moss Quits Union Tags Alder Strike",
            [
                ("boilerplate", "48 Related Alder Port Shuts After Storm Moss Quits Union"),
                ("boilerplate", "Tags Alder Strike"),
            ],
        ),
        (
            " Follow us. Subscribe Gazette Follow Copyright 2031 Gazette. Gazette Watch Live Terms",
            [
                ("boilerplate", "Follow us."),
                (
                    "boilerplate",
                    "Subscribe Gazette Follow Copyright 2031 Gazette. Gazette Watch Live Terms",
                ),
            ],
        ),
        (
            " This article is an edited translation from our Alder edition.",
            [("boilerplate", "This article is an edited translation from our Alder edition.")],
        ),
    ],
)
def test_tails(closing: str, pieces: list[tuple[str, str]]):
    assert peeled(closing) == pieces


@pytest.mark.parametrize(
    "closing",
    [
        "",
        " It was cold",
        " The fee rose to 12",
        " “No,” she told AFP.",
        " Wheat 40 Maize 41 Rye 42 Oats 43 Rice 44 Fish 45 Fruit 46",
    ],
)
def test_bodies_stay(closing: str):
    assert peeled(closing) == []


def test_a_tail_without_end_is_given_up():
    assert len(peeled(" AFP." * 1000)) < 40


def test_slashes_do_not_multiply():
    assert peeled(" A" + "/" * 300 + "!") == []


def test_other_reports_run_into_the_end_are_the_sites():
    story = "The cranes stood still for a third day. Nobody on the quay would say for how long."
    text = f"{story} Source Gazette and agencies Related News Crews walk out as talks fail Salt"
    pieces = [(text[s:e], role) for s, e, role in tail(text, 0, len(text))]
    assert pieces == [
        ("Related News Crews walk out as talks fail Salt", "boilerplate"),
        ("Source Gazette and agencies", "credit"),
    ]
