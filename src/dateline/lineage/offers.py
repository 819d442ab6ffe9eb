"""Where a branch could hang in a tree, and what each place would cost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dateline.lineage.characters import Bools, Floats, Ints
from dateline.lineage.states import States, pay

Row = tuple[Ints, Ints]  # characters, and the position of the node on whose edge each changed


@dataclass(frozen=True, slots=True)
class Offer:
    """A place for a branch: below ``node``, or on the edge above it (``within``), and its cost.

    ``stands`` says that the branch's own top takes the place of an unseen text there.
    """

    cost: float
    node: int
    within: bool = False
    stands: bool = False


class Changes:
    """The changes on all edges of a tree in one row, so that their costs are sums.

    ``nodes`` are the tree's nodes, each followed by those below it; ``up`` is the position of each
    one's parent, ``depth`` its steps from the root.
    """

    def __init__(self, states: States) -> None:
        tree = states.tree
        self._house = states.table.house
        self._gain, self._back = states.table.gain.sum(axis=1), states.table.back.sum(axis=1)
        self.nodes = tree.order()
        self.at = {n: i for i, n in enumerate(self.nodes)}
        self.up = np.array([self.at.get(tree.parent[n], 0) for n in self.nodes])
        self.depth, self.end = _shape(self.up)
        inner = self.nodes[1:]
        self.gained = _row([states.gained[n] for n in inner])
        self.lost = _row([states.lost[n] for n in inner])
        self.undone = _row([states.undone[n] for n in inner])
        self.seen = np.array([n < tree.top for n in self.nodes])
        self.leaf = np.array([not tree.children[n] for n in self.nodes])

    def on_edge(self, row: Row, costs: Floats, only: Bools | None = None) -> Floats:
        """The sum over the changes on each node's edge, nodes × 2; ``costs`` one a character."""
        which, where = row
        if only is not None:
            keep = only[which]
            which, where = which[keep], where[keep]
        cells = 2 * where + self._house[which]
        sums = np.bincount(cells, costs[which], minlength=2 * len(self.nodes))
        return sums.astype(float).reshape(-1, 2)

    def cost(self) -> float:
        """What all changes cost together."""
        gained = self.on_edge(self.gained, self._gain)
        return float((pay(gained) + pay(self.on_edge(self.undone, self._back))).sum())

    def down(self, start: Floats, steps: Floats) -> Floats:
        """A sum carried from the root to each node: at the root ``start``, plus each edge's."""
        turns = np.zeros((len(steps) + 1, 2))
        turns[:-1] = steps
        np.subtract.at(turns, self.end, steps)
        return np.asarray(start + turns.cumsum(axis=0)[:-1])


def _row(parts: list[Ints]) -> Row:
    sizes = [len(p) for p in parts]
    which = np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)
    return which, np.repeat(np.arange(1, len(parts) + 1), sizes)


def _shape(up: Ints) -> tuple[Ints, Ints]:
    """The depth of each node, and the position behind the last one below it."""
    depth, end = [0] * len(up), list(range(1, len(up) + 1))
    parents = up.tolist()
    for i in range(1, len(up)):
        depth[i] = depth[parents[i]] + 1
    for i in range(len(up) - 1, 0, -1):
        end[parents[i]] = max(end[parents[i]], end[i])
    return np.array(depth), np.array(end)


