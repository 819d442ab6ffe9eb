"""What a spool gives is what went in, every time."""

from __future__ import annotations

from tempfile import TemporaryFile

from hypothesis import given
from hypothesis import strategies as st

from dateline.run.spool import Spool


@given(st.lists(st.one_of(st.text(), st.integers(), st.none(), st.tuples(st.binary()))))
def test_every_pass_gives_all_values_in_their_order(values):
    with TemporaryFile() as file:
        spool = Spool(file, iter(values))
        assert len(spool) == len(values)
        assert list(spool) == values
        assert list(spool) == values


def test_a_pass_that_is_broken_off_is_begun_anew():
    with TemporaryFile() as file:
        spool = Spool(file, range(5))
        assert next(iter(spool)) == 0
        assert list(spool) == list(range(5))
