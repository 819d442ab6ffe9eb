"""The row as a whole: what only changed its place, and what is already told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.collate.findings import Findings
from dateline.collate.lexicon import FUNCTION, REPORTING
from dateline.collate.names import rename_type
from dateline.collate.side import Side
from dateline.collate.words import Change
from dateline.model import Edit, Span
from dateline.text import tokenize

_BESIDE = REPORTING | FUNCTION
_LONGER = 3
_MOVED_SHARE = 0.6


def reattribute(out: Findings) -> None:
    """A speaker named at one end who was named at the other is rewording, not cut and addition."""
    cut = [e for e in out.edits if e.kind == "shortened" and e.b is None]
    put = [e for e in out.edits if e.kind == "extended" and e.a is None]
    if not cut or not put:
        return
    cut, put = [e for e in cut if _reports(e.a)], [e for e in put if _reports(e.b)]
    for x, y in zip(cut, put, strict=False):
        out.edits[out.edits.index(x)] = replace(x, kind="reworded")
        _speaker(out, x, y)
        longer = _count(y.b) >= _count(x.a) + _LONGER
        out.edits[out.edits.index(y)] = y if longer else replace(y, kind="reworded")


def _speaker(out: Findings, cut: Edit, put: Edit) -> None:
    """Another name for the speaker of an attribution that changed its place."""
    x, y = _speaking(out.a, cut.a), _speaking(out.b, put.b)
    if not x or not y or out.a.keys[slice(*x)] == out.b.keys[slice(*y)]:
        return
    if rename_type(out.a, out.b, (*x, *y)) == "renamed":
        out.naming("renamed", Change(False, *x, *y))


def _speaking(side: Side, span: Span | None) -> tuple[int, int] | None:
    """The words of an attribution without its verb."""
    if span is None:
        return None
    first = bisect_left(side.starts, span.start)
    last = bisect_left(side.starts, span.end)
    while first < last and side.keys[first] in _BESIDE:
        first += 1
    while last > first and side.keys[last - 1] in _BESIDE:
        last -= 1
    return (first, last) if first < last else None


def _reports(span: Span | None) -> bool:
    return span is not None and any(k in REPORTING for k in _keys(span.text))


def _count(span: Span | None) -> int:
    return len(span.text.split()) if span else 0


def rearrange(out: Findings, words_a: Sequence[int], words_b: Sequence[int]) -> None:
    """Words that only changed their place in the row are rewording.

    ``words_a`` and ``words_b`` are the row's words where sentences were split or merged: there what
    joins them, a subject said again or a few function words, is rewording too.
    """
    changed = [e for e in out.edits if e.kind in {"shortened", "extended", "reworded"}]
    for n, e in enumerate(out.edits):
        if e.kind == "extended":
            words, others = e.b, [e.a for e in changed if e.a]
            besides = [out.a.keys[i] for i in words_a]
        elif e.kind == "shortened":
            words, others = e.a, [e.b for e in changed if e.b]
            besides = [out.b.keys[j] for j in words_b]
        else:
            continue
        if (others or besides) and _only_moved(words, others, besides):
            out.edits[n] = replace(e, kind="reworded")


def _only_moved(span: Span | None, others: Sequence[Span], besides: Sequence[str]) -> bool:
    """Whether the words of a span stand among those of others, or none of them tells anything."""
    words = _content(span)
    if not words:
        return bool(besides)
    return _held(words, [*besides, *(w for other in others for w in _content(other))])


def _content(span: Span | None) -> Sequence[str]:
    return [k for k in _keys(span.text) if k not in FUNCTION] if span else ()


@lru_cache(maxsize=1 << 12)
def _keys(words: str) -> tuple[str, ...]:
    """Versions of one text are edited alike: the same words come again and again."""
    return tokenize(words).keys


def _held(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether most of the words stand among the others, endings aside."""
    found = sum(any(w == o or (w[:4] == o[:4] and len(w) > 3) for o in others) for w in words)
    return found >= _MOVED_SHARE * len(words)


def told_once(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Leave out noise inside a name that is told as respelled or renamed."""
    told = [e for e in edits if e.kind in {"spelling", "renamed"}]
    for e in edits:
        if e.kind != "mechanical" or not any(_within(e, t) for t in told if t.a != e.a):
            yield e


def _within(e: Edit, whole: Edit) -> bool:
    a, w = e.a, whole.a
    return a is not None and w is not None and w.start <= a.start and a.end <= w.end
