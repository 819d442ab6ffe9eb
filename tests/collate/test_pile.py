"""Names that a pile shows are known in every pair of it; a pair alone stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.collate import collate, learn_pile
from dateline.model import Collation, Comparison, Dispatch
from dateline.run.pile_names import with_pile_names
from tests.collate.fiction import SENTENCES, anatomy

MORE = (
    "The Harbour League has held the delta since the autumn floods.",
    "Boats of the Harbour League were seen off Belmora on Sunday.",
    "The price of salt rose for the third week in a row.",
    "Ferries stayed tied up in Belmora for a third day.",
)
# Far too reworded for one pair to show what stands for what.
WORDED = (
    "Envoys of the Harbour League, who had crossed by boat, offered the mill owners safe passage.",
    "Two men the Tidemen had sent by boat offered the mill owners safe passage.",
)


def renamed(*sentences: str) -> list[str]:
    return [s.replace("Harbour League", "Tidemen") for s in sentences]


def take(name: str, a: list[str], b: list[str]) -> tuple[str, Comparison]:
    x, y = anatomy(*a, ident=f"{name}-a"), anatomy(*b, ident=f"{name}-b")
    return name, collate(x, y)


REWORDED = take("third", [*SENTENCES[2:6], WORDED[0]], [*SENTENCES[2:6], WORDED[1]])
PILE = [
    take("first", list(SENTENCES), renamed(*SENTENCES)),
    take("second", list(MORE), renamed(*MORE)),
    REWORDED,
]
NAME = (("harbour", "league"), ("tidemen",))


def told(pile: list[tuple[str, Comparison]]) -> dict[str, list[tuple[str, str]]]:
    collations = [Collation(Dispatch(n, "a", ("a", "b")), "a", (c,)) for n, c in pile]
    found = with_pile_names(collations)
    return {c.dispatch.id: [(r.a, r.b) for x in c.comparisons for r in x.renames] for c in found}


def test_a_name_is_known_where_only_the_pile_shows_it():
    assert ("Harbour League", "Tidemen") not in [(r.a, r.b) for r in REWORDED[1].renames]
    assert ("Harbour League", "Tidemen") in told(PILE)["third"]


def test_one_dispatch_is_no_pile():
    assert learn_pile(lambda: [PILE[0], PILE[0]]).pairs == {}
    assert ("Harbour League", "Tidemen") not in told([PILE[0], REWORDED])["third"]


def test_what_the_pair_shows_by_itself_is_not_collated_again():
    known = learn_pile(lambda: PILE)
    assert NAME in known.pairs
    assert known.of(PILE[1][1]).pairs == {}


def test_texts_that_use_both_names_mean_two():
    share = "The Tidemen and the Harbour League share the delta."
    apart = [take(f"both-{n}", [*MORE, share, f"Ship {n} left."], [*MORE, share]) for n in range(5)]
    known = learn_pile(lambda: [*PILE, *apart])
    assert NAME not in known.pairs


def test_a_text_with_both_names_is_left_alone():
    known = learn_pile(lambda: PILE)
    a = [*SENTENCES[2:6], WORDED[0], "Nobody there had heard of the Tidemen."]
    _, comparison = take("x", a, [*SENTENCES[2:6], WORDED[1]])
    assert known.of(comparison).pairs == {}


@settings(deadline=None, max_examples=6)
@given(st.permutations(PILE))
def test_the_order_of_the_pile_does_not_matter(pile: list[tuple[str, Comparison]]):
    assert learn_pile(lambda: pile) == learn_pile(lambda: PILE)
    assert told(pile) == told(PILE)


@pytest.mark.parametrize("pile", [[], [REWORDED]])
def test_small_piles_need_nothing(pile: list[tuple[str, Comparison]]):
    assert learn_pile(lambda: pile).pairs == {}
