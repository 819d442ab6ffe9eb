from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.damage import damage, has_quotes

CLEAN = (
    "“We go,” the union’s chief said on June 5, 2031, adding that 120,000 men, including cooks,"
    " had left. The ships didn’t wait, Moss said."
)


def kinds(text: str) -> dict[str, list[str]]:
    return {d.kind: [e.text for e in d.examples] for d in damage(text)}


def test_clean_prose_shows_nothing():
    assert damage(CLEAN) == ()
    assert damage("") == ()


def test_quotation_marks_lost():
    text = "The so-called  last strike  has ended , they said. The union s chief didn t know."
    assert kinds(text)["quotation marks lost"] == ["called", "strike", "ended ,"]


def test_gaps_between_speech_and_speaker():
    text = "We go,  he said. It is late,  the chief of the union said. No."
    assert kinds(text) == {"quotation marks lost": ["go,", "late,"]}


@pytest.mark.parametrize(
    "text",
    [
        "Revs  40 vs  41 and wheat  42 up",
        "The  strike ended. The union’s chief  left.",
        "ALDER , June 5 - Moss left.",
        "Moss said it ,  we think , was “late”.",
        "It 's late , she said . It was over , and they left .",
    ],
)
def test_spaces_alone_are_no_lost_marks(text: str):
    assert "quotation marks lost" not in kinds(text)


def test_apostrophes_lost():
    assert kinds("The union s chief didn t know.") == {"apostrophes lost": ["union s", "didn t"]}
    assert kinds("The armys men didnt know.") == {"apostrophes lost": ["armys", "didnt"]}
    assert kinds("Alday was calm. Aldays port was not.") == {}
    assert kinds("Moravia was calm. Moravias port was not.") == {"apostrophes lost": ["Moravias"]}


@pytest.mark.parametrize(
    "text",
    [
        "America and the Americas traded.",
        "A Gama and two Gamas in flight.",
        "It closed on Friday. On Fridays shops close.",
        "Unisys and the nearbys.",
        "The union’s chief didn t know.",
    ],
)
def test_plurals_are_no_lost_apostrophes(text: str):
    assert kinds(text) == {}


LONG = "The crews left the ships and went home in the rain. " * 20


def test_commas_lost():
    text = f"{LONG}Moss told 120000 people on June 5 2031 to go home adding that it was late."
    assert kinds(text) == {"commas lost": ["120000", "June 5 2031", "home adding"]}


def test_no_comma_is_no_damage_where_none_was_due():
    assert damage(LONG) == ()
    assert damage(f"{LONG}In all, 120000 people left.") == ()


def test_sentences_joined():
    assert kinds("They left the quay.The ships sank.") == {"sentences joined": ["quay.The"]}
    assert kinds("“All left.”The ships sank.") == {"sentences joined": ["left.”The"]}


@pytest.mark.parametrize(
    "text",
    [
        "She wrote to Quay.Com and ada@quay.Test.",
        "See <quay.Al> or http://quay.Test",
        "The U.S.The",
    ],
)
def test_addresses_are_no_joined_sentences(text: str):
    assert damage(text) == ()


def test_characters_lost():
    assert kinds("The caf\ufffd closed. The union?s chief left.") == {
        "characters lost": ["caf\ufffd", "union?s"]
    }
    assert "characters lost" not in kinds("Who left?She did.")


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("FranÃ§ois left.", "Ã§"),
        ("Bayâ€™s chief left.", "â€™"),
        ("It cost Â£5.", "Â£"),
        ("The \x95\x81 port.", "\x95\x81"),
        ("ÐŸÐ¾Ñ€Ñ‚ left.", "ÐŸÐ¾Ñ€Ñ‚"),
        ("Yes! ðŸ‘", "ðŸ"),
    ],
)
def test_encoding_broken(text: str, example: str):
    assert kinds(text) == {"encoding broken": [example]}


@pytest.mark.parametrize("text", ["SÃO PAULO, “AMANHÔ", "Âge d’or à Alder", "Мосс ушёл", "中文"])
def test_letters_of_other_languages_are_no_broken_encoding(text: str):
    assert "encoding broken" not in kinds(text)


def test_has_quotes():
    assert has_quotes("“a”")
    assert has_quotes("'a' b")
    assert has_quotes("「港」")
    assert has_quotes("â€œa")
    assert not has_quotes("the union's chief")


@settings(deadline=None)
@given(st.text() | st.text(alphabet="ab s,.'’\"  Ã©\ufffd?A", max_size=80))
def test_examples_are_exact_and_trimmed(text: str):
    for found in damage(text):
        assert found.count >= len(found.examples) >= 1
        for span in found.examples:
            assert text[span.start : span.end] == span.text == span.text.strip() != ""
