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
from dateline.collate.words import Change, changes


def compare_words(
    a: Side, b: Side, words_a: Sequence[int], words_b: Sequence[int], names: Names, row: int
) -> RowEdits:
    """Compare the words (numbers, ascending) of one row of two sides."""
    out = Findings(a, b, names, row)
    found = changes([a.keys[i] for i in words_a], [b.keys[j] for j in words_b])
    placed = [p for c in found for p in _placed(c, words_a, words_b)]
    for n, change in enumerate(placed):
        if change.same:
            note_kept(out, change, n == 0, n + 1 == len(placed))
    # Labels belong to the renamings of their names, so that these must be known first.
    for n, change in enumerate(placed):
        if not change.same:
            before = placed[n - 1] if n else None
            note_changed(out, change, before, placed[n + 1] if n + 1 < len(placed) else None)
    reattribute(out)
    several = _over_sentences(a, b, words_a, words_b)
    rearrange(out, *((words_a, words_b) if several else ((), ())))
    return out.sorted(told_once(out.edits))


def _over_sentences(a: Side, b: Side, words_a: Sequence[int], words_b: Sequence[int]) -> bool:
    """Whether the row has several sentences on one side."""
    return any(i in a.firsts for i in words_a[1:]) or any(j in b.firsts for j in words_b[1:])


def _placed(c: Change, words_a: Sequence[int], words_b: Sequence[int]) -> Iterator[Change]:
    """The change in word numbers of the sides in place of positions in the row.

    Where the row's sentences are not neighbours the change is cut, so that no span runs over a
    sentence of another row.
    """
    if c.same:
        joints = {
            k for k in range(1, c.a1 - c.a0) if _jump(words_a, c.a0 + k) or _jump(words_b, c.b0 + k)
        }
        edges = [0, *sorted(joints), c.a1 - c.a0]
        for k, m in pairwise(edges):
            yield Change(True, words_a[c.a0 + k], words_a[c.a0 + m - 1] + 1,
                         words_b[c.b0 + k], words_b[c.b0 + m - 1] + 1)  # fmt: skip
        return
    runs_a, runs_b = _runs(words_a, c.a0, c.a1), _runs(words_b, c.b0, c.b1)
    for x, y in zip_longest(runs_a, runs_b):
        yield Change(False, *(x or (runs_a[-1][1],) * 2), *(y or (runs_b[-1][1],) * 2))


def _jump(words: Sequence[int], k: int) -> bool:
    return words[k] != words[k - 1] + 1


def _runs(words: Sequence[int], first: int, last: int) -> list[tuple[int, int]]:
    """The runs of neighbouring words in ``words[first:last]``; an empty run where there is none."""
    if first == last:
        here = words[first] if first < len(words) else (words[-1] + 1 if words else 0)
        return [(here, here)]
    edges = [first, *(k for k in range(first + 1, last) if _jump(words, k)), last]
    return [(words[k], words[m - 1] + 1) for k, m in pairwise(edges)]
