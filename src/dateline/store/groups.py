"""Which report stands for which when others are matched: leaders and those that follow them.

Comparing every version of a popular dispatch with every other grows with the square of their
number. So reports are taken in a fixed order, larger ones first; one that is a copy of an earlier
leader follows it (of several the one that it shares most n-grams with), and one that is a copy of
no earlier leader becomes a leader. A new report must then be judged against leaders only.

This says what the groups are, whatever order the reports came in. `settle` finds what new reports
change in them, which may be more than their own group: a new report that goes before a leader can
take its place, and then those that followed that one must find another leader.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from dateline.match.jit import Flags, Ints
from dateline.store.neighbours import Neighbours

__all__ = ["Groups", "settle"]

IsCopy = Callable[[int, int, int], bool]


@dataclass(slots=True)
class Groups:
    """The groups of an archive; reports are counted from 1, arrays from 0.

    ``leads[n - 1]`` is the number of the leader of report ``n`` (its own for a leader, 0 for one
    not settled yet), ``held[n - 1]`` how many n-grams it shares with its leader (0 for a leader).
    ``places[n - 1]`` is its place in the order.
    """

    leads: Ints
    held: Ints
    places: Ints

    def of(self, leader: int) -> list[int]:
        """The members of a group, the leader among them."""
        found: list[int] = (np.flatnonzero(self.leads == leader) + 1).tolist()
        return found

    @property
    def leaders(self) -> Flags:
        """Who is a leader."""
        marks: Flags = self.leads == np.arange(1, len(self.leads) + 1)
        return marks

    def grow(self, places: Ints) -> list[int]:
        """Make room for the reports that are new in this order; returns the new ones."""
        first, last = len(self.leads), len(places)
        more = np.zeros(last - first, np.int64)
        self.leads = np.concatenate((self.leads, more))
        self.held = np.concatenate((self.held, more))
        self.places = places
        return list(range(first + 1, last + 1))


def settle(
    groups: Groups, new: Iterable[int], neighbours: Neighbours, is_copy: IsCopy
) -> dict[int, int]:
    """Find the groups with the reports ``new`` in them; returns who has another leader than before.

    Each of them comes with the number of its former leader, 0 for a new one. ``groups`` is
    brought up to date. ``is_copy(leader, report, shared)`` judges a pair by its texts.
    """
    new = list(new)
    neighbours.ask_leaders(new, groups.leaders)
    while True:
        attempt = _Attempt(groups, neighbours, is_copy)
        attempt.run(new)
        if not attempt.ask_leaders and not attempt.ask_all:
            break
        neighbours.ask_leaders(attempt.ask_leaders, groups.leaders)
        neighbours.ask_all(attempt.ask_all, len(groups.leads))
    changed = {}
    for number, lead in attempt.leads.items():
        if (before := int(groups.leads[number - 1])) != lead:
            changed[number] = before
        groups.leads[number - 1] = lead
        groups.held[number - 1] = attempt.held[number]
    return changed


@dataclass(slots=True)
class _Attempt:
    """One pass through the reports that may change, in order; what it lacks it asks for.

    Changes only ever affect reports that come later in the order, so that one pass is enough once
    nothing is lacking.
    """

    groups: Groups
    neighbours: Neighbours
    is_copy: IsCopy
    leads: dict[int, int] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)
    ask_leaders: set[int] = field(default_factory=set)
    ask_all: set[int] = field(default_factory=set)
    _offers: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    _queue: list[tuple[int, int]] = field(default_factory=list)
    _queued: set[int] = field(default_factory=set)

    def run(self, new: Iterable[int]) -> None:
        """Decide about the ``new`` reports and all that these affect."""
        for number in new:
            self._push(number)
        while self._queue:
            _, number = heapq.heappop(self._queue)
            self._decide(number)

    def _push(self, number: int) -> None:
        if number not in self._queued:
            self._queued.add(number)
            heapq.heappush(self._queue, (int(self.groups.places[number - 1]), number))

    def _lead(self, number: int) -> int:
        return self.leads.get(number) or int(self.groups.leads[number - 1])

    def _decide(self, number: int) -> None:
        before = int(self.groups.leads[number - 1])
        is_free = before == 0 or self._lead(before) != before
        if is_free and not self.neighbours.knows_leaders(number):
            self.ask_leaders.add(number)
            return
        offers = list(self._offers[number])
        if is_free:
            others, shared = self.neighbours.leaders(number)
            offers += [
                (common, leader)
                for leader, common in zip(others.tolist(), shared.tolist(), strict=True)
                if self._lead(leader) == leader and self._is_before(leader, number)
            ]
        elif before != number:
            offers.append((int(self.groups.held[number - 1]), before))
        self._follow(number, before, offers)

    def _follow(self, number: int, before: int, offers: list[tuple[int, int]]) -> None:
        """Let a report follow the best leader that it is a copy of, or lead."""
        places = self.groups.places
        ranked = sorted(set(offers), key=lambda o: (-o[0], places[o[1] - 1]))
        found = (o for o in ranked if o[1] == before or self.is_copy(o[1], number, o[0]))
        self.held[number], self.leads[number] = next(found, (0, number))
        if before == number != self.leads[number]:
            for follower in self.groups.of(number):
                if follower != number:
                    self._push(follower)
        if self.leads[number] == number != before:
            self._offer(number)

    def _offer(self, leader: int) -> None:
        """Let those who come later hear of a new leader; who gains by it must decide again."""
        if not self.neighbours.knows_all(leader):
            self.ask_all.add(leader)
            return
        others, shared = self.neighbours.all(leader)
        later = self.groups.places[others - 1] > self.groups.places[leader - 1]
        gains = shared >= self.groups.held[others - 1]
        for number, common in zip(others[later].tolist(), shared[later].tolist(), strict=True):
            self._offers[number].append((common, leader))
        for number in others[later & gains].tolist():
            self._push(number)

    def _is_before(self, one: int, other: int) -> bool:
        return bool(self.groups.places[one - 1] < self.groups.places[other - 1])
