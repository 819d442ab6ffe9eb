"""The index against a slow look through all names; the cache folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.places.build import build
from dateline.claims.places.cache import cached, stamp
from dateline.claims.places.entries import Entry
from dateline.claims.places.gazetteer import Gazetteer
from dateline.claims.places.spelling import key, loose
from tests.claims.places.fiction import WORLD, world


def slow(name: str) -> list[Entry]:
    """Every entry with a name of this key, the largest first."""
    found = [e for e, names in WORLD if name in {key(n) for n in names}]
    return sorted(found, key=lambda e: -e.population)


@given(
    st.sampled_from([key(n) for _, names in WORLD for n in names]) | st.text(max_size=8).map(key)
)
def test_named_as_the_slow_look(name: str):
    found = [(m.entry.geonameid, m.entry.name, m.entry.feature) for m in world().named(name)]
    assert found == [(e.geonameid, e.name, e.feature) for e in slow(name)]


def test_an_own_name_is_told_from_others():
    assert [m.own for m in world().named("rakka")] == [False]
    assert [m.own for m in world().named("paris")] == [True, True]


def test_like_stays_in_its_country():
    assert [m.entry.name for m in world().like("raqqa", "SY")] == ["Ar-Rakkah", "Ar Rakkah"]
    assert world().like("raqqa", "IQ") == ()
    assert loose("Deir Azzuhour") == loose("Dayr az Zuhur")


def test_by_code():
    assert [m.entry.name for m in world().coded("US", "TX")] == ["Texas"]
    assert [m.entry.name for m in world().coded("FR")] == ["France"]
    assert world().coded("XX") == ()


def test_the_index_is_made_once(tmp_path: Path):
    made = []

    def make():
        made.append(1)
        return build(WORLD)

    first, second = cached(make, tmp_path), cached(make, tmp_path)
    assert len(made) == 1
    assert all(np.array_equal(first[n], second[n]) for n in first)
    assert [p.name for p in tmp_path.iterdir()] == [stamp()]
    assert Gazetteer(second).named("tbilisi")[0].entry.population == 1_000_000


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path):
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    arrays = cached(lambda: build(WORLD), blocked / "below")
    assert Gazetteer(arrays).named("nice")[0].entry.country == "FR"


def test_an_older_index_goes_and_a_broken_one_is_made_anew(tmp_path: Path):
    (tmp_path / "places-0-old").mkdir()
    home = tmp_path / stamp()
    home.mkdir()
    (home / "keys.npy").write_bytes(b"half")
    arrays = cached(lambda: build(WORLD), tmp_path)
    assert Gazetteer(arrays).named("london")
    assert [p.name for p in tmp_path.iterdir()] == [stamp()]


@pytest.mark.parametrize("people", [0, 1, 4_000_000_000])
def test_entries_come_back_whole(people: int):
    entry = Entry(123456, "Kasr Vashet ‘Idwān", -12.5, 179.25, people, "SY", "SCT", "ADM2")
    found = Gazetteer(build([(entry, [entry.name])])).named(key(entry.name))
    assert found[0].entry == entry
