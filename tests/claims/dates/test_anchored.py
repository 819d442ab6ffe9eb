"""Days that are counted from another event of the report."""

from __future__ import annotations

import pytest

from dateline.claims.read import claims_of
from dateline.model import Report, When
from dateline.text import analyse

TAKEN = "The army captured the harbour of Hazaf on Monday, the Varuh Register said. "
RAID = "The raid on Umm Vashet killed nine people on 3 April, the Register said. "


def event(text: str, words: str) -> When | None:
    """When the one claim with these words happened; the dispatch is of Thursday, 11 April 2019."""
    report = Report("r", text, date="2019-04-11")
    (found,) = [c for c in claims_of(analyse(report)) if words in c.content.text]
    return found.event


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The fighters withdrew two days after the raid on Umm Vashet, it said.", "05", "05"),
        ("The fighters withdrew the day after the raid on Umm Vashet, it said.", "04", "04"),
        ("The fighters withdrew a day before the raid on Umm Vashet, it said.", "02", "02"),
        ("The fighters withdrew hours after the raid on Umm Vashet, it said.", "03", "04"),
        ("The fighters withdrew a week before the raid on Umm Vashet, it said.", "25", "31"),
    ],
)
def test_a_day_counted_from_an_event_of_known_day(text: str, start: str, end: str):
    when = event(RAID + text, "withdrew")
    assert when
    assert (when.start or "")[-2:] == start
    assert (when.end or "")[-2:] == end
    assert "“the raid on Umm Vashet”, which was on 2019-04-03 (“on 3 April”)" in when.basis


def test_an_open_stretch():
    when = event(
        RAID + "The fighters withdrew days after the raid on Umm Vashet, it said.", "withdrew"
    )
    assert when
    assert (when.start, when.end, when.precision) == ("2019-04-03", None, "open")


def test_the_verb_of_the_event_is_matched_with_its_noun():
    when = event(TAKEN + "Boats came back a day after the capture of Hazaf.", "Boats")
    assert when
    assert (when.start, when.end) == ("2019-04-09", "2019-04-09")


def test_a_day_inside_the_anchor():
    when = event("Boats came back two days after the raid on 3 April.", "Boats")
    assert when
    assert when.start == "2019-04-05"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Boats came back two days after the raid on Ostmere.", "does not tell"),
        (RAID + "Boats came back two days after a raid.", "does not tell"),
        (
            RAID
            + RAID.replace("nine", "two").replace("3 April", "5 April")
            + "Boats came back two days after the raid on Umm Vashet.",
            "several days",
        ),
    ],
)
def test_what_cannot_be_known_stays_unknown_and_shows_its_words(text: str, why: str):
    when = event(text, "Boats")
    assert when
    assert (when.start, when.end) == (None, None)
    assert when.text.startswith("two days after")
    assert why in when.basis


def test_a_day_of_its_own_wins():
    when = event(
        RAID + "Boats came back on Tuesday, two days after the raid on Umm Vashet.", "Boats"
    )
    assert when
    assert when.start == "2019-04-09"


def test_a_day_after_the_dispatch_is_not_believed():
    when = event(RAID + "Boats came back a month after the raid on Umm Vashet.", "Boats")
    assert when
    assert when.start is None
    assert "after the day of the report" in when.basis


def test_a_day_that_ends_a_sentence_is_read():
    when = event("Boats came back on 3 April.", "Boats")
    assert when
    assert (when.start, when.text) == ("2019-04-03", "on 3 April")


def test_an_anchor_whose_weekday_no_dispatch_date_fixes_is_unknown():
    text = "The fighters withdrew two days after the raid on Monday, the Register said."
    (claim,) = claims_of(analyse(Report("r", text)))
    assert claim.event
    assert (claim.event.start, claim.event.end) == (None, None)
    assert "whose day the report does not tell" in claim.event.basis
