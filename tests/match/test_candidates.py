"""All pairs against a slow twin that compares every document with every other."""

import math
from unittest import mock

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.match import postings, slices
from dateline.match.candidates import all_pairs
from dateline.match.search import needed
from dateline.match.sketch import sketch
from tests.match.piles import MASK, SPREAD, family, listed, oracle, piles, sketches_of


@settings(max_examples=300, deadline=None)
@given(piles, st.sampled_from([0.05, 0.3, 1 / 3, 0.5, 1.0]), st.integers(1, 4))
@example([set(), set(), {1}, {1}], 0.3, 1)
def test_equals_the_slow_twin(sets, min_containment, min_shared):
    pairs = all_pairs(sketches_of(sets), min_containment, min_shared)
    assert listed(pairs) == oracle(sets, min_containment, min_shared)


@settings(max_examples=100, deadline=None)
@given(piles, st.integers(1, 40), st.integers(1, 2000))
def test_slices_change_nothing(sets, slice_keys, memory_limit):
    with mock.patch.object(slices, "_SLICE_KEYS", slice_keys):
        pairs = all_pairs(sketches_of(sets), memory_limit=memory_limit)
    assert listed(pairs) == oracle(sets, 0.3, 1)


def test_a_popular_family_loses_no_pair():
    """Versions that share nothing but what hundreds of others have too."""
    sets = family(300, seed=7)
    assert listed(all_pairs(sketches_of(sets))) == oracle(sets, 0.3, 1)


def test_keys_in_a_file_give_the_same_pairs(tmp_path):
    pile = [" ".join(f"word{w}" for w in range(d, d + 40)) for d in range(0, 400, 7)]
    in_memory, in_file = all_pairs(sketch(pile)), all_pairs(sketch(pile, folder=tmp_path))
    assert listed(in_memory) == listed(in_file)
    assert len(in_memory) > 100


def test_more_pairs_than_a_chunk_has_room_for():
    """Each of 400 documents is a copy of each other, and no two are identical."""
    sets = [set(range(100)) | {1000 + d} for d in range(400)]
    pairs = all_pairs(sketches_of(sets))
    assert len(pairs) == 400 * 399 // 2
    assert set(pairs.shared.tolist()) == {100}


def test_shares_are_of_the_side_they_name():
    text = "one two three four five six seven eight nine ten"
    pairs = all_pairs(sketch([text, text + " and eleven men on the quay"]))
    assert pairs.containment_ab.tolist() == [1.0]
    assert pairs.containment_ba.tolist() == [0.5]
    assert pairs.containment.tolist() == [1.0]
    assert pairs.jaccard.tolist() == [0.5]


@pytest.mark.parametrize("share", [0.07, 0.1, 0.3, 1 / 3, 0.7, 1.0])
def test_needed_is_the_least_number_that_reaches_the_share(share):
    sizes = np.arange(1, 3000)
    least = needed(sizes, share, 1)
    assert (least / sizes >= share).all()
    assert (((least - 1) / sizes < share) | (least == 1)).all()
    assert math.isclose(least[-1], share * 2999, abs_tol=1)


@pytest.mark.parametrize(("share", "shared"), [(0, 1), (1.1, 1), (-1, 1), (0.3, 0)])
def test_impossible_thresholds_are_refused(share, shared):
    with pytest.raises(ValueError, match="min_containment"):
        all_pairs(sketch(["a b c"]), share, shared)


def test_nothing_to_compare():
    assert len(all_pairs(sketch([]))) == 0
    assert len(all_pairs(sketch(["", "", "one text alone, of nine words or so"]))) == 0


def test_progress_rises_to_one():
    seen: list[float] = []
    all_pairs(sketch(["a b c d e f"] * 3), progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_index_holds_once_each_list_of_documents_that_share_keys():
    one, two, three, nine = (i * SPREAD & MASK for i in (1, 2, 3, 9))
    sets = [{one, two}, {one, three, two}, {nine, three}]
    largest_first = np.array([1, 0, 2])
    index = postings.build(sketches_of(sets), largest_first, 1 << 20, lambda share: None)
    bounds = zip(index.starts[:-1], index.starts[1:], strict=True)
    lists = [tuple(index.ranks[a:b].tolist()) for a, b in bounds]
    assert dict(zip(lists, index.weights.tolist(), strict=True)) == {(0, 1): 2, (0, 2): 1}
