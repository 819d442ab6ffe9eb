"""Passages found slowly and obviously: the twin that the compiled ones must equal."""

from collections import Counter

WIDTH, MOST = 4, 8
FREE, GAP, HELD = range(3)
Run = list[int]


def slow_share(a: list[int], b: list[int], least: int, gap: int) -> tuple[list[Run], set, set]:
    """The passages as rows (a0, a1, b0, b1), and the held places of a and of b."""
    found = sorted(_runs(a, b), key=lambda run: (run["start"] - run["end"], run["first"]))
    state_a, state_b = [FREE] * len(a), [FREE] * len(b)
    taken: list[Run] = []
    for unique in (True, False):
        fresh = [_take(r, state_a, state_b) for r in found if r["unique"] == unique]
        fresh = [r for r in fresh if r]
        for run in fresh:
            for step in (1, -1):
                while _grow(a, b, run, gap, step, state_a, state_b):
                    pass
        taken += fresh
    rows = _joined(sorted(taken), gap, state_b)
    held = [(r, [i for i in range(r[0], r[1]) if state_a[i] == HELD]) for r in rows]
    kept = [r for r, places in held if len(places) >= least]
    in_a = {i for r in kept for i in range(r[0], r[1]) if state_a[i] == HELD}
    in_b = {j for r in kept for j in range(r[2], r[3]) if state_b[j] == HELD}
    return kept, in_a, in_b


def _runs(a, b):
    """Maximal runs of equal words that hold an n-gram which is not too frequent."""
    grams_a = Counter(tuple(a[i : i + WIDTH]) for i in range(len(a) - WIDTH + 1))
    grams_b = Counter(tuple(b[j : j + WIDTH]) for j in range(len(b) - WIDTH + 1))
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] != b[j] or (i and j and a[i - 1] == b[j - 1]):
                continue
            n = 0
            while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                n += 1
            places = range(n - WIDTH + 1)
            grams = [tuple(a[i + k : i + k + WIDTH]) for k in places]
            rare = [k for k, g in enumerate(grams) if max(grams_a[g], grams_b[g]) <= MOST]
            if rare:
                unique = any(grams_a[grams[k]] == grams_b[grams[k]] == 1 for k in rare)
                first = (i + rare[0], j + rare[0])
                yield {"start": i, "end": i + n, "at": j, "first": first, "unique": unique}


def _take(run, state_a, state_b):
    """The longest stretch of a run that is free on both sides."""
    i, j, n = run["start"], run["at"], run["end"] - run["start"]
    best = (0, 0)
    length = 0
    for k in range(n):
        free = state_a[i + k] == FREE and state_b[j + k] == FREE
        length = length + 1 if free else 0
        if length > best[0]:
            best = (length, k + 1)
    if best[0] < WIDTH:
        return None
    length, end = best
    row = [i + end - length, i + end, j + end - length, j + end]
    state_a[row[0] : row[1]] = [HELD] * length
    state_b[row[2] : row[3]] = [HELD] * length
    return row


def _grow(a, b, run, gap, step, state_a, state_b):
    """Carry a run on behind the smallest gap; of equal gaps the least slanted first."""
    i, j = (run[1], run[3]) if step > 0 else (run[0] - 1, run[2] - 1)
    gaps = [(x, y) for x in range(gap + 1) for y in range(gap + 1) if x + y]
    for x, y in sorted(gaps, key=lambda g: (g[0] + g[1], abs(g[0] - g[1]), g[0])):
        crossed_a = [i + step * k for k in range(x)]
        crossed_b = [j + step * k for k in range(y)]
        if not _all_free(crossed_a, state_a) or not _all_free(crossed_b, state_b):
            continue
        p, q, length = i + step * x, j + step * y, 0
        while _all_free([p], state_a) and _all_free([q], state_b) and a[p] == b[q]:
            p, q, length = p + step, q + step, length + 1
        if length >= (2 if x == y == 1 else 3):
            for k in range(length):
                state_a[i + step * (x + k)] = state_b[j + step * (y + k)] = HELD
            for k in crossed_a:
                state_a[k] = GAP
            for k in crossed_b:
                state_b[k] = GAP
            side = 1 if step > 0 else 0
            run[side] += step * (x + length)
            run[2 + side] += step * (y + length)
            return True
    return False


def _all_free(places, state):
    return all(0 <= p < len(state) and state[p] == FREE for p in places)


def _joined(rows, gap, state_b):
    out = []
    for row in rows:
        last = out[-1] if out else None
        if (
            last
            and row[0] - last[1] <= gap
            and 0 <= row[2] - last[3] <= gap
            and all(s == FREE for s in state_b[last[3] : row[2]])
        ):
            last[1], last[3] = row[1], row[3]
        else:
            out.append(list(row))
    return out
