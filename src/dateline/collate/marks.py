"""Quotation marks across versions: what one shows that the other lost, and what cannot be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.collate.side import Side
from dateline.model import Damage, Span

_SCARE = 4  # words; longer quotations are speech
_LOST = "quotation marks lost"


def lost_marks(
    bare: Side, marked: Side, pairs: Sequence[tuple[int, int]]
) -> tuple[Damage | None, tuple[str, ...]]:
    """Damage that only the sister version shows, and the sentences that say what cannot be told.

    ``pairs`` are aligned word numbers (bare, marked). Nothing is said unless ``bare`` has no
    quotation marks at all although it has words that ``marked`` quotes.
    """
    if bare.has_quotes or not marked.has_quotes:
        return None, ()
    back = {j: i for i, j in pairs}
    spans: list[Span] = []
    short: list[str] = []
    for first, last in _quoted_words(marked):
        here = [back[j] for j in range(first, last) if j in back]
        if not here:
            continue
        spans.append(Span.of(bare.text, bare.starts[here[0]], bare.ends[here[-1]]))
        if last - first <= _SCARE:
            short.append(marked.surface(first, last))
    if not spans:
        return None, ()
    return Damage(_LOST, len(spans), tuple(spans[:3])), tuple(_cannot_tell(short))


def _quoted_words(side: Side) -> Iterator[tuple[int, int]]:
    """Word ranges that stand inside one pair of quotation marks."""
    n = 0
    for start, end in side.quotations:
        while n < len(side.starts) and side.starts[n] < start:
            n += 1
        first = n
        while n < len(side.starts) and side.ends[n] <= end:
            n += 1
        if n > first:
            yield first, n


def _cannot_tell(short: Sequence[str]) -> Iterator[str]:
    for words in dict.fromkeys(short):
        yield (
            f"whether “{words}” stood in quotation marks before cannot be told:"
            " added or lost, the text does not show"
        )
