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
from dateline.store.assess import Assessor, Pair
from dateline.store.groups import NEAR, Groups, Settled
from dateline.store.neighbours import Neighbours
from dateline.store.verdicts import is_listed

__all__ = ["rebuild"]


def rebuild(
    connection: sqlite3.Connection,
    groups: Groups,
    neighbours: Neighbours,
    settled: Settled,
    assessor: Assessor,
) -> set[int]:
    """Bring the relations up to date after what `settle` has changed.

    Returns the leaders of all groups that have won or lost a copy in another group.
    """
    changed = set(settled.leads)
    stored = _stored(connection, changed | settled.near)
    beside = _besides_touched(groups, neighbours, changed, stored)
    stored |= _stored(connection, beside)
    wanted = {pair for leader in beside for pair in _beside(groups, neighbours, leader)}
    for number in changed | settled.near:
        lead = int(groups.leads[number - 1])
        if lead != number:
            wanted.add((lead, number))
        else:
            wanted.update((other, number) for other, _, _ in groups.entries(number))
    stale = [p for p in stored if p not in wanted and not _holds(groups, p, beside)]
    fresh = sorted(pair for pair in wanted if pair not in stored)
    connection.executemany("DELETE FROM relation WHERE a = ? AND b = ?", stale)
    assessor.judge(fresh)
    made = [assessor.relation(pair) for pair in fresh]
    _insert(connection, fresh, made)
    copies = [p for p in stale if stored[p] == "copy"]
    copies += [p for p, r in zip(fresh, made, strict=True) if r.relation == "copy"]
    return {int(groups.leads[end - 1]) for pair in copies for end in pair}


def _holds(groups: Groups, pair: Pair, beside: set[int]) -> bool:
    """Whether a pair that is kept, and that nothing new asks for, is still to be kept."""
    leads = [int(groups.leads[end - 1]) for end in pair]
    leaders = [end for end, lead in zip(pair, leads, strict=True) if end == lead]
    if len(leaders) == 2:
        return any(entry[0] == pair[0] for entry in groups.entries(pair[1]))
    if leads[1] == pair[0]:
        return True
    return len(leaders) == 1 and leaders[0] not in beside


def _besides_touched(
    groups: Groups, neighbours: Neighbours, changed: set[int], stored: Iterable[Pair]
) -> set[int]:
    """The leaders for which the best follower of another group may be another than before.

    All that is known about them, and about whom else they share n-grams with, is asked for.
    """
    followers = {n for n in changed if groups.leads[n - 1] != n}
    leads = {int(groups.leads[n - 1]) for n in followers}
    neighbours.ask_leaders(followers | leads, groups.leaders)
    marks = groups.leaders
    touched = {n for n in changed if marks[n - 1]}
    touched.update(end for pair in stored for end in pair if marks[end - 1])
    for number in followers:
        others, shared = neighbours.leaders(number)
        with_lead = _shared_with(neighbours, int(groups.leads[number - 1]), others)
        touched.update(others[marks[others - 1] & (shared > with_lead)].tolist())
    neighbours.ask_all(touched, len(groups.leads))
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


def _beside(groups: Groups, neighbours: Neighbours, leader: int) -> list[Pair]:
    """The pairs of a leader with the best followers of other groups."""
    others, shared = neighbours.all(leader)
    leads = groups.leads[others - 1]
    outside: Flags = leads != leader
    others, shared, leads = others[outside], shared[outside], leads[outside]
    # Of a group the one that shares most goes first; where that is its leader, none is beside.
    order = np.lexsort((groups.places[others - 1], others != leads, -shared, leads))
    best = order[np.r_[True, np.diff(leads[order]) != 0][: len(order)]]
    best = best[others[best] != leads[best]]
    best = best[np.lexsort((groups.places[others[best] - 1], -shared[best]))][:NEAR]
    return [_in_order(groups, leader, other) for other in others[best].tolist()]


def _in_order(groups: Groups, one: int, other: int) -> Pair:
    return (one, other) if groups.is_before(one, other) else (other, one)


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
