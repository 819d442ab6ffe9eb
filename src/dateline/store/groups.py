"""Which report stands for which when others are matched: leaders and those that follow them.

Comparing every version of a popular dispatch with every other grows with the square of their
number, and so does comparing all that a site prints under the same boilerplate. So reports are
taken in a fixed order, larger ones first, and each is judged against leaders only: of the leaders
before it those `dateline.store.ledger.NEAR` that it shares most n-grams with. It follows the first
of them that it is a copy of; one that is a copy of none becomes a leader.

This says what the groups are, whatever order the reports came in. `settle` finds what new reports
change in them, which may be more than their own group: a new report that goes before a leader can
take its place, and then those that followed that one must find another leader.
"""

from __future__ import annotations

import heapq
from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from dateline.match.jit import Ranks
from dateline.store import ledger as _ledger
from dateline.store.ledger import Entry, Key, Ledger
from dateline.store.neighbours import Neighbours, Row

__all__ = ["Settled", "settle"]

_UNKNOWN, _OTHER, _COPY = range(3)


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


def settle(ledger: Ledger, new: Iterable[int], neighbours: Neighbours, judge: Judge) -> Settled:
    """Find the groups with the reports ``new`` in them, and bring ``ledger`` up to date."""
    new = list(new)
    neighbours.ask(new)
    while True:
        attempt = _Attempt(ledger, neighbours, judge)
        attempt.run(new)
        if not attempt.unknown and not attempt.unjudged:
            return _kept(ledger, attempt)
        judge.judge(attempt.unjudged)
        neighbours.ask(attempt.unknown)


def _kept(ledger: Ledger, attempt: _Attempt) -> Settled:
    leads, near = {}, set()
    for number, lead in attempt.leads.items():
        if (before := ledger.lead(number)) != lead:
            leads[number] = before
        ledger.follow(number, lead)
    for number, entries in attempt.near.items():
        if [e[0] for e in entries] != [e[0] for e in ledger.entries(number)]:
            near.add(number)
        ledger.judged(number, entries)
    return Settled(leads, near)


class _Offers:
    """The best new leaders for every report, as they come up in the order."""

    def __init__(self) -> None:
        self._offers: dict[int, list[Entry]] = {}

    def take(self, leader: int, others: Ranks, shared: Ranks) -> None:
        """A leader that goes behind all before it is offered to ``others``."""
        for other, common in zip(others.tolist(), shared.tolist(), strict=True):
            best = self._offers.setdefault(other, [])
            if len(best) < _ledger.NEAR or common > best[-1][1]:
                insort(best, (leader, common, _UNKNOWN), key=lambda entry: -entry[1])
                del best[_ledger.NEAR :]

    def of(self, number: int) -> list[Entry]:
        """What was offered to a report."""
        return self._offers.get(number, [])


@dataclass(slots=True)
class _Attempt:
    """One pass through the reports that may change, in order; what it lacks it asks for.

    Changes only ever affect reports that come later in the order, so that one pass is enough once
    nothing is lacking. ``near`` and ``leads`` are those of the reports that it came upon.
    """

    ledger: Ledger
    neighbours: Neighbours
    judge: Judge
    offers: _Offers = field(default_factory=_Offers)
    leads: dict[int, int] = field(default_factory=dict)
    near: dict[int, list[Entry]] = field(default_factory=dict)
    unknown: set[int] = field(default_factory=set)
    unjudged: set[tuple[int, int]] = field(default_factory=set)
    _gone: set[int] = field(default_factory=set)
    _queue: list[Key] = field(default_factory=list)
    _queued: set[int] = field(default_factory=set)

    def run(self, new: Iterable[int]) -> None:
        """Decide about the ``new`` reports and all that these affect."""
        for number in new:
            self._push(number)
        while self._queue:
            self._decide(heapq.heappop(self._queue)[-1])

    def _push(self, number: int) -> None:
        if number not in self._queued:
            self._queued.add(number)
            heapq.heappush(self._queue, self.ledger.key(number))

    def _decide(self, number: int) -> None:
        """Choose a report's entries and its leader, and let those that come later know."""
        entries = self._entries(number)
        if entries is None:
            self.unknown.add(number)
            return
        lead = self._lead(number, entries)
        if lead is None:
            return
        self.near[number], self.leads[number] = entries, lead
        before = self.ledger.lead(number)
        if before == number != lead:
            self._step_down(number)
        elif before != number == lead:
            self._step_up(number)

    def _entries(self, number: int) -> list[Entry] | None:
        """The best of the old entries that still lead and the new leaders; ``None``: not known.

        An old list that was full and has lost something may lack what came behind it.
        """
        old = self.ledger.entries(number)
        left = [e for e in old if e[0] not in self._gone]
        if self.ledger.lead(number) == 0 or (len(left) < len(old) == _ledger.NEAR):
            if not self.neighbours.knows(number):
                return None
            known = {e[0]: e for e in left}
            row = self._earlier(number, self.neighbours.leaders(number))
            left = [known.get(leader, (leader, shared, _UNKNOWN)) for leader, shared in row]
        found = [*left, *self.offers.of(number)]
        return sorted(found, key=self._rank)[: _ledger.NEAR]

    def _earlier(self, number: int, row: Row) -> Iterator[tuple[int, int]]:
        """The best old leaders that still lead and go before a report."""
        others, shared = row
        before = ~self.ledger.later(others, number)
        others, shared = others[before], shared[before]
        order = np.lexsort((self.ledger.places(others), -shared))[: _ledger.NEAR + len(self._gone)]
        for leader, common in zip(others[order].tolist(), shared[order].tolist(), strict=True):
            if leader not in self._gone:
                yield leader, common

    def _rank(self, entry: Entry) -> tuple[int, Key]:
        return -entry[1], self.ledger.key(entry[0])

    def _lead(self, number: int, entries: list[Entry]) -> int | None:
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
        """A leader has become a follower: all that have it among their entries decide again.

        Whoever has it there shares enough with it to be found.
        """
        if not self.neighbours.knows(number):
            self.unknown.add(number)
            return
        self._gone.add(number)
        others, _ = self.neighbours.of(number)
        having = (self.ledger.near(others)[:, :, 0] == number).any(axis=1)
        for other in others[having].tolist():
            self._push(other)

    def _step_up(self, leader: int) -> None:
        """A report has become a leader: it is offered to all later ones that it is near to."""
        if not self.neighbours.knows(leader):
            self.unknown.add(leader)
            return
        others, shared = self.neighbours.of(leader)
        later = self.ledger.later(others, leader)
        others, shared = others[later], shared[later]
        self.offers.take(leader, others, shared)
        last = self.ledger.near(others)[:, _ledger.NEAR - 1]
        worse = (last[:, 1] < shared) | (last[:, 0] == 0)
        for number in others[worse].tolist():
            self._push(number)
        level = ~worse & (last[:, 1] == shared)
        self.ledger.read(last[level, 0].tolist())
        for number, other in zip(others[level].tolist(), last[level, 0].tolist(), strict=True):
            if self.ledger.is_before(leader, other):
                self._push(number)
