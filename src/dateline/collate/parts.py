"""Splits and merges: sentences that stand inside the partner of another."""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz.distance import LCSseq

from dateline.collate.matches import WORDS
from dateline.collate.order import Group
from dateline.collate.side import Side

_PART = 0.6  # share of an orphan that must stand in the partner of another
_SOME = 0.3  # share of it that must stand there at the least
_REST = 0.5  # or share of what that partner has left over
_RUN = 5  # words in a row that a part must share with its whole


def with_parts(a: Side, b: Side, pairs: dict[int, int]) -> list[Group]:
    """The pairs as rows, each with the further sentences that became part of it."""
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
    return [(_with(i, more_a.get(j)), _with(j, more_b.get(i))) for i, j in sorted(pairs.items())]


def _with(n: int, more: list[int] | None) -> tuple[int, ...]:
    return tuple(sorted([n, *more])) if more else (n,)


def _whole_of(
    part: Side, whole: Side, n: int, part_pairs: dict[int, int], whole_pairs: dict[int, int]
) -> int | None:
    """The already linked sentence of ``whole`` that also holds sentence ``n`` of ``part``."""
    best: tuple[float, int] | None = None
    near = {part_pairs.get(n - 1), part_pairs.get(n + 1)}
    words = part.sentence_ids(n)
    least = max(WORDS - 1, _SOME * part.weight(*part.ranges[n]))
    for m, partner in whole_pairs.items():
        if LCSseq.similarity(words, whole.sentence_ids(m)) < least:
            continue  # no word weighs more than 1
        share = _part_share(part, whole, n, m, partner)
        if share and (best is None or share + (m in near) > best[0]):
            best = (share + (m in near), m)
    return best[1] if best else None


def _part_share(part: Side, whole: Side, n: int, m: int, partner: int) -> float:
    """How much of sentence ``n`` stands in ``m``, provided that ``m``'s partner leaves it over."""
    (first, last), (whole_first, _) = part.ranges[n], whole.ranges[m]
    here, there = part.sentence_ids(n), whole.sentence_ids(m)
    all_of_it = part.weight(first, last)
    blocks = LCSseq.opcodes(here, there).as_matching_blocks()
    shared = sum(part.weight(first + x.a, first + x.a + x.size) for x in blocks)
    if shared < WORDS - 1 or shared < _SOME * all_of_it:
        return 0.0
    spare = _spare(whole, m, part.sentence_ids(partner))
    used = [k for x in blocks for k in range(x.b, x.b + x.size) if k in spare]
    gained = sum(whole.weight(whole_first + k, whole_first + k + 1) for k in used)
    left = sum(whole.weight(whole_first + k, whole_first + k + 1) for k in spare)
    run = max((x.size for x in blocks), default=0)
    if shared >= _PART * all_of_it and gained >= 1:
        return shared / all_of_it
    if gained >= WORDS and gained >= _REST * left and run >= _RUN:
        return gained / left * 0.5
    return 0.0


def _spare(whole: Side, m: int, partner: str) -> set[int]:
    """Word numbers in sentence ``m`` that its partner does not account for."""
    ids = whole.sentence_ids(m)
    blocks = LCSseq.opcodes(ids, partner).as_matching_blocks()
    return set(range(len(ids))).difference(*(range(x.a, x.a + x.size) for x in blocks))
