"""The sketches against a slow twin that works on strings, and what the folding promises."""

import re
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match.sketch import WIDTH, Sketcher, sketch
from dateline.text.fold import APOSTROPHES, fold

MASK = (1 << 64) - 1
REMAINS = {"s", "t", "d", "m", "re", "ve", "ll"}


def folded(char: str) -> str:
    """One character, folded; separators become ``" "``, ``"."``, ``","`` or ``"|"``."""
    if unicodedata.category(char) in ("Cf", "Cs"):
        return "" if unicodedata.category(char) == "Cf" else "|"
    if char.isspace():
        return " "
    whole = "".join(fold_part(part) for part in fold(char))
    return whole if len(whole) <= 3 else char


def fold_part(part: str) -> str:
    if (
        part in APOSTROPHES
        or part == "\u0640"
        or "VARIATION SELECTOR" in unicodedata.name(part, "")
    ):
        return ""
    if part.isdecimal():
        return str(unicodedata.decimal(part))
    if part.isalnum() or unicodedata.category(part)[0] == "M":
        return part
    return {".": ".", ",": ",", ":": ",", " ": " "}.get(part, "|")


def dateline_words(text: str) -> list[str]:
    line = "".join(map(folded, text))
    words: list[str] = []
    before = None
    for match in re.finditer(r"[0-9]+|[^0-9 .,|][^ .,|]*", line):
        if before and joins(line, before, match):
            words[-1] += match[0]
        else:
            words.append(match[0])
        before = match
    return words


def joins(line: str, before: re.Match[str], match: re.Match[str]) -> bool:
    between = line[before.end() : match.start()]
    letter_before = before[0][-1] not in "0123456789"
    if between == " ":
        return letter_before and match[0] in REMAINS
    if before[0][-1] in "0123456789" and match[0][0] in "0123456789":
        return between in (".", ",")
    single = len(before[0]) == len(match[0]) == 1
    return between == "." and single and letter_before and match[0] not in "0123456789"


def plain_words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


WORDS = {"dateline": dateline_words, "plain": plain_words}


def mix(h: int) -> int:
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        h = (h ^ h >> 33) * factor & MASK
    return h ^ h >> 33


def word_hash(word: str) -> int:
    h = 0xCBF29CE484222325
    for char in word:
        h = (h ^ ord(char)) * 0x100000001B3 & MASK
    return mix(h)


def gram_key(gram: tuple[str, ...]) -> int:
    total = 0
    for word in gram:
        total = (total * 0x9E3779B97F4A7C15 + word_hash(word)) & MASK
    return mix(total)


def oracle(text: str, fold_name: str) -> list[int]:
    words = WORDS[fold_name](text)
    if 0 < len(words) < WIDTH:
        return [gram_key(tuple(words))]
    return sorted({gram_key(tuple(words[i : i + WIDTH])) for i in range(len(words) - WIDTH + 1)})


PIECES = (
    *(
        "the army s advance",
        "U.S.-led",
        "1,000.5",
        "45km",
        "T2",
        "didn\u2019t",
        "al-Qa\u2019im",
        "_",
    ),
    *(
        "½",
        "ß",
        "ﬁ",
        "ﷺ",
        "한국",
        "ل\u064f",
        "ـ",
        "\u00ad",
        "\ud800",
        "\U0001f600",
        "İ",
        "Σ",
        "\ufe0f",
    ),
    *("Ærø", "٣", "हिन्दी", "´", "they re", "a b c", "\n", ".", ",", ":", "x\x00y", "´s", "日本語"),
)
texts = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from("abcst 1 ."), st.text(max_size=4))
).map("".join)
spaced = st.lists(st.sampled_from(PIECES)).map(" ".join)


@pytest.mark.parametrize("fold_name", ["dateline", "plain"])
@settings(max_examples=300)
@given(st.lists(st.one_of(texts, spaced), max_size=4))
def test_equals_the_slow_twin(fold_name, pile):
    sketches = sketch(pile, fold_name)
    assert len(sketches) == len(pile)
    for document, text in enumerate(pile):
        assert sketches[document].tolist() == oracle(text, fold_name)


@pytest.mark.parametrize("fold_name", ["dateline", "plain"])
def test_every_character_equals_the_slow_twin(fold_name):
    points = [*range(0x3000), *range(0xA000, 0xE100, 7), *range(0xF900, 0x10400)]
    pile = ["".join(f"a{chr(p)}1 " for p in points[i : i + 64]) for i in range(0, len(points), 64)]
    sketches = sketch(pile, fold_name)
    wrong = [d for d, text in enumerate(pile) if sketches[d].tolist() != oracle(text, fold_name)]
    assert not wrong


def same(a: str, b: str) -> bool:
    one, other = sketch([a, b])[0], sketch([a, b])[1]
    return len(one) > 0 and np.array_equal(one, other)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The army’s “final” push began", 'the army\'s "final" push began'),
        ("The armys final push began", "The army s final push began"),
        ("Troops near al-Qaim, who didn't stop", "troops near Al Qaim who didnt stop"),
        ("The U.S.-led raid killed 1,000 men", "the US-led raid killed 1000 men"),
        ("some 45km from Zürich they halted", "some 45 km from Zurich they halted"),
        ("وصلت القوّات إلى المدينة اليوم مساءً", "وصلت القوات إلى المدينة اليوم مساء"),
        ("soft\u00adhyphens vanish in this line", "softhyphens vanish in this line"),
    ],
)
def test_folds_what_outlets_change(a, b):
    assert same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("he saw the river at dawn", "he saw the rivers at dawn"),
        ("he saw 15 boats at dawn", "he saw 5 boats at dawn"),
        ("one two three four", "one two three four five"),
    ],
)
def test_keeps_what_differs(a, b):
    assert not same(a, b)


def test_short_documents_have_one_key_and_empty_ones_none():
    sketches = sketch(["", "...", "one", "one two three four", "one two three four five six"])
    assert sketches.sizes.tolist() == [0, 0, 1, 1, 2]


def test_many_batches_give_what_one_text_at_a_time_gives():
    """More text than several batches hold, so that threads finish out of order."""
    line = "ferry number {} left the quay of Ødeby at {} sharp, its captain s log says. "
    pile = ["".join(line.format(d * i, i) for i in range(d % 40)) for d in range(3000)]
    together = sketch(pile)
    for document in range(0, 3000, 97):
        assert np.array_equal(together[document], sketch([pile[document]])[0])


def test_a_very_long_and_repetitive_text():
    text = "a b c e f g h " * 300_000
    assert sketch([text]).sizes.tolist() == [7]


def test_keys_in_a_file_are_the_same(tmp_path):
    pile = [
        f"the {d} ferries of the northern line, all {d * d} of them, sail at dawn"
        for d in range(99)
    ]
    in_memory, in_file = sketch(pile), sketch(pile, folder=tmp_path)
    assert np.array_equal(in_memory.keys, in_file.keys)
    assert np.array_equal(in_memory.offsets, in_file.offsets)
    assert not list(tmp_path.iterdir())
    assert len(sketch([], folder=tmp_path).keys) == 0


def test_no_texts():
    sketches = sketch([])
    assert len(sketches) == 0
    assert len(sketches.keys) == 0


def test_unknown_folding_is_named():
    with pytest.raises(ValueError, match="rough"):
        Sketcher("rough")
