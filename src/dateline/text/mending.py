"""A text read as it was before a wrong decoding took its marks apart, and the way back.

“UTF-8 read as Windows-1252” makes three characters of one: ``Harbourâ€™s``. Rules that look for
apostrophes and quotation marks read the mended text; what they find is given in offsets of the text
as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dateline.text.fold import MARKS_APART, mend

__all__ = ["Mended"]


@dataclass(frozen=True, slots=True)
class Mended:
    """The mended text; ``ends[n]`` is where its ``n``-th mended mark ends.

    ``longer[n]`` is how many characters more the text as it is has up to there.
    """

    text: str
    ends: Sequence[int] = ()
    longer: Sequence[int] = ()

    @classmethod
    def of(cls, text: str) -> Mended:
        """Mend a text; one without broken marks is as it was."""
        if text.isascii() or not (found := list(MARKS_APART.finditer(text))):
            return cls(text)
        longer = list(accumulate(len(m[0]) - len(mend(m[0])) for m in found))
        ends = [m.end() - more for m, more in zip(found, longer, strict=True)]
        return cls(mend(text), ends, longer)

    def back(self, at: int) -> int:
        """The offset in the text as it is of an offset in the mended one."""
        n = bisect_right(self.ends, at)
        return at + self.longer[n - 1] if n else at
