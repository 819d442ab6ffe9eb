"""Made piles (bench): all pairs against a truth by another program, and links within a family."""

import json
from collections import Counter

import numpy as np
from bench.copies import truth
from bench.copies.pile import Pile

from dateline.match.candidates import Pairs, all_pairs
from dateline.match.links import links
from dateline.match.sketch import sketch


def test_all_pairs_equal_a_truth_by_another_program(tmp_path):
    path = tmp_path / "pile.jsonl"
    made = list(Pile(2_000, popular_every=20))
    path.write_text("".join(json.dumps({"text": one.text}) + "\n" for one in made))
    true = truth.pairs(truth.gram_sets(path, len(made)), 0.3)
    pairs = all_pairs(sketch((one.text for one in made), "plain"))
    assert np.array_equal(np.column_stack([pairs.a, pairs.b]), true[:, :2])
    assert np.array_equal(pairs.containment, true[:, 2])
    assert len(pairs) > 4_000


def members(pairs: Pairs) -> set[int]:
    return {*pairs.a.tolist(), *pairs.b.tolist()}


def test_links_reach_every_version_that_all_pairs_reach():
    made = list(Pile(2_000, popular_every=10))
    sketches = sketch(one.text for one in made)
    full, linear = all_pairs(sketches), links(sketches).pairs
    assert members(linear) == members(full)
    assert len(linear) < len(full) / 2.5


def test_a_pile_is_the_same_each_time_and_has_what_it_says():
    one, again = list(Pile(1_000)), list(Pile(1_000))
    assert one == again
    assert one != list(Pile(1_000, seed=2))
    assert len({made.text for made in one}) > 950
    kinds = Counter(made.kind for made in one)
    assert kinds["whole"] > kinds["abridged"] > kinds["excerpt"] > 20
    versions = Counter(made.dispatch for made in Pile(1_000, popular_every=10))
    assert versions.most_common(1) == [("d-1", 100)]