class Offers:
    """What every place of a tree would cost for the branch ``x``, which hangs nowhere.

    ``below`` and ``within`` are the costs by position, ``instead`` and ``stands`` say where ``x``
    itself takes the place of an unseen text. ``unseen`` is the cost of an unseen text, ``unused``
    that of hanging something below a version from which nobody else has copied. Where ``x`` still
    hangs in the tree that ``here`` shows, below a version, it is left out with all below it.
    """

    def __init__(self, states: States, here: Changes, x: int, unseen: float, unused: float) -> None:
        self._here = here
        found = _Costs(states, here, x)
        self.below = pay(found.more) + pay(found.less) + unused * (here.seen & here.leaf)
        self.within = found.joined() + unseen
        self.instead = np.zeros(len(here.nodes), dtype=bool)
        self.stands = np.zeros(len(here.nodes), dtype=bool)
        if x < states.tree.top:
            alone = found.alone()
            self.stands = alone <= self.within
            self.within = np.minimum(self.within, alone)
            self._replace(states, x, unseen)
        self.within[0] = np.inf
        if x in here.at:
            self._leave_out(here.at[x], unused)

    def best(self) -> Offer:
        """The cheapest place; of equals the one nearest to the root, then the first."""
        below, within = np.round(self.below, 6), np.round(self.within, 6)
        least = min(below.min(), within.min())
        inside = below.min() > least
        at = np.flatnonzero((within if inside else below) == least)
        return self._offer(int(at[np.argmin(self._here.depth[at])]), inside)

    def at(self, node: int, within: bool) -> Offer:
        """The cost of one place."""
        return self._offer(self._here.at[node], within)

    def second(self, held: Offer) -> float:
        """The cost of the cheapest place but one: ``held`` is left aside."""
        below, within = self.below.copy(), self.within.copy()
        (within if held.within else below)[self._here.at[held.node]] = np.inf
        return float(min(below.min(), within.min()))

    def _offer(self, i: int, within: bool) -> Offer:
        cost = float((self.within if within else self.below)[i])
        stands = bool((self.stands if within else self.instead)[i])
        return Offer(cost, self._here.nodes[i], within, stands)

    def _leave_out(self, i: int, unused: float) -> None:
        branch = slice(i, int(self._here.end[i]))
        self.below[branch] = self.within[branch] = np.inf
        parent = int(self._here.up[i])
        if self._here.end[parent] - parent == branch.stop - branch.start + 1:
            self.below[parent] += unused * self._here.seen[parent]

    def _replace(self, states: States, x: int, unseen: float) -> None:
        """The unseen texts in whose place ``x`` could stand at less than below them."""
        tree = states.tree
        for i in np.flatnonzero(~self._here.seen & (self.below <= 2 * unseen)).tolist():
            u = self._here.nodes[i]
            if tree.unseen(u):
                cost = instead_of(states, u, x) - unseen
                if cost <= self.below[i]:
                    self.below[i], self.instead[i] = cost, True


class _Costs:
    """For each node what ``x`` has ``more`` and ``less`` than it, as costs (nodes × 2)."""

    def __init__(self, states: States, here: Changes, x: int) -> None:
        table = states.table
        self._here, self._table, self._top = here, table, states.tree.top
        self._gain, self._back = table.gain.sum(axis=1), table.back.sum(axis=1)
        self._mine = np.zeros(len(table.house), dtype=bool)
        self._mine[: table.shared] = states.state[x]
        self._clear = ~self._mine
        if x < self._top:
            self._mine |= table.has[x]
            self._clear = ~self._mine & ~table.unsure[:, x]
        whole = table.gain[self._mine].sum(axis=0)
        self.more = self._carried(self._gain, -1, self._mine, whole)
        self.less = self._carried(self._back, 1, self._clear, np.zeros(2))
        self._new = here.on_edge(here.gained, self._gain)
        self._old = here.on_edge(here.undone, self._back)

    def joined(self) -> Floats:
        """The cost of ``x`` on each node's edge, joined to it by an unseen text."""
        here, new, old = self._here, self._new, self._old
        same = here.on_edge(here.gained, self._gain, self._mine)
        both = here.on_edge(here.undone, self._back, self._clear)
        own = pay(self.more[here.up] - same) + pay(self.less[here.up] - both)
        split = pay(same) + pay(new - same) + pay(both) + pay(old - both)
        return own + split - pay(new) - pay(old)

    def alone(self) -> Floats:
        """The cost of ``x`` on each node's edge, standing between it and its parent."""
        up = self._here.up
        before = pay(self._new) + pay(self._old)
        above = pay(self.more[up]) + pay(self.less[up])
        return above + pay(self._beyond()) + pay(self._undone()) - before

    def _beyond(self) -> Floats:
        """What each node has that ``x`` lacks, as gains."""
        return self._carried(self._gain, 1, ~self._mine, np.zeros(2))

    def _undone(self) -> Floats:
        """What ``x`` has that each node lacks, as far as it can be told, as things undone."""
        table, mine = self._table, np.flatnonzero(self._mine)
        out = self._carried(self._back, -1, self._mine, table.back[mine].sum(axis=0))
        rows = [n for n in self._here.nodes if n < self._top]
        silent = table.back[mine].T @ table.unsure[mine]
        out[self._here.seen] -= silent[:, rows].T
        return np.maximum(out, 0)

    def _carried(self, costs: Floats, sign: int, only: Bools, start: Floats) -> Floats:
        """A sum over the characters that a node has, from the root down."""
        here = self._here
        steps = here.on_edge(here.gained, costs, only) - here.on_edge(here.lost, costs, only)
        return here.down(start, sign * steps)


def instead_of(states: States, u: int, x: int) -> float:
    """What it costs that ``x``, which hangs nowhere, takes the place of the unseen text ``u``."""
    p, kids = states.tree.parent[u], states.tree.children[u]
    before = states.edges(u, kids) + states.edges(p, [u])
    return states.edges(x, kids) + states.edges(p, [x]) - before
