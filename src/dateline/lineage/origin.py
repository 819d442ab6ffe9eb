"""Signs of whose text it is: an agency's own file, a credit removed, an agency unseen."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lineage.credits import Credit, credits_of, possessive, update_line
from dateline.lineage.directions import BACK, COMMON, FORWARD
from dateline.model import Comparison, Direction, Sentence, Sign, Span

_MANY = 3
_LARGE = 0.3


def agency(c: Comparison) -> Iterator[Sign]:
    """One side is, or keeps the slug of, an agency's own text; or both carry one agency's."""
    a, b = credits_of(c.a, c.sentences_a), credits_of(c.b, c.sentences_b)
    own_a, own_b = _own(a), _own(b)
    if own_a and own_b and own_a.agency == own_b.agency:
        yield from _takes(c, own_a, own_b)
        return
    if own_a and not own_b:
        yield from _from_agency(c, own_a, b, FORWARD)
    elif own_b and not own_a:
        yield from _from_agency(c, own_b, a, BACK)
    elif a or b:
        yield _unseen_agency(a, b)


def _takes(c: Comparison, own_a: Credit, own_b: Credit) -> Iterator[Sign]:
    """Two files of one agency's text: one says that it updates, or has been published since."""
    for sentences, points in ((c.sentences_b, FORWARD), (c.sentences_a, BACK)):
        if said := update_line(sentences):
            a, b = (own_a.span, _span(said)) if points == FORWARD else (_span(said), own_b.span)
            yield Sign("later take of one agency", points, 0.6, f"“{said.text}”", a, b)
    yield from _published(c)


def _published(c: Comparison) -> Iterator[Sign]:
    """Site matter or a caption around one of the two: an agency's own file has none."""
    mine, theirs = _glued(c.sentences_a), _glued(c.sentences_b)
    if theirs and not mine:
        yield Sign("furniture glued on", FORWARD, 0.5, _glued_on("b", theirs), None, theirs)
    elif mine and not theirs:
        yield Sign("furniture glued on", BACK, 0.5, _glued_on("a", mine), mine, None)


def _glued(sentences: tuple[Sentence, ...]) -> Span | None:
    return next((_span(s) for s in sentences if s.role in {"caption", "boilerplate"}), None)


def _glued_on(side: str, span: Span) -> str:
    words = span.text if len(span.text) <= 60 else span.text[:60].rstrip() + " …"
    return f"{side} has been published with site matter or a caption around it: “{words}”"


def _span(s: Sentence) -> Span:
    return Span(s.start, s.end, s.text)


def _own(found: tuple[Credit, ...]) -> Credit | None:
    return next((x for x in found if x.how == "own"), None)


def _from_agency(
    c: Comparison, own: Credit, other: tuple[Credit, ...], points: Direction
) -> Iterator[Sign]:
    """The agency's own text on one side; what the other makes of the credit says more."""
    side, rest = ("a", "b") if points == FORWARD else ("b", "a")
    kept = next((x for x in other if x.agency == own.agency), None)
    whose = f"{side} is {possessive(own.agency)} text by its slug or editors' line"
    if other and not kept:
        says = f"{whose}, {rest} credits {other[0].agency}"
        yield _sign("other agency", COMMON, 0.5, says, points, own, other[0])
    elif _later_take(c, points):
        says = f"{whose}; {rest} has so much beside it that it must be another take"
        yield _sign("later take", COMMON, 0.9, says, points, own)
    elif kept:
        says = f"{whose}; {rest} still shows “{kept.span.text}”"
        yield _sign("agency text", points, 0.8, says, points, own, kept)
    else:
        yield _sign("credit removed", points, 0.8, f"{whose}; {rest} has no credit", points, own)


def _later_take(c: Comparison, points: Direction) -> bool:
    """Whether the other side adds so much that it must have had more than this text."""
    kind = "added" if points == FORWARD else "dropped"
    added = sum(kind in r.kinds for r in c.rows)
    kept = sum(bool(r.a and r.b) for r in c.rows)
    return added >= _MANY and added >= _LARGE * (added + kept)


def _unseen_agency(a: tuple[Credit, ...], b: tuple[Credit, ...]) -> Sign:
    first_a, first_b = next(iter(a), None), next(iter(b), None)
    agency = [*a, *b][0].agency
    both = (
        f"both carry {possessive(agency)} text"
        if a and b
        else f"one side names {agency} as its source"
    )
    return Sign(
        "agency unseen",
        COMMON,
        0.7 if a and b else 0.6,
        f"{both}, neither is {possessive(agency)} own file",
        first_a.span if first_a else None,
        first_b.span if first_b else None,
    )


def _sign(
    name: str,
    points: Direction,
    weight: float,
    says: str,
    owner: Direction,
    own: Credit,
    other: Credit | None = None,
) -> Sign:
    """A sign with the owner's words on its own side (``owner`` is ``b<-a`` where that is a)."""
    mine, theirs = own.span, other.span if other else None
    a, b = (mine, theirs) if owner == FORWARD else (theirs, mine)
    return Sign(name, points, weight, says, a, b)
