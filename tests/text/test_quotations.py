from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.quotations import is_quoted, quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “we hold the mole” and left.", ["we hold the mole"]),
        ('He said "we hold the mole" and left.', ["we hold the mole"]),
        ("He said ‘we hold the mole’ and left.", ["we hold the mole"]),
        ("The mayor's men held the guards' boat.", []),
        ("„Wir bleiben“, sagte er.", ["Wir bleiben"]),
        ("Il a dit «nous restons» hier.", ["nous restons"]),
        ("“We hold the mole.\n“And the pier,” he said.", ["We hold the mole.", "And the pier,"]),
        ("“We hold the mole, he said.\nRain fell.", ["We hold the mole, he said."]),
    ],
)
def test_what_stands_between_marks(text: str, quoted: list[str]):
    assert [text[s:e] for s, e in quotations(text)] == quoted


def test_a_place_inside_a_quotation():
    text = "He said “we hold the mole” and left."
    assert is_quoted(text, text.index("hold"))
    assert not is_quoted(text, text.index("left"))


@given(st.text(alphabet="ab .,\n“”\"'’‘«»„", max_size=80))
def test_ranges_are_in_order_and_apart(text: str):
    found = quotations(text)
    assert all(0 <= s < e <= len(text) for s, e in found)
    assert all(x[1] <= y[0] for x, y in pairwise(found))
