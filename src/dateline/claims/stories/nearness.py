"""How alike two dispatches are once their days are known: nearer days count for the same event.

What a dispatch shares with dispatches of other times is its genre (bond issues, daily tolls), not
its event. So each dispatch's likeness to those far from its day is taken off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.claims.dates.today import Today
from dateline.claims.stories.likeness import Floats, Pairs

__all__ = ["Days", "same_event"]

_DAYS = 7.0
_FREE_DAYS = 2
_OTHER_TIMES = 14
_GENRE = 16  # as many far dispatches must be alike before it is a genre
# What is left of the likeness of two dispatches whose days lie far apart: little where the texts
# themselves print their days, more where only the input gives them (it may say when a page was
# fetched).
_FAR_PRINTED, _FAR_GIVEN, _UNDATED = 0.1, 0.6, 0.8


@dataclass(frozen=True, slots=True)
class Days:
    """The day of each dispatch as a number, whether it is known, and whether the text prints it."""

    day: NDArray[np.int64]
    known: NDArray[np.bool_]
    printed: NDArray[np.bool_]

    @classmethod
    def of(cls, todays: Sequence[Today | None]) -> Days:
        """The days in the order of the dispatches."""
        return cls(
            np.array([t.day.toordinal() if t else 0 for t in todays], np.int64),
            np.array([t is not None for t in todays], np.bool_),
            np.array([bool(t and t.printed) for t in todays], np.bool_),
        )


def same_event(pairs: Pairs, days: Days) -> Floats:
    """How much speaks for one event, for each pair: at most its cosine; may be below 0."""
    a, b = pairs.a, pairs.b
    known = days.known[a] & days.known[b]
    apart = np.abs(days.day[a] - days.day[b])
    far = np.where(days.printed[a] & days.printed[b], _FAR_PRINTED, _FAR_GIVEN)
    fading = far + (1 - far) * np.exp(-np.maximum(0, apart - _FREE_DAYS) / _DAYS)
    near = np.where(known, fading, _UNDATED)
    genre = _genre(pairs, known & (apart > _OTHER_TIMES), len(days.day))
    likeness: Floats = np.round(pairs.cosine * near - (genre[a] + genre[b]) / 2, 9)
    return likeness


def _genre(pairs: Pairs, far: NDArray[np.bool_], size: int) -> Floats:
    """Of each dispatch the cosine of the sixteenth most alike of those of other times, or 0."""
    ends = np.concatenate((pairs.a[far], pairs.b[far]))
    cosine = np.concatenate((pairs.cosine[far], pairs.cosine[far]))
    order = np.lexsort((-cosine, ends))
    ends, cosine = ends[order], cosine[order]
    first = np.searchsorted(ends, np.arange(size))
    last = np.searchsorted(ends, np.arange(size), side="right")
    genre = np.zeros(size)
    many = last - first >= _GENRE
    genre[many] = cosine[first[many] + _GENRE - 1]
    return genre
