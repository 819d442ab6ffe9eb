"""Said apart from happened."""

from __future__ import annotations

from datetime import date

from dateline.claims.dates import Today, dated
from dateline.model import Anatomy, Claim, Report, Span
from dateline.text import analyse

TODAY = Today(date(2019, 4, 11), "the dateline")
TEXT = "The army said on Thursday it would open two roads on Friday. The mill burned last week."


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span.of(TEXT, at, at + len(words))


def claim(content: str, cue: str | None) -> Claim:
    kind = "attributed" if cue else "narration"
    return Claim(
        "r#1", "r", kind, "indirect", "said", None, cue and span(cue), span(content), "", 1
    )  # type: ignore[arg-type]


def anatomy() -> Anatomy:
    return analyse(Report("r", TEXT))


def test_the_clause_says_when_it_was_said_and_the_content_when_it_happens():
    found = dated(claim("it would open two roads on Friday", "said"), anatomy(), TODAY)
    assert found.said is not None
    assert found.event is not None
    assert (found.said.start, found.said.text) == ("2019-04-11", "on Thursday")
    assert found.event.start == "2019-04-12"


def test_the_newsroom_says_nothing_at_any_time():
    found = dated(claim("The mill burned last week", None), anatomy(), TODAY)
    assert found.said is None
    assert found.event is not None
    assert found.event.end == "2019-04-07"


def test_without_a_day_in_the_clause_it_was_said_on_the_day_of_the_dispatch():
    text = "The mill burned, the miller said."
    about = Span.of(text, 0, 15)
    cue = Span.of(text, 28, 32)
    made = Claim("r#1", "r", "attributed", "indirect", "said", None, cue, about, "", 1)
    found = dated(made, analyse(Report("r", text)), TODAY)
    assert found.said is not None
    assert (found.said.start, found.said.text) == ("2019-04-11", "")
    assert found.event is None
    assert dated(made, analyse(Report("r", text)), None).said is None


def said_of(text: str, cue: str, content: str) -> tuple[str, str] | None:
    at, about = text.index(cue), text.index(content)
    made = Claim(
        "r#1", "r", "attributed", "indirect", "said", None, Span.of(text, at, at + len(cue)),
        Span.of(text, about, about + len(content)), "", 1,
    )  # fmt: skip
    said = dated(made, analyse(Report("r", text)), TODAY).said
    return (said.start or "", said.text) if said else None


def test_a_day_of_another_clause_is_not_when_it_was_said():
    text = "She called it a door, and said the army would move on Sunday."
    assert said_of(text, "called", "it a door") == ("2019-04-11", "")
    text = (
        "The coalition, whose ships have closed the river since January, said the quays were full."
    )
    assert said_of(text, "said", "the quays were full") == ("2019-04-11", "")


def test_a_day_beside_the_verb_is():
    assert said_of("The mill is lost, the owner said in a note on Monday.", "said", "The mill") == (
        "2019-04-08",
        "on Monday",
    )
    assert said_of("On Monday, he said the mill was lost.", "he said", "the mill") == (
        "2019-04-08",
        "On Monday",
    )
