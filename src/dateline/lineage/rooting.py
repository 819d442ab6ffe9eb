"""Which text of a tree was the first."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from dateline.lineage.growth import Growth

# How much the place in the tree counts beside the changes: a first text is rather one from which
# many descend by several ways than one at the tip of a branch.
_CENTRAL = 1.0


def first_text(grown: Growth, stays: float, favour: Mapping[int, float]) -> int:
    """The node at which the tree costs least if it is hung up there.

    Only the edges between the present root and the new one change their direction: what was gained
    there was then changed by the others. The odds of a place in the tree are those of a rumour's
    source in Shah and Zaman, Rumors in a Network (2011): moving the root to a node multiplies them
    by the texts on its side over those on the other. ``stays`` is the cost of leaving the present
    root, ``favour`` what single texts' words say for them as the first.
    """
    tree, states, table = grown.tree, grown.states, grown.table
    order = tree.order()
    size = {n: sum(1 for _ in tree.below(n)) for n in order}
    cost = {order[0]: -stays}
    for n in order[1:]:
        turned = (table.turned - table.gain)[states.gained[n]].sum()
        undone = (table.gain - table.back)[states.undone[n]].sum()
        odds = log(size[n] / (len(order) - size[n]))
        cost[n] = cost[tree.parent[n]] + float(turned + undone) - _CENTRAL * odds
    total = {n: cost[n] - favour.get(n, 0.0) for n in order}
    return min(order, key=lambda n: (round(total[n], 6), order.index(n)))
