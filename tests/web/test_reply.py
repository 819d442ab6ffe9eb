"""Dates on pages: as people read them, or as they were given."""

from __future__ import annotations

import pytest

from dateline.web.reply import day


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2017-10-26T14:05:00", "26 Oct 2017"),
        ("October 26, 2017", "26 Oct 2017"),
        ("10/26/2017", "26 Oct 2017"),
        ("10/6/2017", "10/6/2017"),
        ("some Thursday", "some Thursday"),
        ("", ""),
    ],
)
def test_a_day_is_shown_as_people_read_it(given: str, shown: str) -> None:
    assert day(given) == shown
