"""The quotations of a report, and which of its sentences they hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.model import Mode
from dateline.text.fold import DOUBLE_QUOTES
from dateline.text.paragraphs import Range
from dateline.text.quotations import quotations

_MARKS = DOUBLE_QUOTES + "'’‘`"
_DIRECT = 0.9


class Quotations:
    """Where a report's quotations start and end, the marks outside."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ranges = quotations(text)
        self.opens = frozenset(start for start, _ in self.ranges)
        self.closes = frozenset(end for _, end in self.ranges)
        self._starts = [start for start, _ in self.ranges]

    def around(self, at: int) -> Range | None:
        """The quotation that the code point ``at`` stands in."""
        n = bisect_right(self._starts, at) - 1
        return self.ranges[n] if n >= 0 and at < self.ranges[n][1] else None

    def mode(self, stretches: Sequence[Range]) -> Mode:
        """Whether words are a speaker's own, a newsroom's, or both."""
        inside = sum(self._inside(*at) for at in stretches)
        if not inside:
            return "indirect"
        whole = sum(end - start for start, end in stretches)
        return "direct" if inside >= _DIRECT * whole else "mixed"

    def _inside(self, start: int, end: int) -> int:
        """How many characters of a range stand in quotations."""
        n = max(0, bisect_right(self._starts, start) - 1)
        inside = 0
        for first, last in self.ranges[n:]:
            if first >= end:
                break
            inside += max(0, min(last, end) - max(first, start))
        return inside

    def marked(self, quotation: Range) -> Range:
        """A quotation with its marks."""
        start, end = quotation
        while start and self.text[start - 1] in _MARKS:
            start -= 1
        while end < len(self.text) and self.text[end] in _MARKS:
            end += 1
        return start, end
