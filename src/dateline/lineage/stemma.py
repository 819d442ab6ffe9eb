"""quick"""

from __future__ import annotations

import os
from collections import defaultdict

from dateline.lineage.characters import characters
from dateline.lineage.credits import credits_of
from dateline.lineage.growth import Growth, gained
from dateline.lineage.innovations import features
from dateline.lineage.rooting import first_text
from dateline.model import Collation, Edge, Innovation, Node, Stemma


def stemma(collation: Collation, origin: str | None = None) -> Stemma:
    found = features(collation.comparisons)
    table = characters(collation.base, (c.b.id for c in collation.comparisons), found)
    g = Growth(table).grow()
    c0 = collation.comparisons[0]
    own = any(c.how == "own" for c in credits_of(c0.a, c0.sentences_a))
    favour = {}
    row = {v: n for n, v in enumerate(table.versions)}
    if os.environ.get("ROOT", "1") == "1":
        r = first_text(g, 0.8 if own else 0.0, favour)
        if r != g.root:
            table = table.seen_from(g.state[r])
            g = Growth(table).grow()
    order = g.order()
    names = {}
    for n in order:
        names[n] = (
            table.versions[n] if n < g.top else f"unseen {1 + sum(x >= g.top for x in names)}"
        )
    also = defaultdict(list)
    for twin, shown in collation.identical.items():
        also[shown].append(twin)
    nodes = tuple(Node(names[n], n >= g.top, tuple(sorted(also[names[n]]))) for n in order)
    edges = []
    for n in order[1:]:
        ev = [f for k, on in enumerate(gained(g, n)) if on for f in table.features[k]]
        edges.append(
            Edge(
                names[g.parent[n]],
                names[n],
                0.5,
                tuple(
                    Innovation(f.kind, f.says, f.cost.gain, tuple(sorted(f.carriers))) for f in ev
                ),
            )
        )
    return Stemma(collation.dispatch.id, origin, names[order[0]], nodes, tuple(edges))
