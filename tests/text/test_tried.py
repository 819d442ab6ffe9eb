from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text import damage
from dateline.text.tried import tried, word_start

_WORDS = [
    "However",
    "Meanwhile",
    "the",
    "a",
    "an",
    "town",
    "said",
    "said.",
    "saying",
    "adding",
    "including",
    "according",
    "to",
    ".",
    "(",
    "12345",
    "May",
    "3",
    "2017",
    "October",
    "12",
    "1999",
    'town"',
    "he",
    "”",
    "she",
    "“",
    "s",
    "didnt",
    "boys",
    "weve",
    "theyve",
    "armys",
    "army",
    "Syrias",
    "Syria",
    "day",
    "Mondays",
    "end.The",
    "next.In",
    "!",
    "x!Yy",
    "aa.Bbb!Ccc?",
    "t",
    "re",
    "_a",
    "b_s",
    "man-made",
    "Ali",
]
_TEXTS = st.lists(
    st.tuples(st.sampled_from(_WORDS), st.sampled_from([" ", " ", " ", "  ", ""])), max_size=60
).map(lambda parts: "".join(w + s for w, s in parts))


def test_a_pattern_is_tried_at_its_starts_only_and_matches_do_not_overlap():
    pattern = re.compile("a+b?")
    text = "aab aab"
    assert [m.span() for m in tried(pattern, text, range(len(text)))] == [(0, 3), (4, 7)]
    assert [m.span() for m in tried(pattern, text, [1, 4])] == [(1, 3), (4, 7)]


def test_where_a_word_begins():
    assert [word_start("the o_ld mill", n) for n in (0, 2, 3, 8, 9)] == [0, 0, 0, 4, 9]


@given(_TEXTS)
def test_commas_are_found_as_by_the_pattern_alone(text: str):
    starts = damage._where_commas_are_due(text)
    quick = [m.span() for m in tried(damage._COMMA_DUE, text, starts)]
    assert quick == [m.span() for m in damage._COMMA_DUE.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "ends"),
    [(damage._SPACED, damage._SPACED_END), (damage._FUSED, damage._FUSED_END)],
)
@given(text=_TEXTS)
def test_apostrophes_are_found_as_by_the_pattern_alone(
    pattern: re.Pattern[str], ends: re.Pattern[str], text: str
):
    quick = [m.span() for m in tried(pattern, text, damage._word_starts(text, ends))]
    assert quick == [m.span() for m in pattern.finditer(text)]


@given(_TEXTS)
def test_joints_are_found_as_by_the_pattern_alone(text: str):
    joints = (m.start() - 2 for m in damage._JOINT.finditer(text))
    quick = [m.span() for m in tried(damage._JOINED, text, joints)]
    assert quick == [m.span() for m in damage._JOINED.finditer(text)]
