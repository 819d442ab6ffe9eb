"""The quotations of a report, and which of its sentences they hold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dateline.model import Mode
from dateline.text.fold import DOUBLE_QUOTES
from dateline.text.paragraphs import Range
from dateline.text.quotations import quotations

_MARKS = DOUBLE_QUOTES + "'’‘`"


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
        if not self.ranges or not any(self._near(*at) for at in stretches):
            return "indirect"
        words = (at for stretch in stretches for at in self._outside(*stretch))
        return "mixed" if any(self._has_word(*at) for at in words) else "direct"

    def _near(self, start: int, end: int) -> list[Range]:
        """The quotations that a range meets."""
        first = max(0, bisect_right(self._starts, start) - 1)
        met = self.ranges[first : bisect_left(self._starts, end)]
        return met[1:] if met and met[0][1] <= start else met

    def _outside(self, start: int, end: int) -> Iterator[Range]:
        """What of a range stands in no quotation."""
        for first, last in self._near(start, end):
            yield start, first
            start = max(start, last)
        yield start, end

    def _has_word(self, start: int, end: int) -> bool:
        return any(c.isalnum() for c in self.text[start:end])

    def marked(self, quotation: Range) -> Range:
        """A quotation with its marks."""
        start, end = quotation
        while start and self.text[start - 1] in _MARKS:
            start -= 1
        while end < len(self.text) and self.text[end] in _MARKS:
            end += 1
        return start, end
