"""Names for reports that hold outside."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.names import iri, stretch, urn
from dateline.model import Report


def test_a_report_is_named_by_its_address_or_else_by_its_id():
    assert iri(Report("7", "x", url="https://a.example/b c")) == "https://a.example/b%20c"
    assert iri(Report("may.csv#7", "x", url="n/a")) == "urn:x-dateline:report:may.csv%237"
    assert stretch(Report("7", "x", url="http://a.example/#top"), 3, 9) == (
        "http://a.example/#char=3,9"
    )


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_different_things_have_different_names(one: list[str], other: list[str]):
    assert (urn(*one) == urn(*other)) == (one == other)
    assert urn(*one).isascii()
