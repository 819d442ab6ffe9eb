"""The situation of the sample pair: what the issue asks for, each with its source and dates."""

from __future__ import annotations

from functools import cache

import pytest

from dateline import read
from dateline.claims.situation import read_parties
from dateline.model import Account, Situation
from dateline.run.situation import situation
from gate.floors import data

HEZBOLLAH = "military news service run by Hezbollah"
MONITOR = "Syrian Observatory for Human Rights"
DAY = "2017-10-26"


@cache
def told() -> Situation:
    return situation(read(data("..", "seeds")), parties=read_parties())


def accounts(place: str, deed: str) -> list[Account]:
    return [a for p in told().places if place in p.name for a in p.accounts if a.deed == deed]


@pytest.mark.parametrize(
    ("place", "deed", "voice", "source", "versions", "event"),
    [
        ("T2", "captured", "attributed", HEZBOLLAH, 2, None),
        ("Mayadin", "captured", "narration", "Reuters", 2, None),
        ("Deir", "besieged", "narration", "Reuters", 2, None),
        ("Mosul", "lost", "narration", "Reuters", 2, "2017-01-01"),
        ("Raqqa", "lost", "narration", "Reuters", 2, "2017-01-01"),
        ("Albu Kamal", "advanced", "attributed", MONITOR, 1, None),
        ("Albu Kamal", "planned", "attributed", HEZBOLLAH, 2, None),
        ("stronghold", "planned", "attributed", "Syrian army and its allies", 2, None),
    ],
)
def test_account(
    place: str, deed: str, voice: str, source: str, versions: int, event: str | None
) -> None:
    (account,) = accounts(place, deed)
    assert (account.voice, account.source, len(account.reports)) == (voice, source, versions)
    assert account.said is not None
    assert account.said.start == DAY
    assert (account.event and account.event.start) == event


def test_the_advance_is_45_km_from_the_town() -> None:
    (account,) = accounts("Albu Kamal", "advanced")
    assert account.distance == 45


def test_the_version_that_dropped_the_monitor() -> None:
    (loss,) = told().losses
    assert loss.source == MONITOR
    assert "the text calls a monitor" in loss.says
