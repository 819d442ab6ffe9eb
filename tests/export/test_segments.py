"""Parallel segmentation loses no word of any version and invents none."""

from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.export import Family
from dateline.export.segments import Reading, Word, _segments, blocks, witnesses

words = st.lists(st.sampled_from("abcde"), max_size=8)


def reading(name: str, letters: list[str]) -> Reading:
    return Reading(name, tuple(Word(x, i, i + 1) for i, x in enumerate(letters)))


@given(st.lists(words, min_size=1, max_size=4), st.lists(st.sampled_from("abcde"), min_size=1))
def test_segments_put_together_give_every_version_again(others: list[list[str]], base: list[str]):
    versions = [reading(str(n), letters) for n, letters in enumerate([base, *others])]
    segments = list(_segments(versions))
    for version in versions:
        mine = [r for s in segments for r in s.readings if r.witness == version.witness]
        assert tuple(w for r in mine for w in r.words) == version.words
    present = {v.witness for v in versions if v.words}
    agree = [len({r.text for r in s.readings if r.witness in present}) == 1 for s in segments]
    assert all(one != other for one, other in itertools.pairwise(agree))


def test_every_word_of_a_body_is_in_one_segment_and_where_it_says(families: list[Family]):
    for family in families:
        if not family.collation.comparisons:
            continue
        found: dict[str, list[Word]] = {}
        for block in blocks(family.collation):
            for segment in block.segments:
                for one in segment.readings:
                    found.setdefault(one.witness, []).extend(one.words)
        for comparison in family.collation.comparisons:
            body = [s for s in comparison.sentences_b if s.role == "body"]
            mine = sorted(found[comparison.b.id], key=lambda w: w.start)
            assert [w.text for w in mine] == [w for s in body for w in re.findall(r"\S+", s.text)]
            assert all(comparison.b.text[w.start : w.end] == w.text for w in mine)
        assert set(found) == set(witnesses(family.collation))


def test_stretches_are_unbroken_runs():
    one = Reading("a", (Word("x", 0, 1), Word("y", 2, 3), Word("z", 10, 11)))
    assert one.stretches() == [(0, 3), (10, 11)]
