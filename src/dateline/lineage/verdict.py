"""From signs to a verdict: who derives from whom, or that it cannot be told."""

from __future__ import annotations

from collections import defaultdict

from dateline.lineage.credits import credits_of
from dateline.lineage.evidence import signs
from dateline.model import Comparison, Direction, Lineage, Sign

_ENOUGH = 0.4
_MARGIN = 0.15
_CUTS = frozenset({"nothing of its own", "attribution lost"})


def judge(c: Comparison) -> Lineage:
    """Whose text it is, and which of the two derives from which.

    The signs for each direction are pooled as independent grounds (1 - product of doubts). Below
    .4, or with the next direction closer than .15, the verdict is ``unknown``.
    """
    found = signs(c)
    doubt: dict[Direction, float] = defaultdict(lambda: 1.0)
    for sign in _once_each(_telling(found)):
        doubt[sign.points] *= 1 - sign.weight
    ranked = sorted(((1 - d, points) for points, d in doubt.items()), reverse=True)
    verdict, confidence = _decided(ranked)
    return Lineage(verdict, origin(c), round(confidence, 2), found, _file(c, verdict))


def _telling(found: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """The signs that decide between the verdicts.

    Where both carry an agency's text that is not here, cuts show who cut, not whom he copied.
    """
    if any(sign.name == "agency unseen" for sign in found):
        return tuple(s for s in found if s.name not in _CUTS)
    return found


def _once_each(found: tuple[Sign, ...]) -> list[Sign]:
    """At most two signs of one name and direction count: repetition is habit, not proof."""
    counted: dict[tuple[str, Direction], int] = defaultdict(int)
    out = []
    for sign in found:
        counted[sign.name, sign.points] += 1
        if counted[sign.name, sign.points] <= 2:
            out.append(sign)
    return out


def _decided(ranked: list[tuple[float, Direction]]) -> tuple[Direction, float]:
    if not ranked or ranked[0][0] < _ENOUGH:
        return "unknown", 0.0
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    if ranked[0][0] - second < _MARGIN:
        return "unknown", 0.0
    return ranked[0][1], ranked[0][0] * (1 - second / 2)


def origin(c: Comparison) -> str | None:
    """The agency whose text both carry, as far as either side names it."""
    found = [*credits_of(c.a, c.sentences_a), *credits_of(c.b, c.sentences_b)]
    ranked = sorted(found, key=lambda x: ("own", "credited", "named").index(x.how))
    return ranked[0].agency if ranked else None


def _file(c: Comparison, verdict: Direction) -> str:
    """What damage says about the file that was copied."""
    worse, better = c.damage_a, c.damage_b
    side, rest = ("a", "b")
    if verdict == "a<-b":
        worse, better, side, rest = better, worse, rest, side
    lost = [d.kind for d in worse if d.kind not in {x.kind for x in better}]
    if verdict in {"b<-a", "a<-b"} and lost:
        what = ", ".join(lost)
        return f"{rest} was made from a cleaner copy than this file of {side} ({what}), unseen"
    return ""
