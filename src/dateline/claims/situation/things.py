"""What is told of one place, each thing once: by one source, and by all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dateline.claims.merge.independence import grouped
from dateline.claims.situation.pile import Pile
from dateline.claims.situation.told import Told

__all__ = ["Thing", "alike", "same_things", "with_all"]


class Thing(NamedTuple):
    """What claims of one source say alike: what was done, by whom, and on which day.

    ``deed`` is all that must be the same; ``actor`` are the words of the doer's name, ``day`` is
    empty where it is unknown.
    """

    deed: tuple[object, ...]
    actor: frozenset[str]
    day: str
    tellings: list[Told]


def same_things(found: Sequence[Told], pile: Pile) -> list[Thing]:
    """The happenings of one place that are one account: the same source, deed, doer and day.

    A doer's shorter name, or none, is the same doer's; a day that is unknown may be any.
    """
    things: dict[tuple[object, ...], list[Thing]] = defaultdict(list)
    for one in found:
        mine = _thing(one, pile)
        known = things[one.source, mine.deed]
        for n, thing in enumerate(known):
            if _is_same(thing, mine):
                joined = thing.tellings + mine.tellings
                actor = thing.actor | mine.actor
                known[n] = Thing(mine.deed, actor, thing.day or mine.day, joined)
                break
        else:
            known.append(mine)
    return [thing for some in things.values() for thing in some]


def alike(things: Sequence[Thing]) -> list[list[Told]]:
    """The tellings of each thing, whoever tells it."""
    return [[one for n in group for one in things[n].tellings] for group in _groups(things)]


def with_all(things: Sequence[Thing]) -> list[list[Told]]:
    """For each thing the tellings of all sources that tell the same."""
    out: dict[int, list[Told]] = {}
    for group in _groups(things):
        together = [one for n in group for one in things[n].tellings]
        out |= dict.fromkeys(group, together)
    return [out[n] for n in range(len(things))]


def _groups(things: Sequence[Thing]) -> list[list[int]]:
    def same(a: int, b: int) -> bool:
        return things[a].deed == things[b].deed and _is_same(things[a], things[b])

    return grouped(range(len(things)), same)


def _thing(one: Told, pile: Pile) -> Thing:
    h, event = one.happening, one.claim.event
    words = pile.key(h.actor.canonical, one.claim.report).split() if h.actor else ()
    deed = (h.deed, h.aim, h.negated, h.distance)
    return Thing(deed, frozenset(words), (event and event.start) or "", [one])


def _is_same(a: Thing, b: Thing) -> bool:
    same_day = a.day == b.day or not (a.day and b.day)
    return same_day and (a.actor <= b.actor or b.actor <= a.actor)
