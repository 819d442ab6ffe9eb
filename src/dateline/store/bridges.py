"""Which pairs of reports are kept as relations.

::

    leader - follower          of each group
    leader - leader            that it was judged against (`dateline.store.groups`)
    leader - follower          of another group, which shares more with it than its own leader does:
                               of each such group the best, of those the best few

So what a report shares with any version of another dispatch is found, and yet a dispatch of
thousands of versions has some thousands of relations, not millions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import numpy as np
import orjson

from dateline.match.jit import Flags, Ints, Ranks
from dateline.model import Relation
from dateline.store import ledger as _ledger
from dateline.store.assess import Assessor, Pair
from dateline.store.groups import Settled
from dateline.store.ledger import Ledger
from dateline.store.neighbours import Neighbours
from dateline.store.verdicts import is_listed

__all__ = ["rebuild"]


def rebuild(
    connection: sqlite3.Connection,
    ledger: Ledger,
    neighbours: Neighbours,
    settled: Settled,
    assessor: Assessor,
) -> set[int]:
    """Bring the relations up to date after what `settle` has changed.

    Returns the leaders of all groups that have won or lost a copy in another group.
    """
    changed = set(settled.leads)
    stored = _stored(connection, changed | settled.near)
    beside = _besides_touched(ledger, neighbours, changed, stored)
    stored |= _stored(connection, beside)
    wanted = {pair for leader in beside for pair in _beside(ledger, neighbours, leader)}
    for number in changed | settled.near:
        lead = ledger.lead(number)
        if lead != number:
            wanted.add((lead, number))
        else:
            wanted.update((other, number) for other, _, _ in ledger.entries(number))
    ledger.read(end for pair in stored for end in pair)
    stale = [p for p in stored if p not in wanted and not _holds(ledger, p, beside)]
    fresh = sorted(pair for pair in wanted if pair not in stored)
    connection.executemany("DELETE FROM relation WHERE a = ? AND b = ?", stale)
    assessor.judge(fresh)
    made = [assessor.relation(pair) for pair in fresh]
    _insert(connection, fresh, made)
    copies = [p for p in stale if stored[p] == "copy"]
    copies += [p for p, r in zip(fresh, made, strict=True) if r.relation == "copy"]
    return {ledger.lead(end) for pair in copies for end in pair}


def _holds(ledger: Ledger, pair: Pair, beside: set[int]) -> bool:
    """Whether a pair that is kept, and that nothing new asks for, is still to be kept."""
    leads = [ledger.lead(end) for end in pair]
    leaders = [end for end, lead in zip(pair, leads, strict=True) if end == lead]
    if len(leaders) == 2:
        return any(entry[0] == pair[0] for entry in ledger.entries(pair[1]))
    if leads[1] == pair[0]:
        return True
    return len(leaders) == 1 and leaders[0] not in beside


def _besides_touched(
    ledger: Ledger, neighbours: Neighbours, changed: set[int], stored: Iterable[Pair]
) -> set[int]:
    """The leaders for which the best follower of another group may be another than before.

    All that is known about them, and about whom else they share n-grams with, is asked for.
    """
    followers = {n for n in changed if ledger.lead(n) != n}
    leads = {ledger.lead(n) for n in followers}
    neighbours.ask(followers | leads)
    ledger.read(end for pair in stored for end in pair)
    ends = {*changed, *(end for pair in stored for end in pair)}
    touched = {n for n in ends if ledger.lead(n) == n}
    for number in followers:
        others, shared = neighbours.leaders(number)
        with_lead = _shared_with(neighbours, ledger.lead(number), others)
        touched.update(others[shared > with_lead].tolist())
    neighbours.ask(touched)
    return touched


def _shared_with(neighbours: Neighbours, leader: int, others: Ranks) -> Ints:
    """How many n-grams a leader shares with each of some others, 0 where too few to be known."""
    known, shared = neighbours.leaders(leader)
    places = np.minimum(np.searchsorted(known, others), max(0, len(known) - 1))
    out = np.zeros(len(others), np.int64)
    if len(known):
        there = known[places] == others
        out[there] = shared[places[there]]
    return out


def _beside(ledger: Ledger, neighbours: Neighbours, leader: int) -> list[Pair]:
    """The pairs of a leader with the best followers of other groups."""
    others, shared = neighbours.of(leader)
    leads = ledger.leads(others)
    outside: Flags = leads != leader
    others, shared, leads = others[outside], shared[outside], leads[outside]
    # Of a group the one that shares most goes first; where that is its leader, none is beside.
    places = ledger.places(others)
    order = np.lexsort((places, others != leads, -shared, leads))
    best = order[np.r_[True, np.diff(leads[order]) != 0][: len(order)]]
    best = best[others[best] != leads[best]]
    best = best[np.lexsort((places[best], -shared[best]))][: _ledger.NEAR]
    return [_in_order(ledger, leader, other) for other in others[best].tolist()]


def _in_order(ledger: Ledger, one: int, other: int) -> Pair:
    return (one, other) if ledger.is_before(one, other) else (other, one)


def _stored(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[Pair, str]:
    """The relations of these reports that are kept, with their kind."""
    found: dict[Pair, str] = {}
    for number in numbers:
        for end in ("a", "b"):
            rows = connection.execute(
                f"SELECT a, b, relation FROM relation WHERE {end} = ?", (number,)
            )
            found.update(((a, b), relation) for a, b, relation in rows)
    return found


def _insert(connection: sqlite3.Connection, pairs: list[Pair], made: list[Relation]) -> None:
    connection.executemany(
        "INSERT INTO relation (a, b, relation, score, containment_ab, containment_ba, passages,"
        " evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*pair, r.relation, r.score, r.containment_ab, r.containment_ba, *_details(r))
            for pair, r in zip(pairs, made, strict=True)
        ),
    )


def _details(relation: Relation) -> tuple[str, str]:
    """Passages and grounds as JSON; none of a relation that is only kept as judged."""
    if not is_listed(relation):
        return "[]", "[]"
    passages = orjson.dumps([(*p.a, *p.b) for p in relation.passages])
    return passages.decode(), orjson.dumps(relation.evidence).decode()
