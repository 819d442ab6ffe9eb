"""Where the texts of a stemma stand when it is drawn: one line each, children below their parent.

Each text has a line of its own and stands one step to the right of the text that it was made from,
so that a family of sixty reads as well as one of two, and no two names ever meet.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dateline.model import Edge, Node, Stemma

__all__ = ["Place", "places"]


@dataclass(frozen=True, slots=True)
class Place:
    """A text in a drawing: its line counted from 0, and its distance from the root in edges."""

    node: Node
    line: int
    depth: int


def places(stemma: Stemma) -> dict[str, Place]:
    """The place of each text by its id, in the order of the lines."""
    children: dict[str, list[Edge]] = defaultdict(list)
    for edge in stemma.edges:
        if not edge.second:
            children[edge.parent].append(edge)
    nodes = {node.id: node for node in stemma.nodes}
    found: dict[str, Place] = {}
    waiting = [(stemma.root, 0)]
    while waiting:
        ident, depth = waiting.pop()
        found[ident] = Place(nodes[ident], len(found), depth)
        waiting += [(edge.child, depth + 1) for edge in reversed(children[ident])]
    return found
