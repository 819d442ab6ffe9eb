"""The groups after any sequence of additions are those that the definition gives at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.match.jit import Ranks
from dateline.store import ledger as ledger_module
from dateline.store.groups import settle
from dateline.store.ledger import Ledger, Noted
from dateline.store.neighbours import Neighbours


@dataclass(frozen=True)
class World:
    """Reports by sizes, what pairs share, and which pairs would be judged copies."""

    sizes: list[int]
    shared: dict[tuple[int, int], int]
    copies: set[tuple[int, int]]

    def common(self, a: int, b: int) -> int:
        return self.shared.get((min(a, b), max(a, b)), 0)

    def is_copy(self, a: int, b: int) -> bool:
        return (min(a, b), max(a, b)) in self.copies


@st.composite
def worlds(draw: Callable) -> World:
    count = draw(st.integers(1, 10))
    sizes = draw(st.lists(st.integers(1, 6), min_size=count, max_size=count))
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
    shared = {p: draw(st.integers(0, 4)) for p in pairs}
    related = [p for p in pairs if shared[p]]
    copies = draw(st.sets(st.sampled_from(related))) if related else set()
    return World(sizes, shared, copies)


def at_once(world: World) -> tuple[dict[int, int], dict[int, list[int]]]:
    """The definition, word for word: leaders, and whom each report is judged against."""
    order = sorted(range(len(world.sizes)), key=lambda d: (-world.sizes[d], d))
    leads: dict[int, int] = {}
    near: dict[int, list[int]] = {}
    for place, report in enumerate(order):
        leaders = [d for d in order[:place] if leads[d] == d and world.common(d, report)]
        leaders.sort(key=lambda d: (-world.common(d, report), order.index(d)))
        near[report] = leaders[: ledger_module.NEAR]
        leads[report] = next((d for d in near[report] if world.is_copy(d, report)), report)
    return leads, near


class Judge:
    """Judges reports by number as the world does, when it is asked to and not before."""

    def __init__(self, world: World, here: list[int]) -> None:
        self.world, self.here = world, here
        self.known: dict[tuple[int, int], bool] = {}

    def is_copy(self, leader: int, number: int) -> bool | None:
        return self.known.get((leader, number))

    def judge(self, pairs: Iterable[tuple[int, int]]) -> None:
        for a, b in pairs:
            self.known[a, b] = self.world.is_copy(self.here[a - 1], self.here[b - 1])


def added(
    world: World, arrivals: list[int], batches: list[int]
) -> tuple[dict[int, int], dict[int, list[int]]]:
    """The same by additions: ``arrivals`` are reports in the order they come in."""
    noted: dict[int, Noted] = {}
    for end in [*sorted(batches), len(arrivals)]:
        here = arrivals[:end]
        books = Ledger(lambda numbers: [noted[n] for n in numbers])
        new = range(len(noted) + 1, end + 1)
        books.enter((n, 0, b"", world.sizes[here[n - 1]], 0, here[n - 1]) for n in new)

        def probe(asking: Sequence[int], here: list[int] = here, books: Ledger = books) -> Ranks:
            books.read(range(1, len(here) + 1))
            rows = [
                (x, y, world.common(here[x - 1], here[y - 1]))
                for x in asking
                for y in range(1, len(here) + 1)
                if x != y and world.common(here[x - 1], here[y - 1])
            ]
            return np.array(rows, np.int32).reshape(-1, 3)

        settle(books, new, Neighbours(books, probe), Judge(world, here))
        books.read(noted)
        for n in range(1, end + 1):
            lead, near, _ = books.row(n)
            noted[n] = (n, lead, near, world.sizes[here[n - 1]], 0, here[n - 1])
    books = Ledger(lambda numbers: [noted[n] for n in numbers])
    books.read(noted)
    leads = {d: arrivals[books.lead(n) - 1] for n, d in enumerate(arrivals, 1)}
    near = {d: [arrivals[e[0] - 1] for e in books.entries(n)] for n, d in enumerate(arrivals, 1)}
    return leads, near


@settings(max_examples=500, deadline=None)
@given(st.data(), worlds())
def test_any_split_and_order_of_additions_gives_the_groups_of_the_definition(data, world):
    arrivals = data.draw(st.permutations(range(len(world.sizes))))
    batches = data.draw(st.lists(st.integers(0, len(arrivals)), max_size=4))
    with patch.object(ledger_module, "NEAR", data.draw(st.integers(1, 3))):
        assert added(world, arrivals, batches) == at_once(world)
