"""``dateline lineage``: the versions of a dispatch as a tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, Paths
from dateline.cli.output import Output

if TYPE_CHECKING:
    from dateline.model import Collation, Stemma

Evidence = Annotated[
    bool,
    Parameter(negative="", show_default=False, help="Show what the versions of a branch share."),
]
Svg = Annotated[
    str | None,
    Parameter(
        name="--svg",
        help="Draw the trees into this file, those of further dispatches into FILE-2 and so on.",
    ),
]


def lineage(
    *paths: Paths,
    evidence: Evidence = False,
    svg: Svg = None,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Draw who copied whom: each dispatch's versions as a tree, texts that nobody has included.

    Unseen texts stand in brackets, edges that little speaks for are dashed. For example:

        dateline lineage clippings/ --evidence
    """
    from dateline.config import resolve

    settings = resolve()
    with Output() as out:
        from dateline.lineage import stemma
        from dateline.read import read_reports
        from dateline.run import local

        reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
        telling = local.tell(out.counted(reports), settings, out.progress)
        trees = tuple(map(stemma, telling.collations))
        if svg:
            for path in _drawn(svg, trees[: settings.top], telling.collations):
                out.note(f"drawn: {path}")
        if json:
            out.json(trees)
        else:
            from dateline.cli.show.stemma import show_stemmas

            out.show(show_stemmas(trees, settings.top, evidence))
        return out.close()


def _drawn(file: str, trees: Sequence[Stemma], collations: Sequence[Collation]) -> list[Path]:
    """Write a drawing of each tree; returns the files."""
    from dateline.cli.show.called import namer
    from dateline.lineage.draw_svg import svg

    first = Path(file)
    paths = []
    for number, (tree, collation) in enumerate(zip(trees, collations, strict=False), 1):
        name = namer([node.id for node in tree.nodes if not node.unseen])
        paths.append(first if number == 1 else first.with_stem(f"{first.stem}-{number}"))
        paths[-1].write_text(svg(tree, name, _details(collation)), "utf-8")
    return paths


def _details(collation: Collation) -> Callable[[str], str]:
    """Outlet and date of a version by its id."""
    reports = {r.id: r for c in collation.comparisons for r in (c.a, c.b)}
    said = {i: " · ".join(filter(None, (r.outlet, r.date))) for i, r in reports.items()}
    return lambda ident: said.get(ident, "")
