"""Which report stands for which when others are matched: leaders and those that follow them.

Comparing every version of a popular dispatch with every other grows with the square of their
number, and so does comparing all that a site prints under the same boilerplate. So reports are
taken in a fixed order, larger ones first, and each is judged against leaders only: of the leaders
before it those `NEAR` that it shares most n-grams with. It follows the first of them that it is a
copy of; one that is a copy of none becomes a leader.

This says what the groups are, whatever order the reports came in. `settle` finds what new reports
change in them, which may be more than their own group: a new report that goes before a leader can
take its place, and then those that followed that one must find another leader.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from dateline.match.jit import Flags, Ints, Ranks
from dateline.store.neighbours import Neighbours, Row

__all__ = ["NEAR", "Groups", "Settled", "settle"]

NEAR = 12
_UNKNOWN, _OTHER, _COPY = range(3)

_Entry = tuple[int, int, int]  # a leader, the n-grams shared with it, what it was judged to be


@dataclass(slots=True)
class Groups:
    """The groups of an archive; reports are counted from 1, arrays from 0.

    ``leads[n - 1]`` is the number of the leader of report ``n`` (its own for a leader, 0 for one
    not settled yet), ``near[n - 1]`` its entries, best first, zeros where there are fewer.
    ``places[n - 1]`` is its place in the order.
    """

    leads: Ints
    near: Ranks
    places: Ints

    @classmethod
    def none(cls) -> Groups:
        """The groups of an empty archive."""
        nobody = np.empty(0, np.int64)
        return cls(nobody, np.empty((0, NEAR, 3), np.int32), nobody)

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
        self.leads = np.concatenate((self.leads, np.zeros(last - first, np.int64)))
        self.near = np.concatenate((self.near, np.zeros((last - first, NEAR, 3), np.int32)))
        self.places = places
        return list(range(first + 1, last + 1))

    def entries(self, number: int) -> list[_Entry]:
        """The leaders that a report is judged against, best first."""
        return [(e[0], e[1], e[2]) for e in self.near[number - 1].tolist() if e[0]]

    def is_before(self, one: int, other: int) -> bool:
        """Whether a report goes before another in the order."""
        return bool(self.places[one - 1] < self.places[other - 1])


@dataclass(frozen=True, slots=True)
class Settled:
    """What has changed: whose leader, with the former one (0: a new report), and whose entries."""

    leads: dict[int, int]
    near: set[int]


class Judge(Protocol):
    """Judges pairs by their texts."""

    def is_copy(self, leader: int, number: int) -> bool | None:
        """Whether a report is a copy of a leader; ``None``: not judged yet."""

    def judge(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Judge pairs of a leader and a report."""


def settle(groups: Groups, new: Iterable[int], neighbours: Neighbours, judge: Judge) -> Settled:
    """Find the groups with the reports ``new`` in them, and bring ``groups`` up to date."""
    new = list(new)
    neighbours.ask_leaders(new, groups.leaders)
    while True:
        attempt = _Attempt(groups, neighbours, judge, _Offers(len(groups.leads)))
        attempt.run(new)
        if not attempt.ask_leaders and not attempt.ask_all and not attempt.unjudged:
            return _kept(groups, attempt)
        judge.judge(attempt.unjudged)
        neighbours.ask_leaders(attempt.ask_leaders, groups.leaders)
        neighbours.ask_all(attempt.ask_all, len(groups.leads))


def _kept(groups: Groups, attempt: _Attempt) -> Settled:
    leads, near = {}, set()
    for number, lead in attempt.leads.items():
        if (before := int(groups.leads[number - 1])) != lead:
            leads[number] = before
        groups.leads[number - 1] = lead
    for number, entries in attempt.near.items():
        if [e[0] for e in entries] != [e[0] for e in groups.entries(number)]:
            near.add(number)
        groups.near[number - 1] = 0
        if entries:
            groups.near[number - 1, : len(entries)] = entries
    return Settled(leads, near)


class _Offers:
    """The best new leaders for every report, as they come up in the order."""

    def __init__(self, reports: int) -> None:
        self._leaders = np.zeros((reports, NEAR), np.int32)
        self._shared = np.zeros((reports, NEAR), np.int32)

    def take(self, leader: int, others: Ranks, shared: Ranks) -> None:
        """A leader that goes behind all before it is offered to ``others``."""
        gains = shared > self._shared[others - 1, NEAR - 1]
        rows = others[gains] - 1
        leaders, counts = self._leaders[rows], self._shared[rows]
        leaders[:, -1], counts[:, -1] = leader, shared[gains]
        order = np.argsort(-counts, axis=1, kind="stable")
        self._leaders[rows] = np.take_along_axis(leaders, order, axis=1)
        self._shared[rows] = np.take_along_axis(counts, order, axis=1)

    def of(self, number: int) -> list[_Entry]:
        """What was offered to a report."""
        rows = self._leaders[number - 1].tolist(), self._shared[number - 1].tolist()
        return [(leader, shared, _UNKNOWN) for leader, shared in zip(*rows, strict=True) if leader]


