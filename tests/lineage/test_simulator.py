"""The simulator of copying in ``bench/lineage``: the same seed tells the same tradition."""

from __future__ import annotations

from random import Random

import pytest
from bench.lineage import operators
from bench.lineage.draft import Draft, Line
from bench.lineage.houses import House
from bench.lineage.rates import PRESETS, Rates
from bench.lineage.tradition import Copy, Tradition, tradition
from bench.lineage.tree import of_tradition

from dateline.model import Report

BASE = Report(
    "base",
    "PORT AMSEL (Skerry) - The harbour council closed two of its three piers on Monday, which will "
    "cost 140 workers their posts, officials said.\n"
    "The council said the piers were near collapse. Three ships were moved to the south wall.\n"
    'A spokesman, Idris Holm, said repairs would take 18 weeks. "Nobody will be left without pay," '
    "he said.\n"
    "The union said that it was told nothing before the meeting. Its members began a strike at "
    "noon.\n"
    "About 60 people attacked the gates (the old ones) on Tuesday, and several were wounded.\n"
    "The government plans talks with the company that owns the cranes.\n",
)


def told(**rates: float) -> Tradition:
    return tradition(BASE, 12, Rates(**rates), 5)  # type: ignore[arg-type]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_same_seed_tells_the_same_tradition(preset: str):
    assert tradition(BASE, 12, PRESETS[preset], 5) == tradition(BASE, 12, PRESETS[preset], 5)
    assert tradition(BASE, 12, PRESETS[preset], 5) != tradition(BASE, 12, PRESETS[preset], 6)


@pytest.mark.parametrize("seed", range(5))
def test_a_third_of_the_texts_copied_from_is_lost(seed: int):
    found = tradition(BASE, 20, PRESETS["standard"], seed)
    inner = {c.parent for c in found.copies if c.parent is not None}
    assert len(found.reports) == 20
    assert len(found.copies) - 20 == round(len(inner) / 3)
    assert inner >= set(range(len(found.copies))) - set(found.seen)


def test_nobody_copies_a_text_that_does_not_exist_yet():
    for n, copy in enumerate(told(contaminated=0.5).copies):
        assert copy.parent is None if n == 0 else copy.parent < n
        assert copy.second is None or copy.second < n


def test_ids_do_not_tell_the_order_of_copying():
    found = tradition(BASE, 20, PRESETS["standard"], 1)
    in_order = [found.seen[n] for n in sorted(found.seen)]
    assert in_order != sorted(in_order)
    assert [r.id for r in found.reports] == sorted(in_order)


def test_a_draft_prints_what_it_was_made_from():
    assert Draft.of(BASE).text == BASE.text.strip()


@pytest.mark.parametrize(
    "name", ["cut_tail", "drop", "clause", "reword", "reword_freely", "add", "move", "slip",
             "label", "damage"],
)  # fmt: skip
def test_an_operation_changes_the_text_and_leaves_the_draft_as_it_was(name: str):
    draft, operation = Draft.of(BASE), getattr(operators, name)
    made = [operation(draft, Random(seed)).text for seed in range(40)]
    assert len(set(made)) > 1
    assert draft == Draft.of(BASE)


def test_a_house_leaves_names_in_quotations_alone():
    draft = Draft("", (Line("1", 'The rebels said "we are rebels" at the harbor.'),))
    house = House({r"\bharbor\b": "harbour"}, {r"\brebels\b": "gunmen"})
    assert house.styled(draft).text == 'The gunmen said "we are rebels" at the harbour.'


def line(text: str) -> Draft:
    return Draft("", (Line("1", text),))


def test_the_true_tree_is_what_texts_can_show():
    """A lost text with one branch is left out; a copy without a change is its model again."""
    copies = (
        Copy(line("first"), None, agency=True),  # seen as a
        Copy(line("lost with one branch"), 0, agency=False),
        Copy(line("lost with two"), 1, agency=False),
        Copy(line("b"), 2, agency=False),
        Copy(line("c"), 2, agency=False, second=0),
        Copy(line("b"), 3, agency=False),  # seen as d: the text of b
        Copy(line("lost leaf"), 3, agency=False),
    )
    tree = of_tradition(Tradition(copies, {0: "a", 3: "b", 4: "c", 5: "d"}))
    assert tree.parent == {0: None, 2: 0, 3: 2, 4: 2}
    assert tree.reports == {0: {"a"}, 2: set(), 3: {"b", "d"}, 4: {"c"}}
    assert tree.seconds == {(0, 4)}
