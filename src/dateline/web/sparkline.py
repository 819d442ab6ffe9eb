"""The versions of a dispatch over time, in a few bars."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

__all__ = ["bars"]

_BARS = 24


def bars(days: Mapping[str, int]) -> tuple[float, ...]:
    """Heights from 0 to 1 of at most 24 bars of equal time; one for each day where they suffice.

    Days that are unknown are left out.
    """
    known = {date.fromisoformat(day).toordinal(): n for day, n in days.items() if day}
    if not known:
        return ()
    first, last = min(known), max(known)
    count = min(_BARS, last - first + 1)
    heights = [0] * count
    for day, n in known.items():
        heights[(day - first) * count // (last - first + 1)] += n
    return tuple(round(height / max(heights), 3) for height in heights)
