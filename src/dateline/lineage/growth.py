"""The cheapest tree: each version is hung where it costs least to explain how it came to differ.

Parsimony with directed costs and missing readings (Sankoff 1975 for the states of unseen texts,
Camin and Sokal 1965 for what cannot be undone). Versions are added one by one, those nearest to the
base first, and then every branch is taken off and hung again where it costs least, until nothing
moves (stepwise addition, then subtree pruning and regrafting: Swofford and Olsen 1990). Versions
may stand anywhere in the tree; an unseen text is put in where two branches have something in common
that is worth more than its own cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

import numpy as np

from dateline.lineage.characters import Bools, Characters, Floats

UNUSED = 0.2  # cost of hanging a version below one that nobody else has copied
NOTHING = 1e-9
_PASSES = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """A place for a branch: below ``node``, or on the edge above it (``within``), and its cost.

    ``stands`` says that the branch's own top takes the place of an unseen text there.
    """

    cost: float
    node: int
    within: bool = False
    stands: bool = False


class Growth:
    """A tree over the rows of ``table``, as numbered nodes.

    Nodes below ``top`` are the versions, ``top`` is the root, a text with none of the characters;
    those above it are unseen. ``parent[top]`` is -1.
    """

    def __init__(self, table: Characters) -> None:
        self.table = table
        self.top = len(table.versions)
        self.unseen = 0.3 + 0.25 * log(self.top)
        room = 2 * self.top + 2
        self.state = np.zeros((room, len(table.gain)), dtype=bool)
        self.open = np.zeros_like(self.state)
        self.state[: self.top] = table.has
        self.open[: self.top] = table.unsure
        self.parent = [-1] * room
        self.children: list[list[int]] = [[] for _ in range(room)]
        self.alive = np.zeros(room, dtype=bool)
        self.alive[self.top] = True

    def grow(self) -> Growth:
        """Build the tree."""
        distance = self.table.has @ self.table.gain
        for v in sorted(range(self.top), key=lambda v: (round(distance[v], 6), v)):
            self.hang(v, self.best(v))
        for _ in range(_PASSES):
            self.settle()
            if not self._improve():
                break
        self.settle()
        self._tidy()
        return self

    # --- places -------------------------------------------------------------------------------

    def offers(self, x: int) -> list[Offer]:
        """What each place of the tree would cost for the branch ``x``, which hangs nowhere."""
        gain, back = self.table.gain, self.table.back
        mine, clear = self.state[x], ~self.state[x] & ~self.open[x]
        nodes = np.flatnonzero(self.alive)
        s = self.state[nodes]
        below = (~s & mine) @ gain + (s & clear) @ back
        cost = dict(zip(nodes.tolist(), below.tolist(), strict=True))
        out = [self._below(x, n, cost[n]) for n in nodes.tolist()]
        inner = nodes[nodes != self.top]
        if inner.size:
            above = np.array([self.parent[n] for n in inner.tolist()])
            p, c = self.state[above], self.state[inner]
            lost = p & ~c & ~self.open[inner]
            shared = (c & mine & ~p) @ gain + (lost & clear) @ back
            own = (mine & ~p & ~c) @ gain + (p & clear & ~lost) @ back
            for n, a, save, rest in zip(
                inner.tolist(), above.tolist(), shared.tolist(), own.tolist(), strict=True
            ):
                stands = rest <= NOTHING and save > NOTHING
                out.append(Offer(cost[a] - save + (0 if stands else self.unseen), n, True, stands))
        return out

    def _below(self, x: int, n: int, cost: float) -> Offer:
        if n < self.top and not self.children[n]:
            cost += UNUSED
        if n > self.top and cost <= NOTHING and x < self.top:
            return Offer(cost - self.unseen, n, stands=True)
        return Offer(cost, n)

    def best(self, x: int) -> Offer:
        """The cheapest place; of equals the one nearest to the root, then the first."""
        depth = self.depths()
        return min(
            self.offers(x), key=lambda o: (round(o.cost, 6), o.within, depth[o.node], o.node)
        )

    # --- changes ------------------------------------------------------------------------------

    def hang(self, x: int, at: Offer) -> None:
        """Hang the branch ``x`` up."""
        if at.within:
            above = self.parent[at.node]
            joint = x if at.stands else self._fresh()
            self._cut(at.node)
            self._join(above, joint)
            self._join(joint, at.node)
            if not at.stands:
                self._join(joint, x)
        elif at.stands:
            self._replace(at.node, x)
        else:
            self._join(at.node, x)
        self._mark(x, True)
        self._settle_up(x)

    def _replace(self, old: int, new: int) -> None:
        above = self.parent[old]
        if above >= 0:
            self._cut(old)
            self._join(above, new)
        for child in list(self.children[old]):
            if child != new:
                self._cut(child)
                self._join(new, child)
        self.children[old] = []
        self.alive[old] = False

    def take_off(self, x: int) -> None:
        """Take the branch ``x`` off; an unseen text that joins nothing any more goes with it."""
        above = self.parent[x]
        self._cut(x)
        self._mark(x, False)
        while above > self.top and len(self.children[above]) < 2:
            over = self.parent[above]
            rest = list(self.children[above])
            self._cut(above)
            self.alive[above] = False
            for child in rest:
                self._cut(child)
                self._join(over, child)
            above = over
        self._settle_up(above)

    def _improve(self) -> bool:
        moved = False
        for x in [n for n in self.order() if n != self.top]:
            if not self.alive[x] or self.parent[x] < 0:
                continue
            before = self.total()
            shape = (
                self.parent[:],
                [c[:] for c in self.children],
                self.alive.copy(),
                self.state.copy(),
            )
            self.take_off(x)
            self.hang(x, self.best(x))
            if self.total() < before - 1e-6:
                moved = True
            else:
                self.parent, self.children, self.alive, self.state = shape
        return moved

    def _join(self, above: int, node: int) -> None:
        self.parent[node] = above
        self.children[above].append(node)

    def _cut(self, node: int) -> None:
        self.children[self.parent[node]].remove(node)
        self.parent[node] = -1

    def _fresh(self) -> int:
        n = next(
            n
            for n in range(self.top + 1, len(self.parent))
            if not self.alive[n] and not self.children[n] and self.parent[n] < 0
        )
        self.alive[n] = True
        self.state[n] = False
        return n

    def _mark(self, x: int, alive: bool) -> None:
        for n in self.below(x):
            self.alive[n] = alive

    # --- states of unseen texts ---------------------------------------------------------------

    def _settle_up(self, x: int) -> None:
        while x >= 0:
            if x > self.top and self.children[x]:
                self.state[x] = self._likeliest(x)
            x = self.parent[x]

    def _likeliest(self, u: int) -> Bools:
        """The state that is cheapest between a text's parent and its children."""
        gain, back = self.table.gain, self.table.back
        p = self.state[self.parent[u]] if self.parent[u] >= 0 else np.zeros_like(self.state[0])
        kids = self.state[self.children[u]]
        loses = (~kids & ~self.open[self.children[u]]).sum(axis=0) * back
        gains = kids.sum(axis=0) * gain
        with_, without = np.where(p, 0, gain) + loses, np.where(p, back, 0) + gains
        return np.where(np.isclose(with_, without), p, with_ < without)

    def settle(self) -> None:
        """Give all unseen texts the states that are cheapest for the whole tree (Sankoff 1975)."""
        gain, back = self.table.gain, self.table.back
        order = self.order()
        zero, one = np.zeros(self.state.shape), np.zeros(self.state.shape)
        for n in order:
            if n <= self.top:
                zero[n] = np.where(self.state[n], np.inf, 0)
                one[n] = np.where(self.state[n], 0, np.inf)
        for n in reversed(order):
            p = self.parent[n]
            if p >= 0:
                lose = np.where(self.open[n], 0, back)
                zero[p] += np.minimum(zero[n], one[n] + gain)
                one[p] += np.minimum(one[n], zero[n] + lose)
        for n in order:
            if n > self.top:
                p = self.state[self.parent[n]]
                with_, without = one[n] + np.where(p, 0, gain), zero[n] + np.where(p, back, 0)
                self.state[n] = np.where(np.isclose(with_, without), p, with_ < without)

    def _tidy(self) -> None:
        """Draw together an unseen text and one next to it that does not differ from it."""
        for u in [n for n in self.order() if n > self.top]:
            if self.edge(u) <= NOTHING:
                self._replace_up(u)
        for u in [n for n in self.order() if n >= self.top]:
            same = [c for c in self.children[u] if c < self.top and self.edge(c) <= NOTHING]
            if same:
                self._cut(same[0])
                self._replace(u, same[0])

    def _replace_up(self, u: int) -> None:
        above = self.parent[u]
        self._cut(u)
        for child in list(self.children[u]):
            self._cut(child)
            self._join(above, child)
        self.alive[u] = False

    # --- the tree as it is --------------------------------------------------------------------

    @property
    def root(self) -> int:
        """The first text: a version that nothing was changed in, or an unseen one."""
        return next(n for n in np.flatnonzero(self.alive).tolist() if self.parent[n] < 0)

    def edge(self, n: int) -> float:
        """What the changes between ``n`` and its parent cost."""
        p, c = self.state[self.parent[n]], self.state[n]
        cost = (c & ~p) @ self.table.gain + (p & ~c & ~self.open[n]) @ self.table.back
        return float(cost)

    def total(self) -> float:
        """The cost of the whole tree."""
        nodes = self.order()[1:]
        p, c = self.state[[self.parent[n] for n in nodes]], self.state[nodes]
        edges = (c & ~p) @ self.table.gain + (p & ~c & ~self.open[nodes]) @ self.table.back
        used = sum(bool(self.children[n]) for n in range(self.top))
        hidden = sum(n > self.top for n in nodes)
        return float(edges.sum()) + self.unseen * hidden + UNUSED * used

    def below(self, x: int) -> Iterator[int]:
        """``x`` and all that descends from it."""
        todo = [x]
        while todo:
            n = todo.pop()
            yield n
            todo += self.children[n]

    def order(self) -> list[int]:
        """All nodes, parents first."""
        out, todo = [], [self.root]
        while todo:
            out.append(todo.pop(0))
            todo += self.children[out[-1]]
        return out

    def depths(self) -> dict[int, int]:
        """Edges from the root."""
        order = self.order()
        out = {order[0]: 0}
        for n in order[1:]:
            out[n] = out[self.parent[n]] + 1
        return out


def gained(tree: Growth, n: int) -> Bools:
    """The characters that are new between ``n`` and its parent."""
    return tree.state[n] & ~tree.state[tree.parent[n]]


__all__ = ["Floats", "Growth", "Offer", "gained"]
