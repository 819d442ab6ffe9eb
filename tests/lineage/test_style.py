from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.collate import collate
from dateline.lineage.style import house_styles, wilson
from dateline.lineage.verdict import judge
from dateline.model import Collation, Dispatch, Habit, Report
from dateline.text import analyse
from tests.collate.fiction import SENTENCES

SLUG = "PORT AMSEL (Meridian) - "
TAKES = (
    SENTENCES,
    (
        "The Harbour League said on Sunday that it would not leave the silos.",
        "A monitoring group said two boats of the Harbour League had been sunk.",
        "The Harbour League has held the delta since the autumn floods.",
        "Ferries stayed tied up in Belmora for a third day.",
    ),
)


def copied(sentences: tuple[str, ...]) -> str:
    kept = [s for s in sentences if "monitoring" not in s]
    return "\n".join(s.replace("Harbour League", "Tidemen") for s in kept)


def collated(name: str, a: Report, b: Report) -> Collation:
    found = collate(analyse(a), analyse(b))
    found = replace(found, lineage=judge(found))
    return Collation(Dispatch(name, a.id, (a.id, b.id)), a.id, (found,))


@pytest.fixture(scope="module")
def habits() -> dict[str, list[Habit]]:
    piles = [
        (
            Report(f"m{n}", SLUG + "\n".join(take), outlet="Meridian"),
            Report(f"q{n}", copied(take), outlet="Daily Quay"),
        )
        for n, take in enumerate(TAKES)
    ]
    (style,) = house_styles(collated(f"d{n}", *pair) for n, pair in enumerate(piles))
    assert (style.outlet, style.versions, style.dispatches) == ("Daily Quay", 2, 2)
    out: dict[str, list[Habit]] = {}
    for habit in style.habits:
        out.setdefault(habit.what, []).append(habit)
    return out


def test_a_name_renamed_everywhere_is_counted_over_dispatches(habits: dict[str, list[Habit]]):
    (habit,) = habits["renamed"]
    assert (habit.they, habit.we) == ("Harbour League", "Tidemen")
    assert habit.done == habit.possible == 3
    assert habit.dispatches == 2
    assert "Tidemen" in habit.example


def test_dropped_sources_are_told_by_kind(habits: dict[str, list[Habit]]):
    dropped = {h.they: (h.done, h.possible) for h in habits["sources dropped"]}
    assert dropped["monitors"] == (1, 1)
    assert all(done < possible for who, (done, possible) in dropped.items() if who != "monitors")


def test_a_removed_credit_is_a_habit(habits: dict[str, list[Habit]]):
    (habit,) = habits["credit removed"]
    assert (habit.they, habit.done, habit.possible) == ("Meridian", 2, 2)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_lower_bound_is_below_the_share(counts: tuple[int, int]):
    done, possible = counts
    assert 0 <= wilson(done, possible) <= done / possible + 1e-9
