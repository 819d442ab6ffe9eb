from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.claims.languages import unread
from dateline.model import Report, Source, Span
from dateline.text import analyse
from dateline.text.wordlist import words

from .saying import attributed, claims, told

WORDS = sorted(
    words(
        """said told according to that the mayor army he it they who which and but , . “ ” " ' —
        (a) reports claim calling on not was by as of in Monday Ida Kestrel 40 ; : denied planned"""
    )
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_every_span_is_the_text(text: str):
    found = claims(text)
    ids = {c.id for c in found}
    assert len(ids) == len(found)
    for c in found:
        spans: list[Span | Source | None] = [c.source, c.cue, c.content, *c.more]
        for span in spans:
            if span is not None:
                assert span.start < span.end
                assert text[span.start : span.end] == span.text
        assert c.parent is None or c.parent in ids - {c.id}
        assert c.restates is None or c.restates in ids - {c.id}
        assert 0 < c.confidence <= 1


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str):
    claims(text)


def test_every_sentence_is_somebodys():
    text = "Rain fell on the pier. The mayor said it would stop. The guild closed its doors."
    assert told(text) == ["Rain fell on the pier", "The guild closed its doors"]


def test_what_is_set_into_a_reporting_clause_is_the_newsrooms():
    text = "The guild, which runs the ferries at night, said the pier was closed."
    assert told(text) == ["which runs the ferries at night"]


def test_saying_it_again_is_linked():
    text = (
        "The Tazmari army said it had captured the old battery near Idwan. Rain fell on the pier."
        " The army said its men had captured the old battery near Idwan on Monday."
    )
    first, _, again = claims(text)
    assert again.restates == first.id
    assert first.restates is None


def test_saying_it_again_on_another_word_is_linked_and_stays_another_word():
    text = (
        "The Tazmari army and its allies said they planned to march on the last stronghold of the"
        " Covenant. Rain fell on the pier. A bulletin of Radio Umm Vashet said the army and its"
        " allies would advance on Hazaf, the last stronghold of the Covenant."
    )
    first, _, again = claims(text)
    assert again.restates == first.id
    assert again.source
    assert first.source
    assert again.source.canonical != first.source.canonical
    assert again.ground.startswith("another source; both say: army, allies, last, stronghold")


@pytest.mark.parametrize(
    "again",
    [
        "The harbour board denied that 40 boats had been sunk at the northern mole by shells.",
        "The harbour board said 12 boats had been sunk at the northern mole by shells.",
        "The harbour board said 40 boats had been sunk at the mole of Hazaf by shells.",
        "The harbour board said the northern mole was closed.",
    ],
)
def test_what_another_source_denies_counts_or_places_otherwise_is_no_restatement(again: str):
    text = "The Tazmari army said 40 boats had been sunk at the northern mole of Idwan by shells."
    first, second = attributed(f"{text} {again}")
    assert first.restates is second.restates is None
    assert second.ground == ""


def test_other_languages_are_told():
    arabic = Report("x", "قال الجيش إن قواته سيطرت على المدينة يوم الخميس بعد معارك عنيفة")
    assert unread(analyse(arabic)) == "ar"
    assert claims(arabic.text) == ()
    german = "Der Bürgermeister sagte am Montag, dass der Hafen geschlossen bleibt."
    assert unread(analyse(Report("x", german))) == "de"
    assert unread(analyse(Report("x", "The mayor said on Monday that the pier was shut."))) == ""
