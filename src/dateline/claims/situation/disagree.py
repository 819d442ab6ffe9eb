"""Accounts of one place that cannot both be its state, and in which way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.claims.actors.names import key
from dateline.model import Account, Disagreement

_GAINED = frozenset({"captured"})
_GONE = frozenset({"lost", "withdrew"})
_FAR = 1.2  # distances that differ by more than a fifth are another claim


def disagreements(accounts: Sequence[Account]) -> tuple[Disagreement, ...]:
    """The pairs of different sources' accounts that contradict each other."""
    return tuple(
        Disagreement(i, j, says)
        for (i, a), (j, b) in combinations(enumerate(accounts), 2)
        if _are_two(a, b)
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
    return not (one <= two or two <= one)


def _is_farther(a: Account, b: Account) -> bool:
    if a.distance is None or b.distance is None or not _is_same(a.actor, b.actor):
        return False
    return max(a.distance, b.distance) > _FAR * min(a.distance, b.distance)
