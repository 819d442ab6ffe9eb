"""What became of a row: the edits inside it and their kinds.

The kinds are those of the collation gold (see the docs): noise is ``mechanical``, another form of
the same words ``spelling``, another name or label ``renamed``; the rest is told by what came and
went.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    placed = [_placed(c, words_a, words_b) for c in found]
    for n, change in enumerate(placed):
        before = placed[n - 1] if n else None
        after = placed[n + 1] if n + 1 < len(placed) else None
        if change.same:
            note_kept(out, change, n == 0, n + 1 == len(placed))
        else:
            note_changed(out, change, before, after)
    reattribute(out)
    rearrange(out)
    return RowEdits(tuple(told_once(out.edits)), tuple(out.namings), tuple(out.facts))


def _placed(c: Change, words_a: Sequence[int], words_b: Sequence[int]) -> Change:
    """The change in word numbers of the sides in place of positions in the row."""

    def at(words: Sequence[int], first: int, last: int) -> tuple[int, int]:
        if first < last:
            return words[first], words[last - 1] + 1
        here = words[first] if first < len(words) else (words[-1] + 1 if words else 0)
        return here, here

    return Change(c.same, *at(words_a, c.a0, c.a1), *at(words_b, c.b0, c.b1))
