"""A stemma drawn with characters: time downward, unseen texts in brackets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from dateline.model import Edge, Stemma

_UNSURE = 0.6
_SHOWN = 3


def tree_lines(
    stemma: Stemma, name: Callable[[str], str] = str, evidence: bool = False
) -> Iterator[str]:
    """The tree, a line a text, children below their parent.

    Unseen texts stand in square brackets; an edge that little speaks for is dashed (``╌``); a
    second parent is told behind the text. ``name`` says how ids are shown, ``evidence`` adds the
    heaviest innovations of each edge.
    """
    children: dict[str, list[Edge]] = defaultdict(list)
    second: dict[str, list[str]] = defaultdict(list)
    for edge in stemma.edges:
        if edge.second:
            second[edge.child].append(name(edge.parent))
        else:
            children[edge.parent].append(edge)
    unseen = {node.id for node in stemma.nodes if node.unseen}
    also = {node.id: node.also for node in stemma.nodes}

    def label(ident: str) -> str:
        text = f"[{ident}]" if ident in unseen else name(ident)
        text += f" (+ {len(also[ident])} identical)" if also[ident] else ""
        return text + (f" (also from {', '.join(second[ident])})" if second[ident] else "")

    def below(ident: str, indent: str) -> Iterator[str]:
        edges = children[ident]
        for n, edge in enumerate(edges):
            last = n + 1 == len(edges)
            stroke = "╌╌" if edge.confidence < _UNSURE else "──"
            whose = f" ({edge.judged.says})" if edge.judged else ""
            yield f"{indent}{'└' if last else '├'}{stroke} {label(edge.child)}{whose}"
            inner = indent + ("    " if last else "│   ")
            if evidence:
                yield from (f"{inner}  {line}" for line in _grounds(edge))
            yield from below(edge.child, inner)

    yield label(stemma.root)
    yield from below(stemma.root, "")


def _grounds(edge: Edge) -> list[str]:
    shown = sorted(edge.evidence, key=lambda i: (-i.weight, i.says))[:_SHOWN]
    lines = [f"{i.kind}: {i.says}" for i in shown]
    more = len(edge.evidence) - len(shown)
    return [*lines, f"… and {more} more in common"] if more else lines
