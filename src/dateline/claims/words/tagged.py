"""A text as words, each with letters for its class: phrases are found by patterns of letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from dateline.claims.words.known import ALPHABETS, DAYS, NAMES, PHRASES, QUANTITIES, known
from dateline.model import Span

TIED = (
    "backed|led|held|run|controlled|allied|aligned|affiliated|linked|supported|occupied|dominated"
)
_TIED = f"-(?:{TIED}|trained|based|ruled|inspired|loyal)(?![\\w-])"
_TOKEN = re.compile(
    rf"""(
    [^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W_]*)
      (?:(?!{_TIED})[-'’](?!s\b)[^\W_]+)*
    | {_TIED}
    | \d+(?:[.,]\d+)*
    | ['’]s?\b | ['’]
    | [(),;:—–] | [.!?…]+
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a text with their offsets, and letters for each (``words.letters``).

    ``tags`` are those for phrases; the others say where expressions may begin.

    ``lower`` are the words in lower case with three empty ones at the end, so that what stands
    before the first word (-1 to -3) and behind the last is the empty word.
    """

    text: str
    words: Sequence[str]
    lower: Sequence[str]
    starts: Sequence[int]
    tags: str
    days: str
    quantities: str
    names: str

    def end(self, i: int) -> int:
        """The offset behind word ``i``."""
        return self.starts[i] + len(self.words[i])

    def span(self, i: int, j: int) -> Span:
        """The text of the words ``i`` up to, not including, ``j``."""
        start, end = self.starts[i], self.starts[j - 1] + len(self.words[j - 1])
        return Span(start, end, self.text[start:end])

    def cut(self, i: int, j: int) -> str:
        """What :meth:`span` holds, as a string."""
        return self.text[self.starts[i] : self.starts[j - 1] + len(self.words[j - 1])]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words that begin within the offsets ``[start, end)``, as a half-open range."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)


@lru_cache(maxsize=4)
def tagged(text: str) -> Tagged:
    """Cut a text into words and marks and give each its letter; quotation marks are passed over."""
    pieces = _TOKEN.split(text)
    cut, starts = pieces[1::2], list(accumulate(map(len, pieces)))[:-1:2]
    letters, lower = known(cut)
    some = (letters[n::ALPHABETS] for n in (PHRASES, DAYS, QUANTITIES, NAMES))
    return Tagged(text, cut, [*lower, "", "", ""], starts, *some)
