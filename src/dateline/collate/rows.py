"""Sentence alignment: which sentences of one report became which of the other.

Identical sentences are anchors. What is left is matched by the weighted words that two sentences
share in order, best pairs first, with a lower bar where both stand in the same gap between anchors.
Then sentences still without a partner are looked for inside their neighbours' partners: that is
how splits and merges show.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from dateline.collate.lexicon import FUNCTION
from dateline.collate.side import Side

_SURE = 0.5  # share of the words of both that must be shared, anywhere in the text
_NEAR = 0.3  # the same, between the same anchors
_HELD = 0.7  # share of the shorter sentence that the longer must hold
_PART = 0.6  # share of an orphan that must stand in the partner of another
_REST = 0.5  # or share of what that partner has left over
_BAG = 0.4  # share of content words, for two sentences alone in one gap
_WORDS = 4  # fewer shared content words prove nothing
_RUN = 5  # words in a row that a part must share with its whole


@dataclass(frozen=True, slots=True)
class Link:
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
    pairs |= _matches(a, b, pairs)
    groups = _with_parts(a, b, pairs)
    lifted = _lifted(groups)
    linked = [Link(x, y, (x, y) in lifted or _scattered(y, groups)) for x, y in groups]
    return _in_order(linked, len(a.ranges), len(b.ranges))


def _anchors(a: Side, b: Side) -> dict[int, int]:
    """Identical sentences; where one stands several times, in order of appearance."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b.ranges)):
        places[b.sentence_keys(j)].append(j)
    pairs: dict[int, int] = {}
    for i in range(len(a.ranges)):
        same = places.get(a.sentence_keys(i))
        if same and a.sentence_keys(i):
            pairs[i] = same.pop(0)
    return pairs


# --- one to one -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Match:
    i: int
    j: int
    shared: float
    content: int
    both: float
    held: float


def _matches(a: Side, b: Side, anchors: dict[int, int]) -> dict[int, int]:
    free_a = [i for i in range(len(a.ranges)) if i not in anchors]
    taken = set(anchors.values())
    free_b = [j for j in range(len(b.ranges)) if j not in taken]
    found = [_match(a, b, i, j) for i, j in _candidates(a, b, free_a, free_b)]
    gaps = _Gaps(anchors)
    pairs: dict[int, int] = {}
    ranked = sorted(found, key=lambda m: (-m.both - 0.1 * gaps.same(m.i, m.j), m.i, m.j))
    for bar in (_SURE, _NEAR):
        for match in ranked:
            if match.i in pairs or match.j in taken or not _accept(match, gaps, bar):
                continue
            pairs[match.i] = match.j
            taken.add(match.j)
        gaps = _Gaps(anchors | pairs)
    return pairs | _lone(a, b, anchors | pairs)


def _accept(match: _Match, gaps: _Gaps, bar: float) -> bool:
    near = bar == _NEAR and gaps.same(match.i, match.j)
    if match.content < _WORDS:
        return match.content == _WORDS - 1 and (
            match.both >= 0.75 or (near and match.held >= _HELD)
        )
    if match.both >= _SURE or (match.held >= _HELD and match.both >= _NEAR):
        return True
    return near and match.both >= _NEAR


def _lone(a: Side, b: Side, pairs: dict[int, int]) -> dict[int, int]:
    """Sentences that are alone in one gap and share enough words in any order."""
    gaps = _Gaps(pairs)
    taken = set(pairs.values())
    by_gap: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i in range(len(a.ranges)):
        if i not in pairs:
            by_gap[gaps.of_a(i)][0].append(i)
    for j in range(len(b.ranges)):
        if j not in taken:
            by_gap[gaps.of_b(j)][1].append(j)
    return {
        x[0]: y[0]
        for x, y in by_gap.values()
        if len(x) == len(y) == 1 and _bag(a, b, x[0], y[0]) >= _BAG
    }


def _bag(a: Side, b: Side, i: int, j: int) -> float:
    """Share of content words in common, order aside (Dice)."""
    x = {k for k in a.sentence_keys(i) if k not in FUNCTION}
    y = {k for k in b.sentence_keys(j) if k not in FUNCTION}
    return 2 * len(x & y) / (len(x) + len(y)) if len(x & y) >= _WORDS else 0.0


