"""A stemma as an SVG drawing: time downward, unseen texts hollow and grey, unsure edges dashed.

Nothing is told by colour alone: an unseen text is a ring, a seen one a disc; an edge that little
speaks for is dashed; a second parent is a dotted curve with an arrow. Shades are opacities of the
surrounding text's colour (``currentColor``), so the drawing is right on dark and on white paper.
Looks are attributes, never ``style``, which a page's Content-Security-Policy may forbid.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from html import escape

from dateline.lineage.places import Place, places
from dateline.model import Edge, Node, Stemma

__all__ = ["UNSURE", "svg"]

UNSURE = 0.6  # an edge of less confidence is dashed

_LINE, _STEP, _MARGIN, _RADIUS, _BEND, _LETTER = 30, 34, 22, 6, 8, 7.4
_NAME, _DETAIL = 48, 60  # letters of a name and of what stands behind it
_GROUNDS = 4
_QUIET = ' opacity="0.7"'
_PAPER = (
    "<style>svg{color:#1c1b19;background:#fff}"
    "@media(prefers-color-scheme:dark){svg{color:#ebe8e1;background:#191815}}"
    "@media print{svg{color:#000;background:#fff}}</style>"
)
_ARROW = (
    '<defs><marker id="into" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"'
    ' orient="auto"><path d="M0 0L8 4L0 8z" fill="currentColor"/></marker></defs>'
)
Says = Callable[[str], str]


def svg(
    stemma: Stemma,
    name: Says = str,
    detail: Says = lambda _: "",
    link: Callable[[int], str] | None = None,
    paper: bool = True,
) -> str:
    """The drawing as one SVG element in XML, without a reference to anything outside it.

    ``name`` says how the id of a version is shown, ``detail`` what stands behind it in small
    letters. ``link`` gives the address of the evidence for the edge with a number (its place in
    ``stemma.edges``). With ``paper`` the file brings its own colours, dark where the reader's
    screen is; without it takes those of the page that it is put into.
    """
    found = places(stemma)
    draw = _Drawing(stemma, found, name, detail, link)
    width, height = draw.size
    label = escape(_title(stemma))
    return "".join(
        (
            '<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-labelledby="stemma-title"'
            f' viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
            ' font-family="system-ui, sans-serif" font-size="14">',
            f'<title id="stemma-title">{label}</title><desc>{escape(draw.described())}</desc>',
            _PAPER if paper else "",
            _ARROW,
            *draw.edges(),
            *draw.texts(),
            "</svg>",
        )
    )


class _Drawing:
    def __init__(
        self,
        stemma: Stemma,
        found: dict[str, Place],
        name: Says,
        detail: Says,
        link: Callable[[int], str] | None,
    ) -> None:
        self._stemma, self._places, self._link = stemma, found, link
        self._name, self._detail = name, detail
        self._children: dict[str, list[Edge]] = defaultdict(list)
        for edge in stemma.edges:
            if not edge.second:
                self._children[edge.parent].append(edge)
        self._left = _MARGIN + (_STEP if any(e.second for e in stemma.edges) else 0)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, by the usual width of letters."""
        right = max(self._at(p)[0] + self._letters(p) * _LETTER for p in self._places.values())
        return round(right) + 2 * _MARGIN, len(self._places) * _LINE + _MARGIN

    def described(self) -> str:
        """Each text with the one that it was made from, in words."""
        return ". ".join(self._said(edge) for edge in self._stemma.edges)

    def edges(self) -> Iterator[str]:
        """The edges, first parents before second ones, which may cross them."""
        for number, edge in sorted(enumerate(self._stemma.edges), key=lambda e: e[1].second):
            drawn = self._second(edge) if edge.second else self._first(edge)
            drawn = f"<g><title>{escape(self._grounds(edge))}</title>{drawn}</g>"
            yield self._linked(number, edge, drawn)

    def texts(self) -> Iterator[str]:
        """The texts with their names."""
        for place in self._places.values():
            x, y = self._at(place)
            shape = ' fill="none" stroke="currentColor" stroke-width="2" opacity="0.62"'
            shape = shape if place.node.unseen else ' fill="currentColor"'
            yield f'<circle cx="{x}" cy="{y}" r="{_RADIUS}"{shape}/>'
            yield f'<text x="{x + 14}" y="{y + 5}">{self._label(place.node)}</text>'

    def _at(self, place: Place) -> tuple[int, int]:
        return self._left + place.depth * _STEP, _MARGIN + place.line * _LINE

    def _first(self, edge: Edge) -> str:
        """From the sibling before, or else the parent, down and to the right.

        The way down is dashed only if nothing sure hangs further below it.
        """
        x, _ = self._at(self._places[edge.parent])
        to, down = self._at(self._places[edge.child])
        later = [e for e in self._siblings(edge) if self._below(e) >= self._below(edge)]
        trunk = f"M{x} {self._start(edge)}V{down - _BEND}"
        branch = f"M{x} {down - _BEND}Q{x} {down} {x + _BEND} {down}H{to - _RADIUS}"
        return (
            f'<path d="{trunk}{branch}" fill="none" stroke="transparent" stroke-width="14"/>'
            + _stroke(trunk, all(e.confidence < UNSURE for e in later))
            + _stroke(branch, edge.confidence < UNSURE)
        )

    def _siblings(self, edge: Edge) -> list[Edge]:
        return self._children[edge.parent]

    def _below(self, edge: Edge) -> int:
        return self._places[edge.child].line

    def _start(self, edge: Edge) -> int:
        mine = self._below(edge)
        before = [line for e in self._siblings(edge) if (line := self._below(e)) < mine]
        if not before:
            return self._at(self._places[edge.parent])[1] + _RADIUS
        return _MARGIN + max(before) * _LINE - _BEND

    def _second(self, edge: Edge) -> str:
        (x, y), (to, down) = self._at(self._places[edge.parent]), self._at(self._places[edge.child])
        out = self._left - _STEP - 8
        path = f"M{x - _RADIUS} {y}C{out} {y} {out} {down} {to - _RADIUS - 1} {down}"
        return (
            f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"'
            ' stroke-dasharray="1.5 4" stroke-linecap="round" marker-end="url(#into)"/>'
        )

    def _linked(self, number: int, edge: Edge, drawn: str) -> str:
        if self._link is None:
            return drawn
        address, label = escape(self._link(number)), escape(self._said(edge))
        return f'<a href="{address}" aria-label="{label}">{drawn}</a>'

    def _label(self, node: Node) -> str:
        if node.unseen:
            return f'<tspan{_QUIET} font-style="italic">{escape(node.id)}</tspan>'
        shown = escape(_cut(self._name(node.id), _NAME))
        more = escape(self._behind(node))
        whole = f"<title>{escape(', '.join((node.id, *node.also)))}</title>"
        behind = f'<tspan dx="8" font-size="12"{_QUIET}>{more}</tspan>' if more else ""
        return f'{whole}<tspan unicode-bidi="isolate">{shown}</tspan>{behind}'

    def _behind(self, node: Node) -> str:
        same = f"and {len(node.also)} identical" if node.also else ""
        return _cut(" · ".join(filter(None, (self._detail(node.id), same))), _DETAIL)

    def _letters(self, place: Place) -> int:
        name = place.node.id if place.node.unseen else self._name(place.node.id)
        behind = "" if place.node.unseen else self._behind(place.node)
        return _wide(_cut(name, _NAME)) + _wide(behind) + 3

    def _called(self, ident: str) -> str:
        return ident if self._places[ident].node.unseen else self._name(ident)

    def _said(self, edge: Edge) -> str:
        doubt = ", unsure" if edge.confidence < UNSURE else ""
        doubt = f"; {edge.judged.says}" if edge.judged else doubt
        how = "also draws on" if edge.second else "was made from"
        return f"{self._called(edge.child)} {how} {self._called(edge.parent)}{doubt}"

    def _grounds(self, edge: Edge) -> str:
        shown = sorted(edge.evidence, key=lambda i: (-i.weight, i.says))[:_GROUNDS]
        lines = [f"{i.kind}: {i.says}" for i in shown]
        more = len(edge.evidence) - len(shown)
        lines += [f"… and {more} more in common"] if more else []
        return "\n".join((f"{self._said(edge)} (confidence {edge.confidence:.2f})", *lines))


def _stroke(path: str, dashed: bool) -> str:
    dashes = ' stroke-dasharray="4 4"' if dashed else ""
    return f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"{dashes}/>'


def _title(stemma: Stemma) -> str:
    seen = sum(1 + len(node.also) for node in stemma.nodes if not node.unseen)
    unseen = sum(node.unseen for node in stemma.nodes)
    parts = f"{seen} version" + "s" * (seen != 1)
    return f"Lineage of {parts}" + (f", {unseen} unseen" if unseen else "")


def _cut(text: str, most: int) -> str:
    """Long text with its middle left out: paths differ at their ends."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    half = (most - 1) // 2
    return f"{text[:half]}…{text[-half:]}"


def _wide(text: str) -> int:
    """Letters, those of double width (Chinese, Japanese, Korean) counted twice."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)
