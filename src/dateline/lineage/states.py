"""What the unseen texts of a tree read, and what changed on each of its edges."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.lineage.branches import Branches
from dateline.lineage.characters import Bools, Characters, Floats, Ints

HOUSE = 0.4  # the most that names and spellings cost on one edge: a house style is one habit
_CHUNK = 512
_CLOSE = 1e-9


def pay(costs: Floats) -> Floats:
    """The cost of changes whose sums stand in two columns, the second of names and spellings."""
    return np.asarray(costs[..., 0] + np.minimum(costs[..., 1], HOUSE))


class States:
    """The shared characters of every node, and the characters gained and lost on its edge.

    Of characters that one version alone has, no other text has any: they only add to what a copy of
    that version would have to undo.
    """

    def __init__(self, table: Characters, tree: Branches) -> None:
        self.table, self.tree = table, tree
        room = 2 * tree.top + 2
        self.state = np.zeros((room, table.shared), dtype=bool)
        self.state[: tree.top] = table.has[:, : table.shared]
        self.open = np.zeros_like(self.state)
        self.open[: tree.top] = table.unsure[: table.shared].T
        none = np.zeros(0, dtype=np.int64)
        self._own = [table.own(n) for n in range(tree.top)] + [none] * (room - tree.top)
        self.gained: dict[int, Ints] = {}
        self.lost: dict[int, Ints] = {}
        self.undone: dict[int, Ints] = {}  # of what was lost, that which can be told

    def copy(self) -> States:
        """The same states again, over a copy of the tree."""
        out = object.__new__(States)
        out.__dict__ |= self.__dict__
        out.tree, out.state = self.tree.copy(), self.state.copy()
        out.gained, out.lost, out.undone = dict(self.gained), dict(self.lost), dict(self.undone)
        return out

    # --- edges --------------------------------------------------------------------------------

    def note(self, n: int) -> None:
        """Note what changed between a node and its parent."""
        p = self.tree.parent[n]
        gained = np.flatnonzero(self.state[n] & ~self.state[p])
        lost = np.flatnonzero(self.state[p] & ~self.state[n])
        self.gained[n] = np.concatenate([gained, self._own[n]])
        self.lost[n] = lost = np.concatenate([lost, self._own[p]])
        self.undone[n] = lost[~self.table.unsure[lost, n]] if n < self.tree.top else lost

    def edges(self, above: int, nodes: Sequence[int]) -> float:
        """What the changes between a text and some that were made from it cost together."""
        kids = list(nodes)
        p, c = self.state[above], self.state[kids]
        gain, back = self.table.gain[: self.table.shared], self.table.back[: self.table.shared]
        undone = (p & ~c & ~self.open[kids]) @ back + self._undone(above, kids)
        own = np.array([self.table.gain[self._own[n]].sum(axis=0) for n in kids]).reshape(-1, 2)
        return float((pay((c & ~p) @ gain + own) + pay(undone)).sum())

    def _undone(self, above: int, kids: list[int]) -> Floats:
        """What the kids must have undone of what only the text above them has."""
        own = self._own[above]
        clear = np.ones((len(kids), len(own)), dtype=bool)
        for k, n in enumerate(kids):
            if n < self.tree.top:
                clear[k] = ~self.table.unsure[own, n]
        return np.asarray(clear @ self.table.back[own])

    # --- unseen texts -------------------------------------------------------------------------

    def settle_up(self, n: int) -> None:
        """Settle the unseen texts from a node upward, as long as that changes something."""
        while n >= 0:
            kids = self.tree.children[n]
            if self.tree.unseen(n):
                before = self.state[n].copy()
                self.state[n] = self._likeliest(n)
                if np.array_equal(before, self.state[n]) and n in self.gained:
                    break
            for k in kids:
                self.note(k)
            if not self.tree.unseen(n):
                break
            self.note(n)
            n = self.tree.parent[n]

    def _likeliest(self, u: int) -> Bools:
        """The state that is cheapest between an unseen text's parent and its children."""
        gain, back = self._costs(slice(0, self.table.shared))
        p, kids = self.state[self.tree.parent[u]], self.tree.children[u]
        clear = ~self.state[kids] & ~self.open[kids]
        with_ = np.where(p, 0, gain) + clear.sum(axis=0) * back
        without = np.where(p, back, 0) + self.state[kids].sum(axis=0) * gain
        return np.asarray(with_ <= without + _CLOSE)

    def settle(self) -> None:
        """Give all unseen texts the states that are cheapest for the whole tree (Sankoff 1975)."""
        order = self.tree.order()
        for first in range(0, self.table.shared, _CHUNK):
            self._settle(order, slice(first, min(first + _CHUNK, self.table.shared)))
        for n in order[1:]:
            self.note(n)

    def _settle(self, order: Sequence[int], part: slice) -> None:
        """Sankoff's two passes; where both states are as cheap, a change is as early as can be."""
        gain, back = self._costs(part)
        parent, width = self.tree.parent, part.stop - part.start
        zero = {n: np.zeros(width) for n in order}
        one = {n: np.zeros(width) for n in order}
        for n in reversed(order[1:]):
            if n < self.tree.top:
                has = self.state[n, part]
                zero[n], one[n] = np.where(has, np.inf, 0), np.where(has, 0, np.inf)
            undo = np.where(self.open[n, part], 0, back)
            zero[parent[n]] += np.minimum(zero[n], one[n] + gain)
            one[parent[n]] += np.minimum(one[n], zero[n] + undo)
        for n in order[1:]:
            if self.tree.unseen(n):
                p = self.state[parent[n], part]
                with_ = one[n] + np.where(p, 0, gain)
                self.state[n, part] = with_ <= zero[n] + np.where(p, back, 0) + _CLOSE

    def _costs(self, part: slice) -> tuple[Floats, Floats]:
        return self.table.gain[part].sum(axis=1), self.table.back[part].sum(axis=1)
