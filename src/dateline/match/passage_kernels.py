"""Compiled loops of `passages`, on arrays of word keys.

A run is a row ``(a0, a1, b0, b1)`` of word numbers, half open. ``state_a`` and ``state_b`` say of
each word whether it is free, in the gap of a run, or held: equal to its counterpart in the run. No
word is in two runs, so the k-th word that a run holds in a stands against its k-th in b.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dateline.match.jit import Ints, Keys, helper, kernel

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_TOP = np.uint64(32)

States = NDArray[np.int8]
FREE, GAP, HELD = range(3)


@helper
def _slot(words: Keys, at: int, width: int, mask: int) -> np.int64:
    """The hash table slot of the n-gram at ``at``."""
    total = np.uint64(0)
    for k in range(width):
        total = total * _BASE + words[at + k]
    return np.int64((total * _MIX) >> _TOP) & mask


@helper
def _equal(a: Keys, i: int, b: Keys, j: int, width: int) -> bool:
    same = 0
    while same < width and a[i + same] == b[j + same]:
        same += 1
    return same == width


@helper
def _index(words: Keys, width: int, head: Ints, later: Ints) -> None:
    """Chain the n-gram positions of each slot, in ascending order."""
    head[:] = -1
    for i in range(len(words) - width, -1, -1):
        slot = _slot(words, i, width, len(head) - 1)
        later[i] = head[slot]
        head[slot] = i


@helper
def _occurrences(
    words: Keys, of: Keys, at: int, width: int, head: Ints, later: Ints, most: int
) -> int:
    """How often the n-gram ``of[at:at + width]`` stands in the indexed ``words``, if not too often.

    More than ``most`` are not counted out: a text may repeat one word a million times.
    """
    count = 0
    k = head[_slot(of, at, width, len(head) - 1)]
    while k >= 0 and count <= most:
        count += _equal(of, at, words, k, width)
        k = later[k]
    return count


@helper
def _write_run(
    a: Keys, b: Keys, i: int, j: int, width: int, runs: Ints, lengths: Ints, at: int
) -> None:
    """Extend the shared n-gram at ``(i, j)`` as far as words are equal."""
    back = 0
    while i - back > 0 and j - back > 0 and a[i - back - 1] == b[j - back - 1]:
        back += 1
    ahead = width
    while i + ahead < len(a) and j + ahead < len(b) and a[i + ahead] == b[j + ahead]:
        ahead += 1
    runs[at] = (i - back, i + ahead, j - back, j + ahead)
    lengths[at] = ahead + back


@kernel("i8(u8[::1], u8[::1], i8, i8, i8[:,::1], i8[::1], i8[::1])")
def find_runs(
    a: Keys, b: Keys, width: int, most: int, runs: Ints, lengths: Ints, unique: Ints
) -> int:
    """Write the maximal runs of equal words that hold a shared n-gram; return how many.

    An n-gram that stands more than ``most`` times on either side begins no run. ``unique`` says
    whether an n-gram of the run stands once on each side. Stops when ``runs`` is full.
    """
    if len(a) < width or len(b) < width:
        return 0
    size = 1
    while size < 2 * max(len(a), len(b)):
        size *= 2
    head_a, head_b = np.empty(size, np.int64), np.empty(size, np.int64)
    later_a, later_b = np.empty(len(a), np.int64), np.empty(len(b), np.int64)
    _index(a, width, head_a, later_a)
    _index(b, width, head_b, later_b)
    last = np.full(len(a) + len(b), -1, np.int64)  # the run that a diagonal had last
    count = 0
    for i in range(len(a) - width + 1):
        in_b = _occurrences(b, a, i, width, head_b, later_b, most)
        if in_b == 0 or in_b > most:
            continue
        in_a = _occurrences(a, a, i, width, head_a, later_a, most)
        if in_a > most:
            continue
        j = head_b[_slot(a, i, width, size - 1)]
        while j >= 0 and count < len(runs):
            if _equal(a, i, b, j, width):
                diagonal = j - i + len(a)
                if last[diagonal] < 0 or runs[last[diagonal], 1] < i + width:
                    last[diagonal] = count
                    _write_run(a, b, i, j, width, runs, lengths, count)
                    unique[count] = 0
                    count += 1
                if in_a == 1 and in_b == 1:
                    unique[last[diagonal]] = 1
            j = later_b[j]
    return count


@helper
def _longest_free(run: Ints, state_a: States, state_b: States, least: int) -> bool:
    """Narrow ``run`` to its longest stretch of words that no run holds; False if too short."""
    best = length = at = 0
    for k in range(run[1] - run[0]):
        free = state_a[run[0] + k] == FREE and state_b[run[2] + k] == FREE
        length = length + 1 if free else 0
        if length > best:
            best, at = length, k + 1
    run[1], run[3] = run[0] + at, run[2] + at
    run[0], run[2] = run[1] - best, run[3] - best
    return best >= least


@helper
def _hold(run: Ints, state_a: States, state_b: States) -> None:
    state_a[run[0] : run[1]] = HELD
    state_b[run[2] : run[3]] = HELD


@helper
def _run_behind(
    a: Keys,
    b: Keys,
    i: int,
    j: int,
    skip_a: int,
    skip_b: int,
    step: int,
    state_a: States,
    state_b: States,
) -> int:
    """How many equal free words follow the gap; 0 if the gap runs into words that are not free."""
    for k in range(skip_a):
        if not 0 <= i + step * k < len(a) or state_a[i + step * k] != FREE:
            return 0
    for k in range(skip_b):
        if not 0 <= j + step * k < len(b) or state_b[j + step * k] != FREE:
            return 0
    i, j = i + step * skip_a, j + step * skip_b
    length = 0
    while 0 <= i < len(a) and 0 <= j < len(b) and a[i] == b[j]:
        if state_a[i] != FREE or state_b[j] != FREE:
            break
        length += 1
        i, j = i + step, j + step
    return length


@helper
def _mark(state: States, edge: int, step: int, skip: int, length: int) -> None:
    """Behind an edge mark a gap, then held words."""
    at = edge if step > 0 else edge - 1
    for k in range(skip + length):
        state[at + step * k] = GAP if k < skip else HELD


@helper
def _lengthen(
    run: Ints, skip_a: int, skip_b: int, length: int, step: int, state_a: States, state_b: States
) -> None:
    side = 1 if step > 0 else 0
    _mark(state_a, run[side], step, skip_a, length)
    _mark(state_b, run[2 + side], step, skip_b, length)
    run[side] += step * (skip_a + length)
    run[2 + side] += step * (skip_b + length)


@helper
def _grow(
    a: Keys, b: Keys, run: Ints, gap: int, step: int, state_a: States, state_b: States
) -> bool:
    """Carry a run on behind the smallest gap after which words agree again.

    ``step`` is 1 to grow at the end and -1 at the start. Three equal words must follow; two do
    where one word stands against one.
    """
    i = run[1] if step > 0 else run[0] - 1
    j = run[3] if step > 0 else run[2] - 1
    for total in range(1, 2 * gap + 1):
        for slant in range(total % 2, total + 1, 2):
            for sign in range(-1, 2, 2):
                skip_a, skip_b = (total + sign * slant) // 2, (total - sign * slant) // 2
                if max(skip_a, skip_b) > gap or (slant == 0 and sign > 0):
                    continue
                length = _run_behind(a, b, i, j, skip_a, skip_b, step, state_a, state_b)
                if length >= (2 if total == 2 and slant == 0 else 3):
                    _lengthen(run, skip_a, skip_b, length, step, state_a, state_b)
                    return True
    return False


@kernel("i8(u8[::1], u8[::1], i8[:,::1], i8[::1], i8, i8, i8, i8[:,::1], i1[::1], i1[::1])")
def take_runs(
    a: Keys,
    b: Keys,
    runs: Ints,
    order: Ints,
    least: int,
    gap: int,
    count: int,
    taken: Ints,
    state_a: States,
    state_b: States,
) -> int:
    """Take runs in ``order`` as far as their words are free, then grow each through small gaps.

    Writes behind the ``count`` rows of ``taken`` and returns their new number.
    """
    first = count
    for n in order:
        taken[count] = runs[n]
        if _longest_free(taken[count], state_a, state_b, least):
            _hold(taken[count], state_a, state_b)
            count += 1
    for n in range(first, count):
        while _grow(a, b, taken[n], gap, 1, state_a, state_b):
            pass
        while _grow(a, b, taken[n], gap, -1, state_a, state_b):
            pass
    return count