def _candidates(
    a: Side, b: Side, free_a: Sequence[int], free_b: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs that share at least some content words."""
    where: dict[str, list[int]] = defaultdict(list)
    for j in free_b:
        for key in set(b.sentence_keys(j)):
            where[key].append(j)
    out = []
    for i in free_a:
        first, last = a.ranges[i]
        shared: dict[int, float] = defaultdict(float)
        for key, weight in set(zip(a.keys[first:last], a.weights[first:last], strict=True)):
            for j in where.get(key, ()):
                shared[j] += weight
        out += [(i, j) for j, weight in shared.items() if weight >= 2]
    return out


def _match(a: Side, b: Side, i: int, j: int) -> _Match:
    x, y = a.sentence_keys(i), b.sentence_keys(j)
    first, last = a.ranges[i]
    weights = a.weights[first:last]
    common = [
        n
        for op in LCSseq.opcodes(x, y)
        if op.tag == "equal"
        for n in range(op.src_start, op.src_end)
    ]
    shared = sum(weights[n] for n in common)
    whole_a = sum(weights)
    whole_b = sum(b.weights[slice(*b.ranges[j])])
    content = sum(weights[n] == 1.0 for n in common)
    both = 2 * shared / (whole_a + whole_b) if whole_a + whole_b else 0.0
    held = shared / min(whole_a, whole_b) if min(whole_a, whole_b) else 0.0
    return _Match(i, j, shared, content, both, held)


class _Gaps:
    """Whether a sentence of a and one of b stand between the same pairs."""

    def __init__(self, pairs: dict[int, int]) -> None:
        kept = _increasing(sorted(pairs.items()))
        self._a = [i for i, _ in kept]
        self._b = [j for _, j in kept]

    def same(self, i: int, j: int) -> bool:
        return self.of_a(i) == self.of_b(j)

    def of_a(self, i: int) -> int:
        return bisect_left(self._a, i)

    def of_b(self, j: int) -> int:
        return bisect_left(self._b, j)


# --- splits and merges ------------------------------------------------------------------------

Group = tuple[tuple[int, ...], tuple[int, ...]]


def _with_parts(a: Side, b: Side, pairs: dict[int, int]) -> list[Group]:
    back = {j: i for i, j in pairs.items()}
    more_b: dict[int, list[int]] = defaultdict(list)
    more_a: dict[int, list[int]] = defaultdict(list)
    for j in range(len(b.ranges)):
        whole = None if j in back else _whole_of(b, a, j, back, pairs)
        if whole is not None:
            more_b[whole].append(j)
    for i in range(len(a.ranges)):
        whole = None if i in pairs else _whole_of(a, b, i, pairs, back)
        if whole is not None and not more_b.get(back[whole]):
            more_a[whole].append(i)
    return [
        (tuple(sorted([i, *more_a[j]])), tuple(sorted([j, *more_b[i]])))
        for i, j in sorted(pairs.items())
    ]


def _whole_of(
    part: Side, whole: Side, n: int, part_pairs: dict[int, int], whole_pairs: dict[int, int]
) -> int | None:
    """The already linked sentence of ``whole`` that also holds sentence ``n`` of ``part``."""
    best: tuple[float, int] | None = None
    near = {part_pairs.get(n - 1), part_pairs.get(n + 1)}
    for m, partner in whole_pairs.items():
        share = _part_share(part, whole, n, m, partner)
        if share and (best is None or share + (m in near) > best[0]):
            best = (share + (m in near), m)
    return best[1] if best else None


def _part_share(part: Side, whole: Side, n: int, m: int, partner: int) -> float:
    """How much of sentence ``n`` stands in ``m``, provided that ``m``'s partner leaves it over."""
    here, there = part.sentence_keys(n), whole.sentence_keys(m)
    first, last = part.ranges[n]
    weights = part.weights[first:last]
    blocks = [op for op in LCSseq.opcodes(here, there) if op.tag == "equal"]
    shared = sum(sum(weights[op.src_start : op.src_end]) for op in blocks)
    if shared < _WORDS - 1 or shared < 0.3 * sum(weights):
        return 0.0
    spare = _spare(whole, m, part.sentence_keys(partner))
    used = [k for op in blocks for k in range(op.dest_start, op.dest_end) if k in spare]
    gained = sum(whole.weights[whole.ranges[m][0] + k] for k in used)
    left = sum(whole.weights[whole.ranges[m][0] + k] for k in spare)
    run = max((op.src_end - op.src_start for op in blocks), default=0)
    if shared >= _PART * sum(weights) and gained >= 1:
        return shared / sum(weights)
    if gained >= _WORDS and gained >= _REST * left and run >= _RUN:
        return gained / left * 0.5
    return 0.0


def _spare(whole: Side, m: int, partner: Sequence[str]) -> set[int]:
    """Word numbers in sentence ``m`` that its partner does not account for."""
    return {
        k
        for op in LCSseq.opcodes(whole.sentence_keys(m), partner)
        if op.tag != "equal"
        for k in range(op.src_start, op.src_end)
    }


# --- order ------------------------------------------------------------------------------------


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs (sorted by the first) in which the second grows too."""
    best: list[int] = []
    back: list[int] = []
    tops: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left([pairs[t][1] for t in tops], j)
        back.append(tops[at - 1] if at else -1)
        if at == len(tops):
            tops.append(n)
        else:
            tops[at] = n
    n = tops[-1] if tops else -1
    while n >= 0:
        best.append(n)
        n = back[n]
    return [pairs[n] for n in reversed(best)]


def _lifted(groups: Iterable[Group]) -> set[Group]:
    """The smallest set of rows to lift out so that the rest is in order."""
    groups = sorted(groups)
    kept = set(_increasing([(x[0], y[0]) for x, y in groups]))
    return {(x, y) for x, y in groups if (x[0], y[0]) not in kept}


def _scattered(members: Sequence[int], groups: Iterable[Group]) -> bool:
    """Whether linked sentences of other rows stand between the members."""
    if len(members) < 2:
        return False
    others = {j for _, y in groups if y != tuple(members) for j in y}
    return any(j in others for j in range(members[0], members[-1]))


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
