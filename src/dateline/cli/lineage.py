"""``dateline lineage``: the versions of a dispatch as a tree."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, Paths
from dateline.cli.output import Output

Evidence = Annotated[
    bool,
    Parameter(negative="", show_default=False, help="Show what the versions of a branch share."),
]


def lineage(
    *paths: Paths,
    evidence: Evidence = False,
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
        if json:
            out.json(trees)
        else:
            from dateline.cli.show.stemma import show_stemmas

            out.show(show_stemmas(trees, settings.top, evidence))
        return out.close()
