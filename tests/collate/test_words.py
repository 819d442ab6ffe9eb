from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.collate.words import changes

WORDS = st.lists(
    st.sampled_from(
        ["army", "the", "of", "river", "town", "fell", "rebels", "said", "and", "took"]
    ),
    max_size=14,
)


def covered(found, which: str) -> list[int]:
    return [n for c in found for n in range(getattr(c, which + "0"), getattr(c, which + "1"))]


def longest_common(a: list[str], b: list[str]) -> int:
    """The textbook table."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = (
                table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
            )
    return table[-1][-1]


@given(WORDS, WORDS)
def test_changes_cover_both_sides_in_order(a: list[str], b: list[str]):
    found = changes(a, b)
    assert covered(found, "a") == list(range(len(a)))
    assert covered(found, "b") == list(range(len(b)))
    assert all(a[c.a0 : c.a1] == b[c.b0 : c.b1] for c in found if c.same)


@given(WORDS, WORDS)
def test_no_more_words_agree_than_the_longest_common_subsequence(a: list[str], b: list[str]):
    assert sum(c.a1 - c.a0 for c in changes(a, b) if c.same) <= longest_common(a, b)


@given(st.lists(st.tuples(st.sampled_from(["army", "town", "fell"]), st.booleans()), max_size=12))
def test_nothing_but_additions_keeps_every_word(words: list[tuple[str, bool]]):
    a = [word for word, _ in words]
    b = [w for word, more in words for w in ([word, "meanwhile"] if more else [word])]
    assert sum(c.a1 - c.a0 for c in changes(a, b) if c.same) == len(a)


def test_a_chance_article_does_not_break_a_replacement():
    a = ["forces", "stormed", "the", "northern", "gate"]
    b = ["troops", "left", "the", "southern", "road"]
    assert [c.same for c in changes(a, b)] == [False]
