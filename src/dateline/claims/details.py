"""The seam where a claim gets what its words name: days, numbers, places, actors, happenings.

Each is looked for by its own part of this stage, once in a report; a claim has what stands in its
content.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, Protocol, TypeVar

from dateline.claims.actors import actors_of
from dateline.claims.dates import Saying, Today, said_and_event, whens_in
from dateline.claims.deeds import happenings_of
from dateline.claims.numbers import numbers_in
from dateline.claims.places import places_of
from dateline.model import Actor, Anatomy, Happening, Number, Place, Span, When


class _Placed(Protocol):
    """Something with its offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_P = TypeVar("_P")


class Named(NamedTuple):
    """What the content of a claim names, and when it was said."""

    said: When | None
    event: When | None
    numbers: tuple[Number, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    happenings: tuple[Happening, ...]


class Details:
    """What the words of one report name."""

    def __init__(self, anatomy: Anatomy, today: Today | None) -> None:
        text = anatomy.report.text
        read = [p for p in anatomy.sentences if p.role in ("body", "caption")]
        self._anatomy, self._today = anatomy, today
        self._whens: list[When] = []
        numbers: list[Number] = []
        for piece in read:
            self._whens += whens_in(text, piece.start, piece.end, today)
            numbers += numbers_in(text, piece.start, piece.end)
        places, actors = places_of(anatomy), actors_of(anatomy)
        happenings = happenings_of(anatomy, actors, places)
        self._numbers = _Items(numbers, lambda n: n)
        self._places, self._actors = _Items(places, lambda p: p), _Items(actors, lambda a: a)
        self._happenings = _Items(happenings, lambda h: h.words)

    def named(self, claim: Saying) -> Named:
        """All that the content of a claim names."""
        return Named(
            *said_and_event(claim, self._anatomy, self._today, self._whens),
            self._numbers.within(claim),
            self._places.within(claim),
            self._actors.within(claim),
            self._happenings.within(claim),
        )


class _Items(Generic[_P]):
    """What one part found in a report, in text order."""

    def __init__(self, items: Iterable[_P], at: Callable[[_P], _Placed]) -> None:
        self._items = sorted(items, key=lambda x: at(x).start)
        self._at = [at(x) for x in self._items]
        self._starts = [x.start for x in self._at]

    def within(self, claim: Saying) -> tuple[_P, ...]:
        """The items that stand in the content of a claim."""
        if not self._items:
            return ()
        inside = self._inside(claim.content)
        for span in claim.more:
            inside += self._inside(span)
        return tuple(inside)

    def _inside(self, span: Span) -> list[_P]:
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, first)
        return [self._items[n] for n in range(first, last) if self._at[n].end <= span.end]
