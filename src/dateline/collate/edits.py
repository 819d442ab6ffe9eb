"""What became of a row: the edits inside it and their kinds.

The kinds are those of the collation gold (see the docs): noise is ``mechanical``, another form of
the same words ``spelling``, another name or label ``renamed``; the rest is told by what came and
went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from dateline.collate.changed import note_changed
from dateline.collate.findings import Findings, RowEdits
from dateline.collate.kept import note_kept
from dateline.collate.names import Names
from dateline.collate.rearranged import rearrange, reattribute, told_once
from dateline.collate.side import Side
from dateline.collate.sources import note_sources
from dateline.collate.words import Change, changes


def compare_words(
    a: Side, b: Side, words_a: Sequence[int], words_b: Sequence[int], names: Names, row: int
) -> RowEdits:
    """Compare the words (numbers, ascending) of one row of two sides."""
    out = Findings(a, b, names, row)
    found = changes(
        keys_of(a, words_a), keys_of(b, words_b), _further(a, words_a), _further(b, words_b)
    )
    placed = [p for c in found for p in _placed(a, b, c, words_a, words_b)]
    for n, change in enumerate(placed):
        if change.same:
            note_kept(out, change, n == 0, n + 1 == len(placed))
    # Labels belong to the renamings of their names, so that these must be known first.
    for n, change in enumerate(placed):
        if not change.same:
            before = placed[n - 1] if n else None
            note_changed(out, change, before, placed[n + 1] if n + 1 < len(placed) else None)
    reattribute(out)
    several = bool(_further(a, words_a) or _further(b, words_b))
    rearrange(out, *((words_a, words_b) if several else ((), ())))
    note_sources(out, words_a, words_b)
    return out.sorted(told_once(out.edits))


def keys_of(side: Side, words: Sequence[int]) -> Sequence[str]:
    """The keys of words by their numbers."""
    if isinstance(words, range):
        return side.keys[words.start : words.stop]
    return [side.keys[i] for i in words]


def _further(side: Side, words: Sequence[int]) -> set[int]:
    """The places in the row, but the first, where a sentence begins."""
    if isinstance(words, range):  # one sentence
        return set()
    return {n for n, i in enumerate(words) if n and i in side.firsts}


def _placed(
    a: Side, b: Side, c: Change, words_a: Sequence[int], words_b: Sequence[int]
) -> Iterator[Change]:
    """The change in word numbers of the sides in place of positions in the row.

    Where the row's sentences are not neighbours the change is cut, so that no span runs over a
    sentence of another row; and words that begin a sentence do not stand for the end of another.
    """
    if isinstance(words_a, range) and isinstance(words_b, range):
        a0, b0 = words_a.start, words_b.start
        yield Change(c.same, c.a0 + a0, c.a1 + a0, c.b0 + b0, c.b1 + b0)
        return
    if c.same:
        yield from _placed_same(c, words_a, words_b)
        return
    runs_a, runs_b = _runs(words_a, c.a0, c.a1), _runs(words_b, c.b0, c.b1)
    if c.a0 < c.a1 and c.b0 < c.b1 and _begins(a, runs_a, c.a0) != _begins(b, runs_b, c.b0):
        yield from (Change(False, *x, runs_b[0][0], runs_b[0][0]) for x in runs_a)
        yield from (Change(False, runs_a[-1][1], runs_a[-1][1], *y) for y in runs_b)
        return
    for x, y in zip_longest(runs_a, runs_b):
        yield Change(False, *(x or (runs_a[-1][1],) * 2), *(y or (runs_b[-1][1],) * 2))


def _placed_same(c: Change, words_a: Sequence[int], words_b: Sequence[int]) -> Iterator[Change]:
    steps = range(1, c.a1 - c.a0)
    joints = [k for k in steps if _jump(words_a, c.a0 + k) or _jump(words_b, c.b0 + k)]
    for k, m in pairwise([0, *joints, c.a1 - c.a0]):
        at_a = words_a[c.a0 + k], words_a[c.a0 + m - 1] + 1
        at_b = words_b[c.b0 + k], words_b[c.b0 + m - 1] + 1
        yield Change(True, *at_a, *at_b)


def _begins(side: Side, runs: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether the words begin a further sentence of the row."""
    return place > 0 and runs[0][0] in side.firsts


def _jump(words: Sequence[int], k: int) -> bool:
    return words[k] != words[k - 1] + 1


def _runs(words: Sequence[int], first: int, last: int) -> list[tuple[int, int]]:
    """The runs of neighbouring words in ``words[first:last]``; an empty run where there is none."""
    if first == last:
        here = words[first] if first < len(words) else (words[-1] + 1 if words else 0)
        return [(here, here)]
    edges = [first, *(k for k in range(first + 1, last) if _jump(words, k)), last]
    return [(words[k], words[m - 1] + 1) for k, m in pairwise(edges)]