@dataclass(slots=True)
class _Attempt:
    """One pass through the reports that may change, in order; what it lacks it asks for.

    Changes only ever affect reports that come later in the order, so that one pass is enough once
    nothing is lacking. ``near`` and ``leads`` are those of the reports that it came upon.
    """

    groups: Groups
    neighbours: Neighbours
    judge: Judge
    offers: _Offers
    leads: dict[int, int] = field(default_factory=dict)
    near: dict[int, list[_Entry]] = field(default_factory=dict)
    ask_leaders: set[int] = field(default_factory=set)
    ask_all: set[int] = field(default_factory=set)
    unjudged: set[tuple[int, int]] = field(default_factory=set)
    _gone: set[int] = field(default_factory=set)
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

    def _decide(self, number: int) -> None:
        """Choose a report's entries and its leader, and let those that come later know."""
        entries = self._entries(number)
        if entries is None:
            self.ask_leaders.add(number)
            return
        lead = self._lead(number, entries)
        if lead is None:
            return
        self.near[number], self.leads[number] = entries, lead
        before = int(self.groups.leads[number - 1])
        if before == number != self.leads[number]:
            self._step_down(number)
        elif before != number == self.leads[number]:
            self._step_up(number)

    def _entries(self, number: int) -> list[_Entry] | None:
        """The best of the old entries that still lead and the new leaders; ``None``: not known.

        An old list that was full and has lost something may lack what came behind it.
        """
        old = self.groups.entries(number)
        left = [e for e in old if e[0] not in self._gone]
        if self.groups.leads[number - 1] == 0 or (len(left) < len(old) == NEAR):
            if not self.neighbours.knows_leaders(number):
                return None
            known = {e[0]: e for e in left}
            row = self._earlier(number, self.neighbours.leaders(number))
            left = [known.get(leader, (leader, shared, _UNKNOWN)) for leader, shared in row]
        found = [*left, *self.offers.of(number)]
        return sorted(found, key=self._rank)[:NEAR]

    def _earlier(self, number: int, row: Row) -> Iterator[tuple[int, int]]:
        """The best old leaders that still lead and go before a report."""
        others, shared = row
        before = self.groups.places[others - 1] < self.groups.places[number - 1]
        others, shared = others[before], shared[before]
        order = np.lexsort((self.groups.places[others - 1], -shared))[: NEAR + len(self._gone)]
        for leader, common in zip(others[order].tolist(), shared[order].tolist(), strict=True):
            if leader not in self._gone:
                yield leader, common

    def _rank(self, entry: _Entry) -> tuple[int, int]:
        return -entry[1], int(self.groups.places[entry[0] - 1])

    def _lead(self, number: int, entries: list[_Entry]) -> int | None:
        """The first entry that a report is a copy of, or itself; ``None``: not judged yet.

        Notes in the entries what they were judged to be. Often the first one is a copy already, so
        the others are asked about only when it is not.
        """
        for n, (leader, shared, verdict) in enumerate(entries):
            if verdict == _UNKNOWN:
                found = self.judge.is_copy(leader, number)
                if found is None:
                    asked = entries[n:] if n else entries[:1]
                    self.unjudged.update((e[0], number) for e in asked if e[2] == _UNKNOWN)
                    return None
                verdict = _COPY if found else _OTHER
                entries[n] = (leader, shared, verdict)
            if verdict == _COPY:
                return leader
        return number

    def _step_down(self, number: int) -> None:
        """A leader has become a follower: all that have it among their entries decide again."""
        self._gone.add(number)
        having = (self.groups.near[:, :, 0] == number).any(axis=1)
        for other in (np.flatnonzero(having) + 1).tolist():
            self._push(other)

    def _step_up(self, leader: int) -> None:
        """A report has become a leader: it is offered to all later ones that it is near to."""
        if not self.neighbours.knows_all(leader):
            self.ask_all.add(leader)
            return
        others, shared = self.neighbours.all(leader)
        place = self.groups.places[leader - 1]
        later = self.groups.places[others - 1] > place
        others, shared = others[later], shared[later]
        self.offers.take(leader, others, shared)
        last = self.groups.near[others - 1, NEAR - 1]
        last_place = self.groups.places[last[:, 0] - 1]
        worse = (last[:, 1] < shared) | ((last[:, 1] == shared) & (last_place > place))
        for number in others[worse | (last[:, 0] == 0)].tolist():
            self._push(number)
