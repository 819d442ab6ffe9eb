from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.web.sparkline import bars

DAYS = st.dictionaries(
    st.integers(0, 4000).map(lambda n: (date(2017, 1, 1) + timedelta(n)).isoformat()),
    st.integers(1, 50),
)


@given(DAYS)
def test_bars_are_few_and_the_highest_is_one(days: dict[str, int]):
    found = bars(days)
    assert len(found) <= 24
    assert not days or max(found) == 1
    assert all(0 <= height <= 1 for height in found)


def test_each_day_has_its_bar_where_they_suffice():
    assert bars({"2017-01-01": 1, "2017-01-03": 2, "": 9}) == (0.5, 0.0, 1.0)
    assert bars({"": 9}) == ()
