"""Which text of a tree was the first."""

from __future__ import annotations

from dateline.lineage.growth import Growth


def first_text(tree: Growth, stays: float, favour: dict[int, float]) -> int:
    """The node at which the tree costs least if it is hung up there.

    Only the edges between the present root and the new one change their direction. ``stays`` is the
    cost of leaving the base, ``favour`` what the words of single versions say for them as the root.
    """
    order = tree.order()
    cost = {order[0]: 0.0}
    t = tree.table
    for n in order[1:]:
        p, c = tree.state[tree.parent[n]], tree.state[n]
        gained, lost = c & ~p, p & ~c & ~tree.open[n]
        turned = gained @ (t.turned - t.gain) + lost @ (t.gain - t.back)
        cost[n] = cost[tree.parent[n]] + float(turned)
    total = {n: cost[n] + stays * (n != order[0]) - favour.get(n, 0.0) for n in order}
    return min(order, key=lambda n: (round(total[n], 6), order.index(n)))
