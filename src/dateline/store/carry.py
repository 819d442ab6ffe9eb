"""How a report carries a sentence: whole, cut or altered, and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from dateline.collate.words import Change, changes
from dateline.model import Anatomy, Edit, Passage, Span
from dateline.text import Tokens, tokenize

__all__ = ["Carried", "How", "Reading", "carried"]

_SHORT = 5
_CUT = 0.4
_ALTERED = 0.6
_ENDING = 3  # so many words that open or end a sentence may be replaced; more are cut
_INSTEAD = 6
How = Literal["whole", "cut", "altered"]


@dataclass(frozen=True, slots=True)
class Carried:
    """What a report has of a sentence.

    ``whole``: every word in a row. ``cut``: words were left out, none put in. ``altered``: other
    words stand in it. ``share`` is the part of its words that are there in order, ``passages``
    where they are, ``edits`` what is different; ``a`` is the sentence, ``b`` the report.
    """

    how: How
    share: float
    passages: tuple[Passage, ...]
    edits: tuple[Edit, ...]


class Reading:
    """A report's words, and the stretches of it that may hold a sentence: one piece, or two."""

    def __init__(self, anatomy: Anatomy) -> None:
        self.tokens = tokenize(anatomy.report.text)
        self._joined = f" {' '.join(self.tokens.keys)} "
        edges = [bisect_left(self.tokens.starts, s.start) for s in anatomy.sentences]
        self._edges = [*edges, len(self.tokens)]

    def find(self, words: tuple[str, ...]) -> int:
        """The number of the word where these words begin in a row, or -1."""
        at = self._joined.find(f" {' '.join(words)} ")
        return self._joined.count(" ", 0, at) if at >= 0 else -1

    def around(self, first: int, last: int) -> tuple[int, int]:
        """The range from the start of the sentence of one word to the end of that of another."""
        start = self._edges[max(0, bisect_right(self._edges, first) - 1)]
        return start, self._edges[bisect_right(self._edges, last)]

    def windows(self) -> Iterator[tuple[int, int]]:
        """Ranges of word numbers, half open."""
        for n in range(len(self._edges) - 1):
            for reach in (1, 2):
                if n + reach < len(self._edges):
                    yield self._edges[n], self._edges[n + reach]


def carried(sentence: Tokens, report: Reading) -> Carried | None:
    """What a report has of a sentence, ``None`` if it has too little of it to be told."""
    words = sentence.keys
    if not words:
        return None
    at = report.find(words)
    if at >= 0:
        return _told(sentence, report, at, at + len(words))
    best, held = (0, 0), _CUT * len(words) - 1e-9
    bag = Counter(words)
    for start, end in report.windows():
        window = report.tokens.keys[start:end]
        if (bag & Counter(window)).total() > held:
            found = LCSseq.similarity(words, window)
            if found > held:
                best, held = (start, end), found
    told = _told(sentence, report, *best) if best[1] else None
    return told if told and told.share >= _least(len(words), told) else None


def _least(size: int, told: Carried) -> float:
    """The share of its words that must be left of a sentence; one of four words needs them all."""
    if size < _SHORT:
        return 1.0
    return _CUT if told.how == "cut" and size * told.share >= _SHORT else _ALTERED


def _told(sentence: Tokens, report: Reading, start: int, end: int) -> Carried | None:
    tokens = report.tokens
    window = tokens.keys[start:end]
    found = _slid(changes(sentence.keys, window), window)
    same = [c for c in found if c.same]
    if not same:
        return None
    first, last = report.around(start + same[0].b0, start + same[-1].b1 - 1)
    found = _trimmed(found, max(0, first - start), min(end, last) - start)
    passages = tuple(
        Passage(_range(sentence, c.a0, c.a1), _range(tokens, start + c.b0, start + c.b1))
        for c in same
    )
    edits = tuple(_edit(sentence, tokens, start, c) for c in found if not c.same)
    share = sum(c.a1 - c.a0 for c in same) / len(sentence)
    how: How = "altered" if any(e.b for e in edits) else "cut" if edits else "whole"
    return Carried(how, share, passages, edits)


def _slid(found: list[Change], window: Sequence[str]) -> list[Change]:
    """The opening words where they stand right before the rest, not at their first chance.

    Of "the harbor … The Register said" the sentence "The Register said" has the second "the".
    """
    n = next((n for n, c in enumerate(found) if c.same), None)
    if n is None or n + 1 == len(found) or found[n + 1].a0 != found[n + 1].a1:
        return found
    opening, added = found[n], found[n + 1]
    at = added.b1 - (opening.b1 - opening.b0)
    if at < added.b0 or window[at : added.b1] != window[opening.b0 : opening.b1]:
        return found
    before = Change(False, opening.a0, opening.a0, opening.b0, at)
    return [*found[:n], before, Change(True, opening.a0, opening.a1, at, added.b1), *found[n + 2 :]]


def _trimmed(found: list[Change], start: int, end: int) -> list[Change]:
    """Without the words of the report before and after what it has of the sentence.

    A few words from ``start`` or up to ``end``, where its own sentence begins and ends, stay if
    they stand in the place of a few.
    """
    same = [n for n, c in enumerate(found) if c.same]
    first, last = same[0], same[-1]
    head = [_ending(c, start, found[first].b0, False) for c in found[:first]]
    tail = [_ending(c, found[last].b1, end, True) for c in found[last + 1 :]]
    return [c for c in (*head, *found[first : last + 1], *tail) if c.a1 > c.a0 or c.b1 > c.b0]


def _ending(change: Change, b0: int, b1: int, at_end: bool) -> Change:
    """What stands at an end of the sentence against the words from ``b0`` to ``b1``, if so few."""
    if not 0 < change.a1 - change.a0 <= _ENDING or b1 - b0 > _INSTEAD:
        b0 = b1 = b0 if at_end else b1
    return Change(False, change.a0, change.a1, b0, b1)


def _edit(sentence: Tokens, report: Tokens, start: int, change: Change) -> Edit:
    a = _span(sentence, change.a0, change.a1)
    b = _span(report, start + change.b0, start + change.b1)
    return Edit("reworded" if a and b else "shortened" if a else "extended", a, b)


def _range(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    return tokens.starts[first], tokens.ends[last - 1]


def _span(tokens: Tokens, first: int, last: int) -> Span | None:
    return Span.of(tokens.text, *_range(tokens, first, last)) if first < last else None
