"""Candidates are chosen by a bound: nothing that could be matched may be passed over."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.collate import matches
from dateline.collate.matches import _candidates, _match
from dateline.collate.order import Gaps
from dateline.collate.side import Side
from tests.collate.fiction import SENTENCES, anatomy

CUT = st.tuples(st.sampled_from(SENTENCES), st.integers(0, 12), st.integers(4, 30))


def cut(sentence: str, first: int, words: int) -> str:
    return " ".join(sentence.split()[first : first + words]) + "."


@settings(deadline=None)
@given(st.lists(CUT, max_size=6), st.lists(CUT, max_size=6))
def test_what_is_no_candidate_would_not_be_accepted(x: list[tuple], y: list[tuple]):
    a, b = (Side.of(anatomy(*(cut(*made) for made in side))) for side in (x, y))
    whole_a, whole_b = range(len(a.ranges)), range(len(b.ranges))
    chosen = set(_candidates(a, b, whole_a, whole_b))
    left = [_match(a, b, i, j) for i in whole_a for j in whole_b if (i, j) not in chosen]
    gaps = Gaps({})  # all in one gap: the lowest bar
    assert not [m for m in left if matches._accept(m, gaps, matches._NEAR)]
