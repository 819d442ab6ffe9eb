"""What a report says on nobody's word: the newsroom's own voice, and its captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.claims.drafts import Draft
from dateline.claims.tagging import Tagged
from dateline.model import Anatomy, Sentence
from dateline.text.agencies import AGENCIES, agencies_in
from dateline.text.paragraphs import Range

_FINITE = frozenset("vaC")
_FEWEST_WORDS = 4


def narrated(s: Tagged, drafts: Sequence[Draft]) -> Iterator[Range]:
    """The stretches of a sentence that are attributed to nobody and say something by themselves."""
    if not drafts:
        if len(s) >= _FEWEST_WORDS:
            yield _trimmed(s, 0, len(s))
        return
    taken = sorted(_taken(drafts))
    at = 0
    for start, end in [*taken, (s.ends[-1] + 1, s.ends[-1] + 1)]:
        first, last = at, _index(s, start)
        if last - first >= _FEWEST_WORDS and _FINITE & set(s.tags[first:last]):
            yield _trimmed(s, first, last)
        at = max(at, _index(s, end))


def _taken(drafts: Sequence[Draft]) -> Iterator[Range]:
    for d in drafts:
        spans = [r for r in (d.source, d.cue) if r]
        yield from [*spans, *d.stretches]
        # What stands between source and cue, and cue and content, is the frame of the saying.
        for a, b in zip(spans, [*spans[1:], d.content], strict=False):
            if a[1] <= b[0] and not any(a[1] <= x < b[0] for x, _ in d.asides):
                yield a[1], b[0]


def _index(s: Tagged, offset: int) -> int:
    return next((i for i in range(len(s)) if s.starts[i] >= offset), len(s))


def _trimmed(s: Tagged, first: int, last: int) -> Range:
    """Without the marks and conjunctions at its ends."""
    while first < last - 1 and s.tags[first] in ",;:cb-.'":
        first += 1
    while last > first + 1 and s.tags[last - 1] in ",;:cb-s":
        last -= 1
    while last > first + 1 and s.tags[last - 1] == ".":
        last -= 1
    return s.cut(first, last)


def captions(anatomy: Anatomy) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Each caption, with the credit that names an agency behind or before it."""
    pieces = anatomy.sentences
    for n, piece in enumerate(pieces):
        if piece.role == "caption":
            near = [p for p in pieces[max(0, n - 1) : n + 2] if p.role == "credit"]
            yield piece, next((p for p in reversed(near) if agency_of(p.text)), None)


def agency_of(credit: str) -> str | None:
    """The one agency that a credit names."""
    named = agencies_in(credit)
    return AGENCIES.get(named[0], named[0]) if len(named) == 1 else None
