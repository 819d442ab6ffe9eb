"""Patterns tried at opening words only find what they find when they are tried everywhere."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.dates.forms import ANY
from dateline.claims.numbers.quantities import _OPENED
from dateline.claims.places.patterns import RUN
from dateline.claims.words.openings import Opened
from dateline.text.wordlist import words

WORDS = sorted(
    words(
        """
        the a an at last next past this early late mid start of end over two twenty-five
        three-fifths several dozens hundreds half thousand million 5 12 1,500 2016
        2016-05-06 1980s 3rd May March Jan. Sept Friday Mon. Sunday's week weeks hours day
        ago yesterday today overnight noon summer autumn weekend month T-72 F-16s mid-March
        al-Bab as al Tell at-Tall U.S. O'Hara St. Kefa RAQ d'Or _May x2016 ½ … , - – ' ’ " (
        ) said and to first earlier eleven decade one-two
        """
    )
)
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", " ", "", "-", "\n"])))


def text_of(pieces: list[tuple[str, str]]) -> str:
    return "".join(word + gap for word, gap in pieces)


def everywhere(opened: Opened, text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(opened.pattern, text)]


@given(TEXTS.map(text_of))
def test_days_are_found_where_they_are_found_by_looking_everywhere(text: str):
    assert [m.span() for m in ANY.finditer(text, 0, len(text))] == everywhere(ANY, text)


@given(TEXTS.map(text_of))
def test_quantities_too(text: str):
    assert [m.span() for m in _OPENED.finditer(text, 0, len(text))] == everywhere(_OPENED, text)


@given(TEXTS.map(text_of))
def test_names_too(text: str):
    assert [m.span() for m in RUN.finditer(text, 0, len(text))] == everywhere(RUN, text)
