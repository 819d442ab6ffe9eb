"""Counts by postings are those of sets, whatever is stock and however layers have merged."""

from __future__ import annotations

import sqlite3
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.match.sketch import sketch
from dateline.model import Report
from dateline.run.archive import add
from dateline.store import Archive, postings, probe
from dateline.store.ledger import Ledger, Noted
from dateline.store.migrations import MIGRATIONS
from dateline.store.postings import Postings
from dateline.store.probe import Threshold
from dateline.store.shelf import Shelf

from ..match.piles import sketches_of

_KEYS = st.integers(0, 30).map(lambda i: i * 0x9E3779B97F4A7C15 % (1 << 64))
_CUTS = st.lists(st.integers(0, 12))
_PILES = st.lists(st.sets(_KEYS, max_size=14), min_size=1, max_size=12)


def shelved(
    pile: list[set[int]], cuts: list[int], stock: set[int]
) -> tuple[sqlite3.Connection, Shelf, Ledger]:
    """An archive with reports of these keys, in layers."""
    connection = sqlite3.connect(":memory:")
    connection.executescript("".join(MIGRATIONS))
    shelf, bounds = Shelf(connection, np.array(sorted(stock), np.uint64)), sorted({0, *cuts})
    noted: dict[int, Noted] = {}
    for start, end in pairwise([*(b for b in bounds if b < len(pile)), len(pile)]):
        some = sketches_of(pile[start:end])
        fresh = shelf.append(start + 1, some).tolist()
        for n, size in enumerate(fresh, start + 1):
            noted[n] = (n, n, b"", len(pile[n - 1]), size, n)
    return connection, shelf, Ledger(lambda numbers: [noted[n] for n in numbers])


def effective(keys: set[int], stock: set[int]) -> set[int]:
    own = keys - stock
    return keys if 2 * len(own) < len(keys) else own


@pytest.fixture(params=[1, 4, 256], autouse=True)
def row(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Postings in more rows than they need, and small reports that are not that small."""
    monkeypatch.setattr(postings, "_ROW", request.param)
    monkeypatch.setattr(postings, "_SLICE_BITS", 1)
    monkeypatch.setattr(postings, "_ROWS_AT_ONCE", 2)
    monkeypatch.setattr(postings, "SMALL", 20 if request.param == 1 else 5)


_ANY_ROWS = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_ANY_ROWS
@given(_PILES, _CUTS, st.sets(_KEYS, max_size=8), st.integers(1, 60), st.data())
def test_probing_equals_comparing_sets(pile, cuts, stock, most, data):
    asking = data.draw(st.lists(st.integers(1, len(pile)), unique=True))
    threshold = Threshold(0.3, 0.1, 2)
    _, shelf, ledger = shelved(pile, cuts, stock)
    with patch.object(probe, "_MOST", most):
        rows = probe.near(shelf, ledger, asking, threshold)
    sets = [effective(keys, stock) for keys in pile]
    wanted = []
    for x in asking:
        for y in range(1, len(pile) + 1):
            common, least = len(sets[x - 1] & sets[y - 1]), min(len(sets[x - 1]), len(sets[y - 1]))
            near = common >= 0.3 * least or (common >= 2 and common >= 0.1 * least)
            if x != y and common and near:
                wanted.append([x, y, common])
    assert sorted(rows.tolist()) == sorted(wanted)


@_ANY_ROWS
@given(_PILES, _PILES, _CUTS, st.sets(_KEYS, max_size=8))
def test_any_common_key_of_a_text_is_found(pile, texts, cuts, stock):
    connection, _, _ = shelved(pile, cuts, stock)
    keys = set().union(*texts)
    found = probe.having(Postings(connection), np.array(sorted(keys), np.uint64))
    assert found == {n for n, own in enumerate(pile, 1) if own & keys}


@_ANY_ROWS
@given(_PILES, _CUTS)
def test_there_are_few_layers_and_nothing_is_lost_in_merging(pile, cuts):
    connection, _, _ = shelved(pile, cuts, set())
    layers = connection.execute("SELECT number, bits, postings FROM layer ORDER BY number")
    sizes = []
    found = []
    for number, bits, size in layers.fetchall():
        rows = connection.execute(
            "SELECT place, keys, reports FROM posting WHERE place >> 32 = ?", (number,)
        ).fetchall()
        for place, keys, reports in rows:
            own = np.frombuffer(keys, "<u8").tolist()
            assert own == sorted(own)
            assert {key >> (64 - bits) for key in own} == {place & (1 << 32) - 1}
            found += zip(own, (np.frombuffer(reports, "<i4") >> 1).tolist(), strict=True)
        assert size == sum(len(reports) for *_, reports in rows) // 4
        sizes.append(size)
    assert all(a > b for a, b in pairwise(sizes))
    assert sorted(found) == sorted((key, n) for n, own in enumerate(pile, 1) for key in own)


def test_sketches_come_back_in_the_order_asked_for(tmp_path: Path):
    texts = [f"Snow fell on Grell for day {n} while nobody looked." for n in range(5)]
    with Archive.open(tmp_path / "a.db", create=True) as archive:
        add(archive, [Report(f"r{n}", text) for n, text in enumerate(texts)])
        found = Shelf(archive.connection, np.empty(0, np.uint64)).sketches([4, 1, 2])
    made = sketch(texts)
    assert [found[n].tolist() for n in range(3)] == [made[n].tolist() for n in (3, 0, 1)]
