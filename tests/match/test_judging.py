"""Pairs judged in parts, against each pair judged by itself."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.match import judging
from dateline.match.background import learn
from dateline.match.find import proposed
from dateline.match.judging import families_together, judged, parts
from dateline.match.profiles import profile
from dateline.match.relation import relate
from dateline.match.sketch import sketch
from dateline.text import analyse
from tests.store.piles import pile


def test_parts_give_what_each_pair_gives_by_itself(monkeypatch):
    monkeypatch.setattr(judging, "AT_ONCE", 7)
    reports = pile(12)
    sketches = sketch(report.text for report in reports)
    background = learn(sketches)
    pairs = proposed(sketches, background, 0.3, True)
    read = [profile(analyse(report), background) for report in reports]
    columns = (pairs.a, pairs.b, pairs.containment_ab, pairs.containment_ba)
    one_by_one = [
        relate(read[a], read[b], in_b, in_a)
        for a, b, in_b, in_a in zip(*(column.tolist() for column in columns), strict=True)
    ]
    expected = [r for r in one_by_one if r.relation != "quote" or _most(r) >= 0.3]
    work = list(parts(pairs, reports, sketches, background, 0.3))
    found = [relation for part in work for relation in judged(part)]
    assert len(work) > 1
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert found


def _most(relation) -> float:
    return max(relation.containment_ab, relation.containment_ba)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_pairs_with_the_same_first_report_lie_together(ends):
    a = np.array([min(x) for x in ends], np.int64)
    b = np.array([max(x) for x in ends], np.int64)
    first = [min([n, *(x + y - n for x, y in ends if n in (x, y))]) for n in range(10)]
    order = families_together(a, b, 10).tolist()
    assert sorted(order) == list(range(len(ends)))
    families = [min(first[a[n]], first[b[n]]) for n in order]
    assert families == sorted(families)


def test_each_of_many_comes_up_once_where_they_are_paired_with_a_few():
    hubs, leaves = (3, 40, 77), [n for n in range(80) if n not in (3, 40, 77)]
    ends = np.array([sorted((hub, leaf)) for hub in hubs for leaf in leaves])
    order = families_together(ends[:, 0], ends[:, 1], 80)
    met = [next(n for n in pair if n not in hubs) for pair in ends[order].tolist()]
    runs = [n for n, before in zip(met, [None, *met], strict=False) if n != before]
    assert len(runs) == len(leaves)
