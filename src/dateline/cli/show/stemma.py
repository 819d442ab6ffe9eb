"""Stemmata, as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from dateline.cli.show.called import namer
from dateline.cli.show.finding import QUIET, plural
from dateline.lineage.draw import tree_lines
from dateline.model import Stemma


def show_stemmas(trees: Sequence[Stemma], top: int, evidence: bool) -> RenderableType:
    """The trees of the largest dispatches, one below the other."""
    if not trees:
        return Text("no dispatch has several versions here")
    name = namer([node.id for tree in trees for node in tree.nodes if not node.unseen])
    parts: list[RenderableType] = []
    for number, tree in enumerate(trees[:top], 1):
        seen = sum(1 + len(node.also) for node in tree.nodes if not node.unseen)
        unseen = sum(node.unseen for node in tree.nodes)
        says = f"  {plural(seen, 'version')}, {plural(unseen, 'text')} unseen"
        parts += [Text()] if number > 1 else []
        parts.append(Text.assemble((f"DISPATCH {number}", "bold"), (says, QUIET)))
        parts += [Text(line) for line in tree_lines(tree, name, evidence)]
    if len(trees) > top:
        parts += [Text(), Text(f"… and {len(trees) - top} more dispatches", QUIET)]
    return Group(*parts)
