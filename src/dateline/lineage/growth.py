"""The cheapest tree: each version is hung where it costs least to explain how it came to differ.

Parsimony with directed costs and missing readings. Versions are added one by one, those nearest to
the base first, and then every branch is taken off and hung again where it costs least, until
nothing moves (stepwise addition, then subtree pruning and regrafting: Swofford and Olsen 1990).
Versions may stand anywhere in the tree; an unseen text is put in where two branches have something
in common that is worth more than its own cost. Once the tree stands, characters that arose several
times in it are believed less, and it is improved once more (successive weighting: Farris 1969).
"""

from __future__ import annotations

from math import log

import numpy as np

from dateline.lineage.branches import Branches
from dateline.lineage.characters import Characters
from dateline.lineage.offers import Changes, Offer, Offers
from dateline.lineage.states import States

UNSEEN = 0.3  # cost of an unseen text in the smallest family, and for each e-fold of versions:
UNSEEN_MORE = 0.45  # the more pairs there are, the more have something in common by chance
UNUSED = 0.2  # cost of copying a version from which nobody else copied
_PASSES = 4
_LEAST = 1e-6


class Growth:
    """A tree over the rows of ``table``, built by ``grow``."""

    def __init__(self, table: Characters) -> None:
        self.tree = Branches(len(table.versions))
        self.states = States(table, self.tree)
        self.unseen = UNSEEN + UNSEEN_MORE * log(len(table.versions))
        self._here: Changes | None = None

    @property
    def table(self) -> Characters:
        """The characters of the family."""
        return self.states.table

    def grow(self) -> Growth:
        """Build the tree."""
        distance = (self.table.has @ self.table.gain).sum(axis=1)
        for v in sorted(range(self.tree.top), key=lambda v: (round(distance[v], 6), v)):
            self._hang(v, self.offers(v).best())
        self._climb()
        self.states.table = self.table.weighted(self._consistency())
        self._climb()
        self.states.settle()
        self._tidy()
        return self

    # --- search -------------------------------------------------------------------------------

    def offers(self, x: int) -> Offers:
        """What each place would cost for a branch that hangs nowhere."""
        if self._here is None:
            self._here = Changes(self.states)
        return Offers(self.states, self._here, x, self.unseen, UNUSED)

    def _climb(self) -> None:
        """Hang branches better until none moves."""
        for _ in range(_PASSES):
            self.states.settle()
            self._here = None
            cost = first = self.total()
            for x in self.tree.order()[1:]:
                if self.tree.parent.get(x, -1) >= 0:
                    cost = self._rehang(x, cost)
            if cost > first - _LEAST:
                break

    def _rehang(self, x: int, cost: float) -> float:
        """Hang a branch where it costs least, if the whole tree then costs less; says how much."""
        before = self.states
        found, old = self._lifted(x)
        best = found.best()
        if best.cost < found.at(old.node, old.within).cost - _LEAST:
            if before is self.states:
                self.states = before.copy()
                self.tree = self.states.tree
                self._take_off(x)
            self._hang(x, best)
            after = self.total()
            if after < cost - _LEAST:
                return after
        self._back_to(before)
        return cost

    def _lifted(self, x: int) -> tuple[Offers, Offer]:
        """What each place would cost for a branch of the tree, and the one where it hangs.

        Below a version it costs what it costs; from below an unseen text, which may change with it,
        the branch is taken off, in a copy of the tree.
        """
        above = self.tree.parent[x]
        if above < self.tree.top:
            return self.offers(x), Offer(0, above)
        self.states = self.states.copy()
        self.tree = self.states.tree
        old = self._take_off(x)
        return self.offers(x), old

    def _back_to(self, before: States) -> None:
        if before is not self.states:
            self.states, self.tree, self._here = before, before.tree, None

    def margins(self) -> dict[int, float]:
        """For each node how much more its next best place would cost, 0 if another is as good."""
        out = {}
        for x in self.tree.order()[1:]:
            before = self.states
            found, old = self._lifted(x)
            here = found.at(old.node, old.within)
            out[x] = max(0.0, found.second(old) - here.cost)
            self._back_to(before)
        return out

    def uncover(self, stay: frozenset[int]) -> None:
        """Put an unseen text above the first one; only the versions in ``stay`` stay below it."""
        tree, old = self.tree, self.tree.root
        new = tree.fresh()
        tree.parent[new], tree.children[new], tree.root = -1, [], new
        self.states.state[new] = False
        moved = [k for k in tree.children[old] if k not in stay]
        for k in moved:
            tree.cut(k)
        for k in [old, *moved]:
            tree.join(new, k)
        for k in tree.order()[1:]:
            self.states.note(k)
        self._here = None

    def move(self, x: int, to: int) -> None:
        """Hang a branch below another node, whatever that costs."""
        if x not in self.tree.above(to):
            self.tree.cut(x)
            self.tree.join(to, x)
            self.states.note(x)
            self._here = None

    # --- changes ------------------------------------------------------------------------------

    def _take_off(self, x: int) -> Offer:
        """Take a branch off, and an unseen text that joins nothing any more; says where it hung."""
        tree, above = self.tree, self.tree.parent[x]
        tree.cut(x)
        place = Offer(0, above)
        if tree.unseen(above) and len(tree.children[above]) < 2:
            (other,) = tree.children[above]
            place = Offer(0, other, within=True)
            over = tree.parent[above]
            tree.drop(above)
            above = over
        self.states.settle_up(above)
        self._here = None
        return place

    def _hang(self, x: int, at: Offer) -> None:
        tree = self.tree
        if at.within:
            above = tree.parent[at.node]
            joint = x if at.stands else tree.fresh()
            tree.cut(at.node)
            tree.join(above, joint)
            tree.join(joint, at.node)
            if not at.stands:
                tree.join(joint, x)
        elif at.stands:
            tree.replace(at.node, x)
        else:
            tree.join(at.node, x)
        self._noted(x)

    def _noted(self, x: int) -> None:
        """Bring states and changes up to date around a branch that was hung up."""
        above = self.tree.parent[x]
        for n in [*self.tree.children[x], x]:
            self.states.note(n)
        if self.tree.unseen(above):
            self.states.gained.pop(above, None)
        self.states.settle_up(above)
        self._here = None

    def _tidy(self) -> None:
        """Draw an unseen text together with one next to it that says it as well."""
        tree, states = self.tree, self.states
        for u in [n for n in tree.order() if tree.unseen(n)]:
            if np.array_equal(states.state[u], states.state[tree.parent[u]]):
                tree.drop(u)
        for u in [n for n in tree.order() if n >= tree.top]:
            kids = [c for c in tree.children[u] if c < tree.top]
            ranked = sorted((round(self._takes(u, c), 6), c) for c in kids)
            if ranked and ranked[0][0] < 0:
                tree.cut(ranked[0][1])
                tree.replace(u, ranked[0][1])
        for n in tree.order()[1:]:
            states.note(n)
        self._here = None

    def _takes(self, u: int, c: int) -> float:
        """What it costs that the child ``c`` takes the place of ``u``: below 0 if it should."""
        states, p = self.states, self.tree.parent[u]
        kids = [k for k in self.tree.children[u] if k != c]
        before = states.edges(u, self.tree.children[u]) + self.unseen
        after = states.edges(c, kids)
        if p >= 0:
            before += states.edges(p, [u])
            after += states.edges(p, [c])
        return after - before

    # --- the tree as it is --------------------------------------------------------------------

    def total(self) -> float:
        """The cost of the whole tree."""
        if self._here is None:
            self._here = Changes(self.states)
        inner = self._here.nodes[1:]
        used = sum(bool(self.tree.children[n]) for n in inner if n < self.tree.top)
        return self._here.cost() + self.unseen * sum(map(self.tree.unseen, inner)) + UNUSED * used

    def _consistency(self) -> np.ndarray:
        """For each character 1 / the root of how often it arose or was undone in the tree."""
        events = np.zeros(len(self.table.house))
        for n in self.tree.order()[1:]:
            events[self.states.gained[n]] += 1
            events[self.states.undone[n]] += 1
        return np.asarray(1 / np.sqrt(np.maximum(1, events)))
