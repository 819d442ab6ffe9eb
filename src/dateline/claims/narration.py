"""What a report says on nobody's word: the newsroom's own voice, and its captions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.claims.drafts import Draft
from dateline.claims.tagging import Tagged
from dateline.model import Anatomy, Sentence
from dateline.text.agencies import AGENCIES, agencies_in
from dateline.text.paragraphs import Range

_FINITE = frozenset("vaCH")
_FEWEST_WORDS = 4
_SURE, _CAPTION_SURE = 0.9, 0.8


def narration(sentences: Sequence[Tagged], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What is left of the sentences when all that somebody says is taken away."""
    taken = sorted(r for d in drafts for r in _taken(d))
    at = 0
    for n, s in enumerate(sentences):
        if not len(s):
            continue
        while at < len(taken) and taken[at][1] <= s.starts[0]:
            at += 1
        inside = taken[at : bisect_left(taken, (s.ends[-1],), at)]
        for content in _left(s, inside):
            yield Draft("narration", _SURE, None, None, content, kind="narration", sentence=n)


def _left(s: Tagged, taken: Sequence[Range]) -> Iterator[Range]:
    """The stretches of a sentence outside the ranges that say something by themselves."""
    if not taken:
        if len(s) >= _FEWEST_WORDS:
            yield _trimmed(s, 0, len(s))
        return
    at = 0
    for start, end in [*taken, (s.ends[-1], s.ends[-1])]:
        last = bisect_left(s.starts, start)
        if last - at >= _FEWEST_WORDS and not _FINITE.isdisjoint(s.tags[at:last]):
            yield _trimmed(s, at, last)
        at = max(at, bisect_left(s.starts, end))


def _taken(draft: Draft) -> Iterator[Range]:
    """What a draft takes up: its parts, and the frame of the saying between them."""
    spans = [r for r in (draft.source, draft.cue) if r]
    yield from spans
    yield from draft.stretches
    for a, b in pairwise([*spans, draft.content]):
        if a[1] <= b[0] and not any(a[1] <= x < b[0] for x, _ in draft.asides):
            yield a[1], b[0]


def _trimmed(s: Tagged, first: int, last: int) -> Range:
    """Without the marks and conjunctions at its ends."""
    while first < last - 1 and s.tags[first] in ",;:cb-.'":
        first += 1
    while last > first + 1 and s.tags[last - 1] in ",;:cb-s.":
        last -= 1
    return s.cut(first, last)


def captions(anatomy: Anatomy) -> Iterator[Draft]:
    """Each caption, with the credit behind or before it that names one agency as its source."""
    pieces = anatomy.sentences
    for n, piece in enumerate(pieces):
        if piece.role == "caption":
            near = [p for p in pieces[max(0, n - 1) : n + 2] if _names_agency(p)]
            source = (near[-1].start, near[-1].end) if near else None
            content = piece.start, piece.end
            yield Draft("caption", _CAPTION_SURE, source, None, content, kind="caption")


def _names_agency(piece: Sentence) -> bool:
    return piece.role == "credit" and agency_of(piece.text) is not None


def agency_of(credit: str) -> str | None:
    """The one agency that a credit names."""
    named = agencies_in(credit)
    return AGENCIES.get(named[0], named[0]) if len(named) == 1 else None
