"""Word keys, and that their n-grams are those of sketches."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match.sketch import WIDTH, sketch
from dateline.match.words import gram_keys, word_keys
from dateline.text import tokenize
from tests.match.texts import BODY, LEAD, OTHER, STATEMENT

word = st.sampled_from(
    [
        "U.S.",
        "1,000",
        "10:30",
        "caf\u00e9",
        "it\u2019s",
        "al-Qarm",
        "T2",
        "\u0645\u062f\u064a\u0646\u0629",
        "Of",
    ]
)


def grams(text):
    return set(gram_keys(word_keys(tokenize(text).keys), WIDTH).tolist())


def test_equal_words_have_equal_keys():
    keys = word_keys(["quay", "gale", "quay", ""])
    assert keys[0] == keys[2] != keys[1]
    assert len(word_keys([])) == 0


def test_prose_has_the_keys_of_its_sketch():
    for text in [LEAD, STATEMENT, *BODY, *OTHER]:
        assert grams(text) == set(sketch([text])[0].tolist())


@settings(max_examples=200, deadline=None)
@given(st.lists(word, min_size=WIDTH, max_size=30))
def test_any_words_have_the_keys_of_their_sketch(words):
    text = " ".join(words)
    assert grams(text) == set(sketch([text])[0].tolist())


def test_a_text_shorter_than_an_n_gram_has_none():
    assert len(gram_keys(np.arange(3, dtype=np.uint64), WIDTH)) == 0
