"""Marks put back into the gaps that they left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.restored import with_marks

BOTH = ("quotation marks lost", "apostrophes lost")


def restored(text: str) -> str:
    return with_marks(text, [(0, len(text))], BOTH)


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        (  # speech before its clause, over two sentences, behind a sentence of the newsroom's own
            "The pier is shut.   It will not open soon. We are sorry,  the mayor said.",
            "The pier is shut.  “It will not open soon. We are sorry,” the mayor said.",
        ),
        (  # speech that goes on in person behind the clause
            "Idwan fell.   They have left,  said Ida Kestrel.  We saw them go.  Idwan is empty.",
            "Idwan fell.  “They have left,” said Ida Kestrel. “We saw them go.” Idwan is empty.",
        ),
        (  # a stray gap between sentences of the newsroom's own is none
            "Idwan fell.   They have left,  said Ida Kestrel.  Idwan has a port.  It is old.",
            "Idwan fell.  “They have left,” said Ida Kestrel.  Idwan has a port.  It is old.",
        ),
        (  # behind a colon
            "The mayor said:  We shall pay. We always do.  Nobody asked her when.",
            "The mayor said: “We shall pay. We always do.” Nobody asked her when.",
        ),
        ("The  iron levy  fell, he said.", "The “iron levy” fell, he said."),
        ("They called it a  black day .", "They called it a “black day”."),
        ("The soldiers  last post fell.", "The soldiers’ last post fell."),
        ("He spoke as  judge  and left.", "He spoke as “judge” and left."),
        ("Tazmara s army didn t wait: we re late.", "Tazmara’s army didn’t wait: we’re late."),
        ("I m here and I ve seen it.", "I’m here and I’ve seen it."),
        # who speaks already is told before the gap
        (
            "Idwan.   It is shut, the board said. It fell to ruin,  including, he says, a mill.",
            "Idwan.   It is shut, the board said. It fell to ruin,  including, he says, a mill.",
        ),
    ],
)
def test_marks_go_where_they_stood(damaged: str, whole: str) -> None:
    assert restored(damaged) == whole


def test_only_what_is_lost_is_put_back() -> None:
    text = "The  iron levy  fell in Tazmara s hills."
    assert with_marks(text, [(0, len(text))], ()) == text
    quoted = "The “iron levy” fell in Tazmara s hills."
    assert with_marks(text, [(0, len(text))], BOTH[:1]) == quoted


@given(st.text(alphabet="aWes t.,?'said", max_size=120))
def test_only_spaces_change(text: str) -> None:
    changed = restored(text)
    assert len(changed) == len(text)
    assert all(a == b or (a == " " and b in "“”’") for a, b in zip(text, changed, strict=True))
