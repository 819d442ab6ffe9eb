"""Claims as rows: every column, known or not, and ACLED's types where they fit."""

from __future__ import annotations

from typing import get_args

import pytest

from dateline.claims.actors import actors_of
from dateline.claims.deeds import happenings_of
from dateline.claims.table import ACLED, COLUMNS, acled, rows
from dateline.model import Deed, Report
from dateline.text import analyse
from tests.claims.situation.fiction import claims

TEXT = (
    "The army captured Tel Ghorim and Umm Vashet on Thursday, killing 14 people, the Varuh "
    "Observatory said."
)


def test_a_row_for_each_happening_with_all_columns():
    found = list(rows(claims("a", TEXT), [Report("a", TEXT, title="Two towns", outlet="Skerry")]))
    assert all(tuple(row) == COLUMNS for row in found)
    taken = [row for row in found if row["deed"]]
    assert [row["where_description"] for row in taken] == ["Tel Ghorim", "Umm Vashet"]
    first = taken[0]
    assert (first["actor1"], first["event_date"], first["date_prec"]) == ("army", "2019-04-11", 1)
    assert (first["source_canonical"], first["source_office"]) == ("Varuh Observatory", "Skerry")
    assert first["best"] == 14


def test_a_claim_without_a_happening_is_a_row_too():
    found = list(rows(claims("a", "Rain fell in the north, the harbour master said.")))
    assert found
    assert all(row["deed"] is None and row["event_type"] is None for row in found)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The army captured Tel Ghorim.", ("Battles", "Government regains territory")),
        ("Rebels captured Tel Ghorim.", ("Battles", "Non-state actor overtakes territory")),
        (
            "Warplanes bombed Tel Ghorim.",
            ("Explosions/Remote violence", "Air/drone strike"),
        ),
        (
            "The army shelled Tel Ghorim.",
            ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        ),
        (
            "A bomb exploded in Tel Ghorim.",
            ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
        ),
        ("Rebels plan to attack Tel Ghorim.", ("", "")),
        ("Rebels have not captured Tel Ghorim.", ("", "")),
    ],
)
def test_acleds_types(text: str, types: tuple[str, str]):
    anatomy = analyse(Report("a", text))
    (found,) = happenings_of(anatomy, actors_of(anatomy), ())
    assert acled(found) == types


def test_every_deed_has_a_type():
    assert set(ACLED) == set(get_args(Deed))
