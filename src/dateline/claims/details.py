"""The seam where a claim gets what its words name: days, numbers, places, actors, happenings.

Each is looked for by its own part of this stage, once in a report; a claim has what stands in its
content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from dateline.claims.actors import actors_of
from dateline.claims.dates import Today, dated, whens_in
from dateline.claims.deeds import happenings_of
from dateline.claims.numbers import numbers_in
from dateline.claims.places import places_of
from dateline.model import Anatomy, Claim


class _Placed(Protocol):
    """Something with its offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


class Details:
    """What the words of one report name."""

    def __init__(self, anatomy: Anatomy, today: Today | None) -> None:
        text = anatomy.report.text
        read = [p for p in anatomy.sentences if p.role in ("body", "caption")]
        self._anatomy, self._today = anatomy, today
        self._whens = [w for p in read for w in whens_in(text, p.start, p.end, today)]
        self._numbers = [n for p in read for n in numbers_in(text, p.start, p.end)]
        self._places = places_of(anatomy)
        self._actors = actors_of(anatomy)
        self._happenings = happenings_of(anatomy, self._actors, self._places)

    def added(self, claim: Claim) -> Claim:
        """The claim with all that its content names."""
        told = [h for h in self._happenings if _holds(claim, h.words)]
        full = replace(
            claim,
            numbers=tuple(_within(self._numbers, claim)),
            places=tuple(_within(self._places, claim)),
            actors=tuple(_within(self._actors, claim)),
            happenings=tuple(told),
        )
        return dated(full, self._anatomy, self._today, self._whens)


def _within(items: Sequence[_P], claim: Claim) -> list[_P]:
    """The items that stand in the content of a claim."""
    return [x for x in items if _holds(claim, x)]


def _holds(claim: Claim, x: _Placed) -> bool:
    return any(s.start <= x.start and x.end <= s.end for s in (claim.content, *claim.more))
