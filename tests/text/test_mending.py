"""A mended text and the way back to the text as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Report
from dateline.text import analyse
from dateline.text.fold import MOJIBAKE, mend
from dateline.text.mending import Mended

TEXTS = st.lists(st.sampled_from([*MOJIBAKE, *MOJIBAKE.values(), "a", "é ", "â", "€", "b"])).map(
    "".join
)


@given(TEXTS)
def test_every_stretch_of_the_mended_text_is_the_mended_stretch_of_the_text(text: str) -> None:
    mended = Mended.of(text)
    assert mended.text == mend(text)
    for end in range(len(mended.text) + 1):
        assert mend(text[: mended.back(end)]) == mended.text[:end]


def test_a_whole_text_is_as_it_was() -> None:
    assert Mended.of("the bay’s “last” day") == Mended("the bay’s “last” day")


def test_a_broken_report_is_taken_apart_like_a_whole_one() -> None:
    whole = (
        "HARBOUR BAY (Skerry) — “We are leaving,” the pilots’ chief said. “There’s no more.”\n\n"
        "The council’s chair said nothing.\n"
    )
    broken = whole
    for marks, mark in MOJIBAKE.items():
        broken = broken.replace(mark, marks)
    found = analyse(Report("a", broken)).sentences
    wanted = analyse(Report("a", whole)).sentences
    assert [(mend(s.text), s.role) for s in found] == [(s.text, s.role) for s in wanted]
    assert all(broken[s.start : s.end] == s.text for s in found)
