"""The related pairs of a pile, as a person reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.show.called import namer
from dateline.cli.show.finding import plural
from dateline.model import Relation, Relationship

ORDER: dict[Relationship, int] = {"copy": 0, "excerpt": 1, "quote": 2}
STYLE: dict[Relationship, str] = {"copy": "bold", "excerpt": "cyan", "quote": "dim"}
MANY: dict[Relationship, str] = {"copy": "copies", "excerpt": "excerpts", "quote": "quotes"}


def show_relations(relations: Sequence[Relation]) -> RenderableType:
    """A sum, then one line for each pair, the surest copies first."""
    counts = Counter(r.relation for r in relations)
    kinds = (plural(n, kind, MANY[kind]) for kind, n in sorted(counts.items(), key=_order))
    pairs = plural(len(relations), "related pair") + (": " if relations else "")
    ranked = sorted(relations, key=lambda r: (ORDER[r.relation], -r.score, r.a, r.b))
    return Group(Text(pairs + ", ".join(kinds), "bold"), _table(ranked))


def _order(count: tuple[Relationship, int]) -> int:
    return ORDER[count[0]]


def _table(relations: Sequence[Relation]) -> Table:
    """Columns: relation, score, the two reports, and how much of each the other holds."""
    name = namer(i for r in relations for i in (r.a, r.b))
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        grid.add_column(no_wrap=True)
    for _ in range(3):
        grid.add_column(overflow="fold")
    for r in relations:
        shares = f"{r.containment_ab:.0%} of a, {r.containment_ba:.0%} of b"
        style = STYLE[r.relation]
        grid.add_row(
            Text(r.relation, style), f"{r.score:.2f}", Text(name(r.a)), Text(name(r.b)), shares
        )
    return grid
