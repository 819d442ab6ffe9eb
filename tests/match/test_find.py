"""What is proposed for judgement, against a slow twin."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match import find
from dateline.match.background import learn
from dateline.match.pairs import Pairs
from tests.match.piles import listed, oracle, piles, sketches_of
from tests.match.test_background import learned, made


def proposed(sets: list[set[int]]) -> Pairs:
    sketches = sketches_of(sets)
    return find.proposed(sketches, learn(sketches), 0.3, every_pair=True)


def expected(sets: list[set[int]]) -> list[tuple[int, ...]]:
    stock = learned(sets)
    pairs = {pair[:2] for pair in oracle(sets, 0.3, 1)}
    pairs |= {pair[:2] for pair in oracle([one - stock for one in sets], 0.05, 6)}
    return sorted((a, b, len(sets[a] & sets[b])) for a, b in pairs)


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_pairs_share_much_or_a_little_besides_stock(seed):
    sets = made(seed)
    assert listed(proposed(sets)) == expected(sets)


@settings(max_examples=100)
@given(piles)
def test_any_pile_will_do(sets):
    assert listed(proposed(sets)) == expected(sets)
