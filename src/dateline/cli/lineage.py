"""``dateline lineage``: the versions of a dispatch as a tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import From
from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json
from dateline.cli.output import Output
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.config import Settings
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


Given = Annotated[
    str,
    Parameter(
        name="PATH",
        allow_leading_hyphen=True,
        help="Files, folders, patterns, or -; with --archive ids of dispatches or reports.",
    ),
]
_MOST = 200  # versions of a dispatch of an archive that are drawn


def lineage(
    *paths: Given,
    archive: From = None,
    evidence: Evidence = False,
    svg: Svg = None,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Draw who copied whom: each dispatch's versions as a tree, texts that nobody has included.

    Unseen texts stand in brackets, edges that little speaks for are dashed. Of an archive the
    dispatches that are named are drawn, or else those of most versions. For example:

        dateline lineage clippings/ --evidence
        dateline lineage agency.txt --archive news.db
    """
    from dateline.config import resolve

    if not (paths or archive):
        raise UsageError("name files, or an archive (--archive FILE)")
    settings = resolve()
    with Output() as out:
        from dateline.lineage.stemma import stemma

        if archive:
            collations, trees = _of_archive(archive, paths, settings.top)
        else:
            collations = _of_pile(paths, fast_html, tables, out, settings)
            trees = tuple(map(stemma, collations))
        if svg:
            for path in _drawn(svg, trees[: settings.top], collations):
                out.note(f"drawn: {path}")
        if json:
            out.json(trees)
        else:
            from dateline.cli.show.stemma import show_stemmas

            out.show(show_stemmas(trees, settings.top, evidence))
        return out.close()


def _of_pile(
    paths: Sequence[str], fast_html: bool, tables: ColumnOptions, out: Output, settings: Settings
) -> Sequence[Collation]:
    from dateline.read import read_reports
    from dateline.run import local

    reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
    return local.tell(out.counted(reports), settings, out.progress).collations


def _of_archive(
    file: str, names: Sequence[str], top: int
) -> tuple[Sequence[Collation], Sequence[Stemma]]:
    """The dispatches with these names, or the ``top`` of most versions; of each the most edited.

    With their trees, as people decided.
    """
    from dateline.run.story import story, tree
    from dateline.store import Archive

    with Archive.open(file) as opened:
        chosen = names or [dispatch.id for dispatch in islice(opened.dispatches(), top)]
        collations = [story(opened, name, _MOST).collation for name in chosen]
        return collations, tuple(tree(opened, collation) for collation in collations)


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
