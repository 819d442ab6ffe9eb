"""Lineage: the versions of a dispatch as a tree, drawn, with the evidence for each line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from dateline.lineage.draw_svg import UNSURE, svg
from dateline.lineage.stemma import stemma
from dateline.model import Collation, Edge, Finding, Innovation, Stemma
from dateline.run.as_findings import edge_between
from dateline.run.decided import decisions
from dateline.store import Archive
from dateline.store.cards import Card, card
from dateline.store.judgements import Judgement, judgements
from dateline.store.members import Member, members
from dateline.web.pages.judging import decided as just_decided
from dateline.web.pages.versions import Chosen, called, collation_of, core_number
from dateline.web.reply import day, reply
from dateline.web.site import Site

__all__ = ["Line", "LineagePage", "lineage", "page_of"]

_MOST = 60


@dataclass(frozen=True, slots=True)
class Line:
    """An edge of the tree with the names of its ends; ``number`` is its place in the stemma.

    ``finding`` is what a person can decide about, where both ends are reports.
    """

    number: int
    parent: str
    child: str
    confidence: float
    unsure: bool
    second: bool
    evidence: tuple[Innovation, ...]
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class LineagePage:
    """The tree of the first ``shown`` versions by date; ``drawing`` is an SVG element.

    ``decided`` is what the reader decided right before.
    """

    card: Card
    shown: int
    stemma: Stemma
    lines: tuple[Line, ...]
    drawing: str
    decided: Judgement | None = None


def lineage(request: Request) -> Response:
    """``/dispatch/ID/lineage``."""
    site = request.app.state.site
    with site.open() as archive:
        core = core_number(archive, request.path_params["ident"])
        just = just_decided(request, judgements(archive))
        page = replace(page_of(site, archive, core), decided=just)
    return reply(request, "lineage.html", page)


def page_of(site: Site, archive: Archive, core: int) -> LineagePage:
    """The page of the dispatch around a core, remembered by the site."""
    return site.remembered(archive, ("lineage", core), lambda: _page(archive, core))


def _page(archive: Archive, core: int) -> LineagePage:
    shown = members(archive.connection, core, _MOST)
    whole = card(archive.connection, core)
    found = collation_of(archive, whole.id, core, Chosen("", tuple(shown), (), 1, 1))
    reports = {r.id: r for c in found.comparisons for r in (c.a, c.b)}
    decided = decisions(archive, reports.values())
    tree = decided.tree(stemma(found, _origin(found)), reports)
    names = _names(shown)
    lines = tuple(_line(n, edge, names) for n, edge in enumerate(tree.edges))
    details = {m.id: day(m.day or m.date) for m in shown}
    drawing = svg(tree, lambda i: names.get(i, i), details.__getitem__, _link, paper=False)
    return LineagePage(whole, len(shown), tree, lines, drawing)


def _origin(found: Collation) -> str | None:
    return next((c.lineage.origin for c in found.comparisons if c.lineage.origin), None)


def _names(shown: list[Member]) -> dict[str, str]:
    """Outlets, with the report's id where an outlet has several versions."""
    outlets = [called(m) for m in shown]
    return {
        m.id: name if outlets.count(name) == 1 or name == m.id else f"{name} ({m.id})"
        for m, name in zip(shown, outlets, strict=True)
    }


def _line(number: int, edge: Edge, names: dict[str, str]) -> Line:
    parent, child = (names.get(end, end) for end in (edge.parent, edge.child))
    unsure = edge.confidence < UNSURE
    evidence = tuple(sorted(edge.evidence, key=lambda i: (-i.weight, i.says)))
    made = edge_between(edge.parent, edge.child, edge.confidence)
    seen = edge.parent in names and edge.child in names
    finding = replace(made, judged=edge.judged) if seen else None
    return Line(number, parent, child, edge.confidence, unsure, edge.second, evidence, finding)


def _link(number: int) -> str:
    return f"#edge-{number}"
