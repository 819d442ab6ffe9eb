from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.collate.side import Side
from dateline.collate.vocabulary import Vocabulary, content, counted, weight
from tests.collate.fiction import SENTENCES, anatomy

WORDS = st.lists(
    st.sampled_from(["the", "of", "and", "boat", "boats", "port", "said", "Kestrel", "quay", "14"])
)


@given(WORDS, WORDS)
def test_texts_are_equal_where_their_words_are(x: list[str], y: list[str]):
    vocabulary = Vocabulary()
    assert (vocabulary.ids(x) == vocabulary.ids(y)) == (x == y)
    assert len(vocabulary.ids(x)) == len(x)


@given(WORDS)
def test_function_words_weigh_a_quarter(words: list[str]):
    ids = Vocabulary().ids(words)
    telling = sum(word not in {"the", "of", "and"} for word in words)
    assert (len(content(ids)), counted(ids)[-1]) == (telling, telling)
    assert weight(len(words), telling) == telling + 0.25 * (len(words) - telling)


def test_a_sentence_is_read_once():
    vocabulary = Vocabulary()
    assert vocabulary.words(SENTENCES[0]) is vocabulary.words(SENTENCES[0])


def test_is_the_group_is_not_is_the_verb():
    group, verb = Vocabulary().words("Nobody knows what IS is").keys[-2:]
    assert (group, verb) == ("IS", "is")


def test_a_side_counts_in_the_text_of_its_report():
    side = Side.of(anatomy(*SENTENCES))
    assert [side.surface(i, i + 1) for i in range(*side.ranges[0])][:4] == [
        "Soldiers",
        "of",
        "the",
        "Northern",
    ]
    assert side.ranges[-1][1] == len(side.keys) == len(side.ids) == len(side.named)


def test_a_name_at_a_sentence_start_is_known_from_elsewhere():
    side = Side.of(anatomy("Kestrel was quiet at night.", "Boats left Kestrel on Monday."))
    named = [side.keys[n] for n, is_name in enumerate(side.named) if is_name]
    assert named == ["kestrel", "kestrel", "monday"]


def test_words_between_marks_are_quoted():
    side = Side.of(anatomy("The mayor called it “a calm night” in a radio address."))
    assert [k for k, is_quoted in zip(side.keys, side.quoted, strict=True) if is_quoted] == [
        "a",
        "calm",
        "night",
    ]
