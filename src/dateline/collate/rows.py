"""Sentence alignment: which sentences of one report became which of the other.

Identical sentences are anchors. What is left is matched by the weighted words that two sentences
share in order (``matches``). Then sentences still without a partner are looked for inside their
neighbours' partners: that is how splits and merges show (``parts``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dateline.collate.matches import matches
from dateline.collate.order import lifted, scattered
from dateline.collate.parts import with_parts
from dateline.collate.side import Side


class Link(NamedTuple):
    """Sentences of a (numbers among its body sentences) that became sentences of b."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    moved: bool = False


def align(a: Side, b: Side) -> list[Link]:
    """Link the body sentences of two versions; each sentence is in exactly one link.

    The links are in the order of a, those without a sentence of a (added) behind the last link of
    the sentence of b before them.
    """
    pairs = _anchors(a, b)
    pairs |= matches(a, b, pairs)
    groups = with_parts(a, b, pairs)
    out_of_order = lifted(groups)
    linked = [Link(x, y, (x, y) in out_of_order or scattered(y, groups)) for x, y in groups]
    return _in_order(linked, len(a.ranges), len(b.ranges))


def _anchors(a: Side, b: Side) -> dict[int, int]:
    """Identical sentences; where one stands several times, in order of appearance."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, (first, last) in enumerate(b.ranges):
        places[b.ids[first:last]].append(j)
    pairs: dict[int, int] = {}
    for i, (first, last) in enumerate(a.ranges):
        same = places.get(a.ids[first:last])
        if same and first < last:
            pairs[i] = same.pop(0)
    return pairs


def _in_order(links: Sequence[Link], count_a: int, count_b: int) -> list[Link]:
    linked_a = {i for link in links for i in link.a}
    linked_b = {j for link in links for j in link.b}
    rows = [*links, *(Link((i,), ()) for i in range(count_a) if i not in linked_a)]
    rows.sort(key=lambda r: r.a[0])
    for j in range(count_b):
        if j not in linked_b:
            before = [n for n, r in enumerate(rows) if r.b and r.b[0] < j and not r.moved]
            rows.insert(max(before) + 1 if before else 0, Link((), (j,)))
    return rows
