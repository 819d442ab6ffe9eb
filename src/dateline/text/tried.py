"""Slow patterns, tried only where they can match.

A pattern with many alternatives costs most where it fails, and that is nearly everywhere. Where a
quick search shows the few places at which it can begin, only those are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def tried(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` finds, if each match begins at one of ``starts``.

    ``starts`` are in order.
    """
    end = 0
    for start in starts:
        if start >= end and (found := pattern.match(text, start)):
            yield found
            end = found.end()


def word_start(text: str, at: int) -> int:
    """Where the run of letters, digits and underscores begins that ``at`` stands in or behind."""
    while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return at
