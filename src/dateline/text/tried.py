"""Slow patterns, tried only where they can match.

A pattern with many alternatives costs most where it fails, and that is nearly everywhere. Where a
quick search shows the few places at which it can begin, only those are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def tried(
    pattern: re.Pattern[str], text: str, starts: Iterable[int], stop: int | None = None
) -> Iterator[re.Match[str]]:
    """What ``pattern`` finds in ``text[:stop]``, if each match begins at one of ``starts``.

    ``starts`` are in order; as with ``finditer`` matches do not overlap.
    """
    end, last = 0, len(text) if stop is None else stop
    for start in starts:
        if start >= end and (found := pattern.match(text, start, last)):
            yield found
            end = found.end()


def word_start(text: str, at: int) -> int:
    """Where the run of letters, digits and underscores begins that ``at`` stands in or behind."""
    while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return at
