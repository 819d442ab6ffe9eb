"""Word alignment inside a row: what stayed, what stands in its place, what came and went."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from dateline.collate.lexicon import AUXILIARIES, FUNCTION
from dateline.collate.spelling import is_variant

_ISLAND = 2
_LOOSE = FUNCTION - AUXILIARIES


class Change(NamedTuple):
    """Words ``[a0, a1)`` of one side against ``[b0, b1)`` of the other; ``same`` if keys agree."""

    same: bool
    a0: int
    a1: int
    b0: int
    b1: int


def changes(
    a: Sequence[str],
    b: Sequence[str],
    starts_a: Container[int] = (),
    starts_b: Container[int] = (),
) -> list[Change]:
    """Align two word sequences (longest common subsequence; RapidFuzz's bit-parallel Indel).

    Function words that agree by chance inside a larger change become part of it. Numbers count from
    0 in the given sequences; the changes cover both in order. ``starts_a`` and ``starts_b`` are the
    numbers at which a further sentence begins: function words behind such a start agree by chance
    sooner.
    """
    out = _aligned(a, b)
    if len(out) < 3:  # nothing stands between two others
        return out
    return _without_islands(_swapped(out, a, b), a, starts_a, starts_b)


def _aligned(a: Sequence[str], b: Sequence[str]) -> list[Change]:
    """What both have in a row and, between, what one has in the other's place."""
    out: list[Change] = []
    i = j = 0
    for x, y, size in Indel.opcodes(a, b).as_matching_blocks():
        if i < x or j < y:
            out.append(Change(False, i, x, j, y))
        i, j = x + size, y + size
        if size:
            out.append(Change(True, x, i, y, j))
    return out


def _swapped(found: list[Change], a: Sequence[str], b: Sequence[str]) -> list[Change]:
    """Words that changed places around one or two others are one replacement: "12 April"."""
    out = list(found)
    for n in range(1, len(out) - 1):
        here, before, after = out[n], out[n - 1], out[n + 1]
        if not here.same or here.a1 - here.a0 > _ISLAND or before.same or after.same:
            continue
        x = [*a[before.a0 : before.a1], *a[after.a0 : after.a1]]
        y = [*b[before.b0 : before.b1], *b[after.b0 : after.b1]]
        if len(x) == len(y) == 1 and (x == y or is_variant(x, y, named=False)):
            out[n] = here._replace(same=False)
    return _merged(out)


def _without_islands(
    found: list[Change], a: Sequence[str], starts_a: Container[int], starts_b: Container[int]
) -> list[Change]:
    """Turn lone function words between two replacements into change."""
    out = list(found)
    for n in range(1, len(out) - 1):
        here, before, after = out[n], out[n - 1], out[n + 1]
        words = a[here.a0 : here.a1]
        if not here.same or len(words) > _ISLAND or any(w not in _LOOSE for w in words):
            continue
        begins = before.a0 in starts_a or before.b0 in starts_b
        if _replaces(after) and (_replaces(before) or begins):
            out[n] = here._replace(same=False)
    return _merged(out)


def _replaces(change: Change) -> bool:
    """Whether words stand against words."""
    return not change.same and change.a1 > change.a0 and change.b1 > change.b0


def _merged(found: Sequence[Change]) -> list[Change]:
    """Join neighbours of one sort, so that a deletion and an insertion make a replacement."""
    out: list[Change] = []
    for c in found:
        if out and out[-1].same == c.same:
            last = out[-1]
            out[-1] = Change(c.same, last.a0, c.a1, last.b0, c.b1)
        else:
            out.append(c)
    return out
