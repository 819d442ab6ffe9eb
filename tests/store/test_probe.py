"""Counts against segments are those of sets, whatever is stock and wherever segments end."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match.sketch import Sketches
from dateline.store.probe import Threshold, probe, probe_texts
from dateline.store.schema import MIGRATIONS
from dateline.store.shelf import Shelf

from ..match.piles import sketches_of

_KEYS = st.integers(0, 30).map(lambda i: i * 0x9E3779B97F4A7C15 % (1 << 64))
_PILES = st.lists(st.sets(_KEYS, max_size=14), min_size=1, max_size=12)


def shelved(pile: list[set[int]], cuts: list[int], stock: set[int], memory: int) -> Shelf:
    connection = sqlite3.connect(":memory:")
    connection.executescript(MIGRATIONS[0])
    keys = np.array(sorted(stock), np.uint64)
    writing, bounds = Shelf(connection, keys), sorted({0, *cuts, len(pile)})
    for start, end in pairwise(bounds):
        if start < end <= len(pile):
            writing.append(sketches_of(pile[start:end]), np.arange(start, end, dtype=np.uint64))
    shelf = Shelf(connection, keys, memory)
    shelf.refresh()
    return shelf


def effective(keys: set[int], stock: set[int]) -> set[int]:
    own = keys - stock
    return keys if 2 * len(own) < len(keys) else own


@settings(max_examples=200, deadline=None)
@given(_PILES, st.lists(st.integers(0, 12)), st.sets(_KEYS, max_size=8), st.data())
def test_probing_equals_comparing_sets(pile, cuts, stock, data):
    asking = data.draw(st.lists(st.integers(1, len(pile)), unique=True))
    among = data.draw(st.lists(st.booleans(), min_size=len(pile), max_size=len(pile)))
    limit = data.draw(st.sampled_from([0, 1 << 20]))
    threshold = Threshold(0.3, 0.1, 2)
    shelf = shelved(pile, cuts, stock, limit)
    rows = probe(shelf, np.array(asking, np.int64), np.array(among), threshold)
    sets = [effective(keys, stock) for keys in pile]
    wanted = []
    for x in asking:
        for y in range(1, len(pile) + 1):
            common, least = len(sets[x - 1] & sets[y - 1]), min(len(sets[x - 1]), len(sets[y - 1]))
            near = common >= 0.3 * least or (common >= 2 and common >= 0.1 * least)
            if x != y and among[y - 1] and common and near:
                wanted.append([x, y, common])
    assert sorted(rows.tolist()) == sorted(wanted)


@settings(max_examples=100, deadline=None)
@given(_PILES, _PILES, st.lists(st.integers(0, 12)))
def test_any_common_key_of_a_text_is_found(pile, texts, cuts):
    rows = probe_texts(shelved(pile, cuts, set(), 0), sketches_of(texts))
    wanted = [
        [n, y, len(text & keys)]
        for n, text in enumerate(texts)
        for y, keys in enumerate(pile, 1)
        if text & keys
    ]
    assert sorted(rows.tolist()) == sorted(wanted)


def test_sketches_come_back_in_the_order_asked_for():
    pile = [{3, 1}, set(), {7}, {9, 8, 2}]
    for memory in (0, 1 << 20):
        found = shelved(pile, [1, 3], set(), memory).sketches(np.array([4, 1, 2]))
        assert isinstance(found, Sketches)
        assert [set(found[n].tolist()) for n in range(3)] == [pile[3], pile[0], pile[1]]
