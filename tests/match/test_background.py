"""The stock of a pile against a slow twin that reads the definition word for word."""

from collections import defaultdict
from unittest import mock

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match import slices
from dateline.match.background import learn
from tests.match.piles import MASK, family, piles, sketches_of


def stock_of(sets: list[set[int]]) -> set[int]:
    """Keys of which the first eight carriers hold three mutually unrelated documents."""
    order = sorted(range(len(sets)), key=lambda d: sum(sets[d]) & MASK)
    carriers = defaultdict(list)
    for d in order:
        for key in sets[d]:
            carriers[key].append(d)
    stock: set[int] = set()
    for _ in range(4):
        judged = {key: unrelated(sets, first[:8], stock) for key, first in carriers.items()}
        more = {key for key in judged if len(carriers[key]) >= 3 and judged[key] > 3 - 1e-5}
        if more <= stock:
            break
        stock |= more
    return stock


def unrelated(sets: list[set[int]], documents: list[int], stock: set[int]) -> float:
    fresh = [sets[d] - stock for d in documents]
    holders = {key: sum(key in one for one in fresh) for one in fresh for key in one}
    core = {key for key, count in holders.items() if count >= 0.8 * len(fresh)}
    return sum(1 / sum(d == e or related(d, e, core) for e in fresh) for d in fresh)


def related(one: set[int], other: set[int], core: set[int]) -> bool:
    if len(one & other) < 0.3 * min(len(one), len(other)):
        return False
    rest = min(len(one - core), len(other - core))
    besides = len((one & other) - core)
    return rest < 0.25 * len(core) or besides >= min(0.5 * len(core), 0.3 * rest)


def learned(sets: list[set[int]], memory_limit: int = 1 << 30) -> set[int]:
    return set(learn(sketches_of(sets), memory_limit).keys.tolist())


def made(seed: int) -> list[set[int]]:
    """Families of versions, some under the one or other site's boilerplate."""
    rng = np.random.default_rng(seed)
    sites = [{int(k) for k in rng.integers(0, MASK, 30, dtype=np.uint64)} for _ in range(3)]
    versions = [one for f in range(6) for one in family(4, seed=seed * 10 + f)]
    return [one | sites[int(rng.integers(0, 3))] if rng.random() < 0.6 else one for one in versions]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_the_stock_of_made_piles_is_the_definition_s(seed):
    sets = made(seed)
    assert learned(sets) == stock_of(sets)


def test_a_site_s_boilerplate_is_stock_and_a_dispatch_is_not():
    sets = made(3)
    stock = learned(sets)
    assert 60 <= len(stock) <= 90
    assert not stock & family(0, seed=30)[0]


@settings(max_examples=60, deadline=None)
@given(piles, st.integers(1, 40), st.integers(1, 2000))
def test_slices_change_nothing(sets, slice_keys, memory_limit):
    whole = learned(sets)
    with mock.patch.object(slices, "_SLICE_KEYS", slice_keys):
        assert learned(sets, memory_limit) == whole
