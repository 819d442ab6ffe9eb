"""Signs of whose text it is: an agency's own file, a credit removed, an agency unseen."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lineage.credits import Credit, credits_of
from dateline.lineage.directions import BACK, COMMON, FORWARD
from dateline.model import Comparison, Direction, Sign

_MANY = 3
_LARGE = 0.3


def agency(c: Comparison) -> Iterator[Sign]:
    """One side is, or keeps the slug of, an agency's own text; or both carry one agency's."""
    a, b = credits_of(c.a, c.sentences_a), credits_of(c.b, c.sentences_b)
    own_a, own_b = _own(a), _own(b)
    if own_a and own_b and own_a.agency == own_b.agency:
        return
    if own_a and not own_b:
        yield from _from_agency(c, own_a, b, FORWARD)
    elif own_b and not own_a:
        yield from _from_agency(c, own_b, a, BACK)
    elif a or b:
        yield _unseen_agency(a, b)


def _own(found: tuple[Credit, ...]) -> Credit | None:
    return next((x for x in found if x.how == "own"), None)


def _from_agency(
    c: Comparison, own: Credit, other: tuple[Credit, ...], points: Direction
) -> Iterator[Sign]:
    """The agency's own text on one side; what the other makes of the credit says more."""
    side, rest = ("a", "b") if points == FORWARD else ("b", "a")
    if other and all(x.agency != own.agency for x in other):
        yield _sign("other agency", COMMON, 0.5, f"{rest} credits {other[0].agency}, {side} {own.agency}",
                    own, other[0], points)  # fmt: skip
        return
    if _later_take(c, points):
        yield _sign("later take", COMMON, 0.9,
                    f"{rest} has much of its own beside {own.agency}'s text: another take of it",
                    own, None, points)  # fmt: skip
        return
    kept = next((x for x in other if x.agency == own.agency), None)
    says = (
        f"{side} is {own.agency}'s text by its slug or editors' line; {rest} still shows “{kept.span.text}”"
        if kept
        else f"{side} is {own.agency}'s text by its slug or editors' line; {rest} has no credit"
    )
    yield _sign("agency text" if kept else "credit removed", points, 0.8, says, own, kept, points)


def _later_take(c: Comparison, points: Direction) -> bool:
    """Whether the other side adds so much that it must have had more than this text."""
    added, kept = _own_sentences(c, points)
    return added >= _MANY and added >= _LARGE * (added + kept)


def _own_sentences(c: Comparison, points: Direction) -> tuple[int, int]:
    kind = "added" if points == FORWARD else "dropped"
    own = sum(kind in r.kinds for r in c.rows)
    kept = sum(bool(r.a and r.b) for r in c.rows)
    return own, kept


def _unseen_agency(a: tuple[Credit, ...], b: tuple[Credit, ...]) -> Sign:
    first_a, first_b = (a[0] if a else None), (b[0] if b else None)
    name = (first_a or first_b).agency  # type: ignore[union-attr]
    both = f"both carry {name}'s text" if a and b else f"one side names {name} as its source"
    return Sign(
        "agency unseen",
        COMMON,
        0.7 if a and b else 0.6,
        f"{both}, neither is {name}'s own file",
        first_a.span if first_a else None,
        first_b.span if first_b else None,
    )


def _sign(
    name: str, points: Direction, weight: float, says: str, own: Credit, other: Credit | None,
    side: Direction,
) -> Sign:  # fmt: skip
    mine, theirs = own.span, other.span if other else None
    a, b = (mine, theirs) if side == FORWARD else (theirs, mine)
    return Sign(name, points, weight, says, a, b)
