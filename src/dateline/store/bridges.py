"""Which pairs of reports are judged, and kept as relations.

::

    leader - follower          of each group
    leader - leader            of two groups, where the two share enough to be looked at
    leader - best follower     of another group: who shares most with it, if that is not the leader

So what a report shares with any version of another dispatch is found, and yet a dispatch of
thousands of versions has some thousands of relations, not millions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import numpy as np
import orjson

from dateline.model import Relation
from dateline.store.assess import Assessor, Pair
from dateline.store.groups import Groups
from dateline.store.neighbours import Neighbours

__all__ = ["rebuild"]


def rebuild(
    connection: sqlite3.Connection,
    groups: Groups,
    neighbours: Neighbours,
    changed: Iterable[int],
    assessor: Assessor,
) -> set[int]:
    """Bring the relations of the ``changed`` reports up to date, and those of leaders near them.

    Returns the leaders of all groups that have won or lost a copy in another group.
    """
    changed = set(changed)
    leaders = _leaders_near(groups, neighbours, changed)
    wanted: dict[Pair, int] = {}
    for leader in leaders:
        wanted |= _wanted(groups, neighbours, leader)
    for number in changed:
        lead = int(groups.leads[number - 1])
        if lead != number:
            wanted[lead, number] = int(groups.held[number - 1])
    stored = _stored(connection, leaders | changed)
    stale = [pair for pair in stored if pair not in wanted and not _is_lead(groups, pair)]
    fresh = sorted(pair for pair in wanted if pair not in stored)
    connection.executemany("DELETE FROM relation WHERE a = ? AND b = ?", stale)
    made = _judged(assessor, fresh, wanted)
    _insert(connection, fresh, wanted, made)
    copies = [p for p in stale if stored[p] == "copy"]
    copies += [p for p, r in zip(fresh, made, strict=True) if r.relation == "copy"]
    return {int(groups.leads[end - 1]) for pair in copies for end in pair}


def _leaders_near(groups: Groups, neighbours: Neighbours, changed: set[int]) -> set[int]:
    """The leaders that share enough with a changed report, with all that is known about them."""
    neighbours.ask_leaders(changed, groups.leaders)
    near = {n for n in changed if groups.leads[n - 1] == n}
    for number in changed:
        others = neighbours.leaders(number)[0]
        near.update(others[groups.leads[others - 1] == others].tolist())
        near.add(int(groups.leads[number - 1]))
    neighbours.ask_all(near, len(groups.leads))
    return near


def _wanted(groups: Groups, neighbours: Neighbours, leader: int) -> dict[Pair, int]:
    """The pairs of a leader with other groups, with the number of n-grams that they share."""
    others, shared = neighbours.all(leader)
    leads = groups.leads[others - 1]
    outside = leads != leader
    others, shared, leads = others[outside], shared[outside], leads[outside]
    order = np.lexsort((groups.places[others - 1], -shared, leads))
    others, shared, leads = others[order], shared[order], leads[order]
    chosen = others == leads
    chosen |= np.r_[True, leads[1:] != leads[:-1]][: len(leads)]
    return {
        _in_order(groups, leader, other): common
        for other, common in zip(others[chosen].tolist(), shared[chosen].tolist(), strict=True)
    }


def _in_order(groups: Groups, one: int, other: int) -> Pair:
    is_first = groups.places[one - 1] < groups.places[other - 1]
    return (one, other) if is_first else (other, one)


def _is_lead(groups: Groups, pair: Pair) -> bool:
    return bool(groups.leads[pair[1] - 1] == pair[0])


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


def _judged(assessor: Assessor, pairs: list[Pair], shared: dict[Pair, int]) -> list[Relation]:
    return [assessor.relation(*pair, shared[pair]) for pair in pairs]


def _insert(
    connection: sqlite3.Connection,
    pairs: list[Pair],
    shared: dict[Pair, int],
    made: list[Relation],
) -> None:
    connection.executemany(
        "INSERT INTO relation (a, b, relation, score, containment_ab, containment_ba, shared,"
        " passages, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *pair,
                r.relation,
                r.score,
                r.containment_ab,
                r.containment_ba,
                shared[pair],
                orjson.dumps([(*p.a, *p.b) for p in r.passages]).decode(),
                orjson.dumps(r.evidence).decode(),
            )
            for pair, r in zip(pairs, made, strict=True)
        ),
    )
