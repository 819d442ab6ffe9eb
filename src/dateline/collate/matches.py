"""Sentences matched one to one, by the words that they share in order.

The best pairs come first, with a lower bar where both stand in the same gap between pairs that are
certain.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from dateline.collate.order import Gaps
from dateline.collate.side import Side
from dateline.collate.vocabulary import content, weight

_SURE = 0.5  # share of the words of both that must be shared, anywhere in the text
_NEAR = 0.3  # the same, between the same anchors
_HELD = 0.7  # share of the shorter sentence that the longer must hold
_FEW = 0.75  # share of the words of both where they share few
_BAG = 0.4  # share of content words, for two sentences alone in one gap
WORDS = 4  # fewer shared content words prove nothing


class _Match(NamedTuple):
    i: int
    j: int
    content: int  # shared words that are no function words
    both: float  # share of the words of both sentences that they share
    held: float  # the same of the shorter one


def matches(a: Side, b: Side, anchors: dict[int, int]) -> dict[int, int]:
    """Pairs of sentences that no anchor has: numbers in a with those in b."""
    free_a = [i for i in range(len(a.ranges)) if i not in anchors]
    taken = set(anchors.values())
    free_b = [j for j in range(len(b.ranges)) if j not in taken]
    if not free_a or not free_b:
        return {}
    found = [_match(a, b, i, j) for i, j in _candidates(a, b, free_a, free_b)]
    gaps = Gaps(anchors)
    pairs: dict[int, int] = {}
    ranked = sorted(found, key=lambda m: (-m.both - 0.1 * gaps.same(m.i, m.j), m.i, m.j))
    for bar in (_SURE, _NEAR):
        before = len(pairs)
        for match in ranked:
            if match.i in pairs or match.j in taken or not _accept(match, gaps, bar):
                continue
            pairs[match.i] = match.j
            taken.add(match.j)
        gaps = Gaps(anchors | pairs) if len(pairs) > before else gaps
    left_a, left_b = [i for i in free_a if i not in pairs], [j for j in free_b if j not in taken]
    return pairs | _lone(a, b, gaps, left_a, left_b)


def _accept(match: _Match, gaps: Gaps, bar: float) -> bool:
    near = bar == _NEAR and gaps.same(match.i, match.j)
    if match.content < WORDS:
        return match.content == WORDS - 1 and (match.both >= _FEW or (near and match.held >= _HELD))
    if match.both >= _SURE or (match.held >= _HELD and match.both >= _NEAR):
        return True
    return near and match.both >= _NEAR


def _lone(
    a: Side, b: Side, gaps: Gaps, left_a: Iterable[int], left_b: Iterable[int]
) -> dict[int, int]:
    """Sentences that are alone in one gap and share enough words in any order."""
    by_gap: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i in left_a:
        by_gap[gaps.of_a(i)][0].append(i)
    for j in left_b:
        by_gap[gaps.of_b(j)][1].append(j)
    return {
        x[0]: y[0]
        for x, y in by_gap.values()
        if len(x) == len(y) == 1 and _bag(a, b, x[0], y[0]) >= _BAG
    }


def _bag(a: Side, b: Side, i: int, j: int) -> float:
    """Share of content words in common, order aside (Dice)."""
    x, y = set(content(a.sentence_ids(i))), set(content(b.sentence_ids(j)))
    return 2 * len(x & y) / (len(x) + len(y)) if len(x & y) >= WORDS else 0.0


def _candidates(
    a: Side, b: Side, free_a: Sequence[int], free_b: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs that may share as many words in order as ``_accept`` asks for at the least.

    In order two sentences share at most the words that they share in any order.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for j in free_b:
        for word in set(content(b.sentence_ids(j))):
            where[word].append(j)
    for i in free_a:
        ids = a.sentence_ids(i)
        told = content(ids)
        shared = Counter(chain.from_iterable(map(where.get, told, repeat(()))))
        most = {j: weight(n + len(ids) - len(told), n) for j, n in shared.items() if n >= WORDS - 1}
        yield from ((i, j) for j, shares in most.items() if _may_match(a, b, (i, j), shares))


def _may_match(a: Side, b: Side, pair: tuple[int, int], shared: float) -> bool:
    """Whether this shared weight would be enough of the two sentences."""
    whole_a, whole_b = a.weight(*a.ranges[pair[0]]), b.weight(*b.ranges[pair[1]])
    return 2 * shared >= _NEAR * (whole_a + whole_b) or shared >= _HELD * min(whole_a, whole_b)


def _match(a: Side, b: Side, i: int, j: int) -> _Match:
    first, last = a.ranges[i]
    words = telling = 0
    for x, _, size in LCSseq.opcodes(a.sentence_ids(i), b.sentence_ids(j)).as_matching_blocks():
        words += size
        telling += a.telling(first + x, first + x + size)
    shared = weight(words, telling)
    whole_a, whole_b = a.weight(first, last), b.weight(*b.ranges[j])
    both = 2 * shared / (whole_a + whole_b) if whole_a + whole_b else 0.0
    held = shared / min(whole_a, whole_b) if min(whole_a, whole_b) else 0.0
    return _Match(i, j, telling, both, held)
