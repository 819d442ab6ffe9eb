"""Versions made from two texts: a stretch of them follows another branch than the rest.

Contamination, in the word of Maas (Textual Criticism, 1927). Whoever works two texts into one takes
paragraphs of the one and paragraphs of the other: so what is looked for is a stretch whose changes
a second text explains much better than the first. A few changes shared across the text are chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.lineage.characters import Characters, Floats, Ints
from dateline.lineage.growth import Growth

ENOUGH = 3.4  # what the second text must explain, as cost of changes
_TRIED = 8  # first parents, the likeliest


@dataclass(frozen=True, slots=True)
class Second:
    """``node`` follows ``source`` in a stretch and ``first`` in the rest.

    ``worth`` is what the changes in the stretch would cost without it, ``shared`` are the
    characters that both have there.
    """

    first: int
    source: int
    node: int
    worth: float
    shared: Ints


def second_parents(grown: Growth) -> list[Second]:
    """The second parents that single stretches speak for, at most one for each version."""
    stretches = _Stretches(grown)
    found = (stretches.second(v) for v in stretches.nodes[1:] if v < grown.tree.top)
    return [s for s in found if s is not None]


class _Stretches:
    """What the changes at each place of the text cost between a version and any text of the tree.

    Tables are nodes × places or characters × places, in the order of ``nodes``; the last place is
    that of changes which are in no one sentence.
    """

    def __init__(self, grown: Growth) -> None:
        self.table, self.nodes = grown.table, grown.tree.order()
        self.at = {n: i for i, n in enumerate(self.nodes)}
        self.state = grown.states.state[self.nodes]
        self.gain, self.back = _by_place(self.table)
        self.inside = np.zeros((len(self.nodes),) * 2, dtype=bool)  # [a, b]: a is b or below it
        for n in self.nodes:
            self.inside[self.at[n], [self.at[m] for m in grown.tree.above(n)]] = True
        self.own = [(self.at[n], self.table.own(n)) for n in self.nodes if n < grown.tree.top]

    def second(self, v: int) -> Second | None:
        """The best second parent of a version, beside the first that goes best with it."""
        costs = self._costs(v)
        below = self.inside[:, self.at[v]]
        alone = np.where(below, np.inf, costs.sum(axis=1))
        firsts = np.argsort(alone, kind="stable")[:_TRIED]
        related = self.inside[firsts] | self.inside.T[firsts] | below
        saved, start, end = _best_stretches(costs[firsts, :-1], costs[:, :-1])
        both = np.round(np.where(related, np.inf, alone[firsts, None] - saved), 6)
        i, s = np.unravel_index(int(np.argmin(both)), both.shape)
        worth = float(alone[firsts[0]] - both[i, s])
        if not worth >= ENOUGH:
            return None
        there = self.gain[: self.table.shared, start[i, s] : end[i, s]].any(axis=1)
        shared = there & self.state[s] & self.state[self.at[v]] & ~self.state[firsts[i]]
        first = self.nodes[firsts[i]]
        return Second(first, self.nodes[s], v, worth, np.flatnonzero(shared))

    def _costs(self, v: int) -> Floats:
        """What each place of ``v`` would cost if it were made from each node."""
        shared = self.table.shared
        has = self.table.has[v, :shared]
        clear = ~has & ~self.table.unsure[:shared, v]
        gain, back = self.gain[:shared], self.back[:shared]
        out = gain[has].sum(axis=0) - self.state[:, has] @ gain[has]
        out += self.state[:, clear] @ back[clear]
        for i, own in self.own:
            if i != self.at[v]:
                out[i] += self.back[own[~self.table.unsure[own, v]]].sum(axis=0)
        return np.asarray(out)


def _by_place(table: Characters) -> tuple[Floats, Floats]:
    """The costs of each character at each place; names and spellings are everywhere and are left
    out.
    """
    places = sorted({at for features in table.features for f in features for at in f.at})
    column = {at: i for i, at in enumerate(places)}
    gain = np.zeros((len(table.features), len(places) + 1))
    back = np.zeros_like(gain)
    for k in np.flatnonzero(~table.house).tolist():
        for f in table.features[k]:
            at: Sequence[int] = [column[place] for place in f.at] or [-1]
            gain[k, at] += f.cost.gain / len(at)
            back[k, at] += f.cost.back / len(at)
    return gain, back


def _best_stretches(first: Floats, second: Floats) -> tuple[Floats, Ints, Ints]:
    """For each pair of texts what the second saves in its best stretch, and where that is.

    Both are texts × places. The greatest sum of a stretch is found by Kadane's algorithm.
    """
    saved = np.zeros((len(first), len(second), first.shape[1] + 1))
    np.cumsum(first[:, None] - second[None], axis=2, out=saved[:, :, 1:])
    over = saved - np.minimum.accumulate(saved, axis=2)
    end = over.argmax(axis=2)
    before = np.arange(saved.shape[2]) <= end[:, :, None]
    start = np.where(before, saved, np.inf).argmin(axis=2)
    return over.max(axis=2), start, end
