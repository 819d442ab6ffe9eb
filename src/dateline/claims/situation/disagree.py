"""Accounts of one place that cannot both be its state, and in which way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from dateline.claims.actors.names import key
from dateline.claims.words.doers import HEADS
from dateline.model import Account, Disagreement, When

_GAINED = frozenset({"captured"})
_GONE = frozenset({"lost", "withdrew"})
_FAR = 1.2  # distances that differ by more than a fifth are another claim
_NEAR = timedelta(days=7)  # apart that two sources may date one event
_LATELY = timedelta(days=30)  # before it was said that an event without a day may have been
# Any side has them: "forces" and "the army" may be the same people.
_ANYBODY = frozenset({"fighters", "troops", "soldiers", *(w for w, t in HEADS.items() if not t)})


def disagreements(accounts: Sequence[Account]) -> tuple[Disagreement, ...]:
    """The pairs of different sources' accounts that contradict each other."""
    return tuple(
        Disagreement(i, j, says)
        for (i, a), (j, b) in combinations(enumerate(accounts), 2)
        if _are_two(a, b) and _may_be_at_once(a, b)
        for says in _ways(a, b)
    )


def _are_two(a: Account, b: Account) -> bool:
    """Whether they are two sources' words; who is not known may be the same."""
    named = a.source is not None or a.voice != "attributed"
    also = b.source is not None or b.voice != "attributed"
    return (
        named
        and also
        and (a.voice, a.source, a.report) != (b.voice, b.source, b.report)
        and ((a.voice, a.source) != (b.voice, b.source))
    )


def _may_be_at_once(a: Account, b: Account) -> bool:
    """Whether they may speak of one time: what changed hands since is no contradiction."""
    dated = a.event is not None and b.event is not None
    one, other = (a.event, b.event) if dated else (a.event or a.said, b.event or b.said)
    apart = _NEAR if dated else _LATELY
    return not (_is_before(one, other, apart) or _is_before(other, one, apart))


def _is_before(one: When | None, other: When | None, by: timedelta) -> bool:
    """Whether an interval surely ends longer than ``by`` before another begins."""
    if not (one and other and one.end and other.start):
        return False
    return date.fromisoformat(one.end) + by < date.fromisoformat(other.start)


def _ways(a: Account, b: Account) -> Iterator[str]:
    if a.deed == b.deed and _is_same(a.actor, b.actor) and a.negated != b.negated:
        yield "one says that it happened, the other that it did not"
    elif a.negated or b.negated or "planned" in (a.deed, b.deed):
        return
    elif a.deed in _GAINED and b.deed in _GAINED and _differ(a.actor, b.actor):
        yield "in whose hands"
    elif {a.deed, b.deed} & _GAINED and {a.deed, b.deed} & _GONE and _is_same(a.actor, b.actor):
        yield "captured or lost"
    elif a.deed == b.deed == "advanced" and _is_farther(a, b):
        yield "how far"


def _is_same(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and key(a) == key(b)


def _differ(a: str | None, b: str | None) -> bool:
    """Whether two names are surely two actors: a shorter form of a name may be the same."""
    if a is None or b is None:
        return False
    one, two = set(key(a).split()), set(key(b).split())
    return not (one <= two or two <= one or one <= _ANYBODY or two <= _ANYBODY)


def _is_farther(a: Account, b: Account) -> bool:
    if a.distance is None or b.distance is None or not _is_same(a.actor, b.actor):
        return False
    return max(a.distance, b.distance) > _FAR * min(a.distance, b.distance)
