from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.tokens import key, tokenize


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The U.S. harbour's 1,000 men", ["the", "us", "harbours", "1000", "men"]),
        ("al-Alder T2 45km", ["al", "alder", "t2", "45", "km"]),
        ("2.5 percent at 10:30", ["2.5", "percent", "at", "10.30"]),
        ("2,5 Prozent", ["2.5", "prozent"]),
        ("in the U.S.The bay", ["in", "the", "us", "the", "bay"]),
        (
            "the port s crew didn t wait, we ll see",
            ["the", "ports", "crew", "didnt", "wait", "well", "see"],
        ),
        ("the port’s crew didn't wait", ["the", "ports", "crew", "didnt", "wait"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("… — “”", []),
    ],
)
def test_words_of_english(text: str, keys: list[str]):
    assert list(tokenize(text).keys) == keys


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("كِتَابٌ في الميناء", ["كِتَابٌ", "في", "الميناء"]),
        ("می\u200cروند امروز", ["می\u200cروند", "امروز"]),
        ("שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"]),
        ("हिन्दी में लिखा। नया", ["हिन्दी", "में", "लिखा", "नया"]),
        ("Забастовка в порту.", ["Забастовка", "в", "порту"]),
        ("港口3月5日罢工", list("港口3月5日罢工")),
        ("東京のカタカナ語", ["東", "京", "の", "カタカナ", "語"]),
        ("부산항 파업", ["부산항", "파업"]),
        ("e\u0301cole fermée", ["e\u0301cole", "fermée"]),
        ("strike 👩\u200d🔧👍 over", ["strike", "over"]),
        ("Bayâ€™s â€œlastâ€\x9d day", ["Bayâ€™s", "last", "day"]),
    ],
)
def test_words_of_other_scripts(text: str, words: list[str]):
    tokens = tokenize(text)
    assert [tokens.surface(i) for i in range(len(tokens))] == words


def test_thai_marks_stay_with_their_letter():
    assert list(tokenize("ที่นี่").starts) == [0, 3]


def test_broken_apostrophes_do_not_change_the_key():
    assert tokenize("the Bayâ€™s crew").keys == tokenize("the Bay’s crew").keys


def test_remains_need_one_space_and_a_word_before():
    assert list(tokenize("s t").keys) == ["st"]
    assert list(tokenize("ports  s").keys) == ["ports", "s"]
    assert list(tokenize("12 s").keys) == ["12", "s"]


def test_surface_of_several_words():
    tokens = tokenize("off the U.S.-owned quay")
    assert tokens.surface(1, 4) == "the U.S.-owned"


def test_a_part_counts_in_the_whole_text():
    text = "One ship. Two ships."
    tokens = tokenize(text, 10, 13)
    assert (tokens.keys, tokens.starts, tokens.ends) == (("two",), (10,), (13,))


@settings(deadline=None)
@given(st.text())
def test_offsets_are_exact_and_keys_are_there(text: str):
    tokens = tokenize(text)
    assert len(tokens.keys) == len(tokens.starts) == len(tokens.ends)
    edges = [at for pair in zip(tokens.starts, tokens.ends, strict=True) for at in pair]
    assert edges == sorted(edges)
    assert all(a < b for a, b in zip(tokens.starts, tokens.ends, strict=True))
    assert all(tokens.keys)
    covered = {i for a, b in zip(tokens.starts, tokens.ends, strict=True) for i in range(a, b)}
    missed = {text[i] for i in range(len(text)) if text[i].isalnum() and i not in covered}
    assert missed <= set("âœ")


@settings(deadline=None)
@given(st.text(alphabet="ab .,:'’s19-\n", max_size=40))
def test_a_part_has_the_words_of_its_text(text: str):
    inside = tokenize(f"x{text}x", 1, 1 + len(text))
    assert [at - 1 for at in inside.starts] == list(tokenize(text).starts)


@settings(deadline=None)
@given(st.text(min_size=1))
def test_a_key_is_never_empty(word: str):
    assert key(word)
