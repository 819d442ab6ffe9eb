"""Compiled loop of `probe`: counting common keys by the lists of who has which."""

from __future__ import annotations

from dateline.match.jit import Ints, Ranks, helper, kernel

__all__ = ["count"]


@helper
def _tally(keys: Ranks, starts: Ints, codes: Ranks, tally: Ranks, met: Ranks) -> int:
    """Count for each report how many of ``keys`` it has; returns how many reports have any.

    ``tally`` becomes the counts by report, ``met`` the codes of those that have one.
    """
    size = 0
    for k in keys:
        for i in range(starts[k], starts[k + 1]):
            number = codes[i] >> 1
            if tally[number] == 0:
                met[size] = codes[i]
                size += 1
            tally[number] += 1
    return size


@kernel(
    "UniTuple(i8, 2)(i8[::1], i4[::1], i8[::1], i4[::1], i8[::1], i4[::1], i8, i4[::1], i4[::1],"
    " i4[:, ::1])"
)
def count(
    numbers: Ints,
    need: Ranks,
    offsets: Ints,
    keys: Ranks,
    starts: Ints,
    codes: Ranks,
    least: int,
    tally: Ranks,
    met: Ranks,
    found: Ranks,
) -> tuple[int, int]:
    """Write (asking report, report, common keys) for every pair that may share enough.

    Asking report ``d`` has the number ``numbers[d]``, needs ``need[d]`` common keys, and has the
    keys ``keys[offsets[d]:offsets[d + 1]]``; key ``k`` is had by the reports
    ``codes[starts[k]:starts[k + 1]]`` (as in `dateline.store.postings`). Reports that are not small
    need at least ``least`` common keys; the smaller need of a pair counts. ``tally`` is all zero
    before and after. Returns how many pairs and reports are done: all, unless ``found`` was full.
    """
    size = 0
    for d in range(len(numbers)):
        others = _tally(keys[offsets[d] : offsets[d + 1]], starts, codes, tally, met)
        start = size
        for m in range(others):
            other = met[m] >> 1
            common = tally[other]
            tally[other] = 0
            enough = 1 if met[m] & 1 else min(least, need[d])
            if common >= enough and other != numbers[d]:
                if size < len(found):
                    found[size, 0], found[size, 1], found[size, 2] = numbers[d], other, common
                size += 1
        if size > len(found):
            return start, d
    return size, len(numbers)
