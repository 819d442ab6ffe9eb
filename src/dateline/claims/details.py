"""The seam where a claim gets what its words name: days, numbers, places, actors, happenings.

Each is looked for by its own part of this stage, once in a report; a claim has what stands in its
content.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from dateline.claims.actors import actors_of
from dateline.claims.dates import Today, dated, whens_in
from dateline.claims.deeds import happenings_of
from dateline.claims.numbers import numbers_in
from dateline.claims.places import places_of
from dateline.model import Anatomy, Claim, Span


class _Placed(Protocol):
    """Something with its offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_P = TypeVar("_P")


class Details:
    """What the words of one report name."""

    def __init__(self, anatomy: Anatomy, today: Today | None) -> None:
        text = anatomy.report.text
        read = [p for p in anatomy.sentences if p.role in ("body", "caption")]
        self._anatomy, self._today = anatomy, today
        self._whens = [w for p in read for w in whens_in(text, p.start, p.end, today)]
        places, actors = places_of(anatomy), actors_of(anatomy)
        happenings = happenings_of(anatomy, actors, places)
        numbers = (n for p in read for n in numbers_in(text, p.start, p.end))
        self._numbers = _Items(numbers, lambda n: n)
        self._places, self._actors = _Items(places, lambda p: p), _Items(actors, lambda a: a)
        self._happenings = _Items(happenings, lambda h: h.words)

    def added(self, claim: Claim) -> Claim:
        """The claim with all that its content names."""
        full = replace(
            claim,
            numbers=self._numbers.within(claim),
            places=self._places.within(claim),
            actors=self._actors.within(claim),
            happenings=self._happenings.within(claim),
        )
        return dated(full, self._anatomy, self._today, self._whens)


class _Items(Generic[_P]):
    """What one part found in a report, in text order."""

    def __init__(self, items: Iterable[_P], at: Callable[[_P], _Placed]) -> None:
        self._items = sorted(items, key=lambda x: at(x).start)
        self._at = [at(x) for x in self._items]
        self._starts = [x.start for x in self._at]

    def within(self, claim: Claim) -> tuple[_P, ...]:
        """The items that stand in the content of a claim."""
        return tuple(x for span in (claim.content, *claim.more) for x in self._inside(span))

    def _inside(self, span: Span) -> Iterator[_P]:
        first, last = (bisect_left(self._starts, x) for x in (span.start, span.end))
        for n in range(first, last):
            if self._at[n].end <= span.end:
                yield self._items[n]
