"""Claims as rows: every column, known or not, and ACLED's types where they fit."""

from __future__ import annotations

import re
from pathlib import Path
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


# Columns that have the name of a UCDP GED (codebook 24.1) or ACLED (codebook 2023) column because
# they mean the same.
GED = {
    *("source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_coordinates", "where_description", "where_prec", "latitude", "longitude"),
    *("date_start", "date_end", "date_prec", "best", "low", "high"),
}
ACLED_NAMES = {"event_type", "sub_event_type", "actor1", "actor2", "event_date"}


def documented() -> dict[str, tuple[str, str, str]]:
    """Meaning, GED column and ACLED column of each column, as the reference has them."""
    page = Path(__file__).parents[2] / "docs" / "reference" / "claims-columns.md"
    table = [line for line in page.read_text("utf-8").splitlines() if line.startswith("| `")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table]
    return {
        name: (meaning, ged, acled_name)
        for names, meaning, ged, acled_name in cells
        for name in re.findall("`([a-z0-9_]+)`", names)
    }


def test_every_column_is_documented_and_no_other():
    assert set(documented()) == set(COLUMNS)


def test_names_that_are_theirs_mean_what_they_mean_there():
    known = documented()
    assert set(COLUMNS) >= GED | ACLED_NAMES
    for name in GED:
        assert f"`{name}`" in known[name][1], name
    for name in ACLED_NAMES:
        assert f"`{name}`" in known[name][2], name


@pytest.mark.parametrize(
    ("days", "precision"),
    [("on 3 April", 1), ("on 3 and 4 April", 2), ("last week", 3), ("in March", 4), ("in 2017", 5)],
)
def test_date_prec_is_ucdps(days: str, precision: int):
    found = rows(claims("a", f"The army captured Tel Ghorim {days}, the harbour master said."))
    assert next(row["date_prec"] for row in found if row["deed"]) == precision
