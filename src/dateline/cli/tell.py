"""``dateline tell``: the main job."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from cyclopts import Parameter

from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, MinContainment, Paths
from dateline.cli.output import Output

Top = Annotated[
    int | None,
    Parameter(help="How many dispatches to show, the largest and most edited first. [default: 10]"),
]


def tell(
    *paths: Paths,
    top: Top = None,
    min_containment: MinContainment = None,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Tell which reports are versions of one dispatch, and what each version changed.

    PATH is a file, a folder, a pattern such as "news/*.html", or - for standard input. Text, HTML,
    CSV, TSV, JSON, JSON Lines, Parquet, WARC, RSS, Atom and ninjs are known by their content, also
    gzipped. For example:

        dateline tell monday.txt clippings.csv archive/
    """
    from dateline.config import resolve

    settings = resolve({"top": top, "min_containment": min_containment})
    with Output() as out:
        from dateline.read import read_reports
        from dateline.run import local

        reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
        telling = local.tell(out.counted(reports), settings, out.progress)
        telling = replace(telling, problems=tuple(out.problems))
        if json:
            out.json(telling)
        else:
            from dateline.cli.show.telling import show_telling

            out.show(show_telling(telling, settings))
        return out.close()
