"""``dateline copies``: all related pairs of a pile."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli.engine import USUAL as HERE
from dateline.cli.engine import EngineOptions, run_engine
from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, MinContainment, Paths
from dateline.cli.output import Output

AllPairs = Annotated[
    bool,
    Parameter(
        negative="",
        show_default=False,
        help="List every pair in a pile of more than 50,000 reports too. Else the versions of a"
        " dispatch that more than 32 reports run are listed there with the fullest ones only.",
    ),
]


def copies(
    *paths: Paths,
    min_containment: MinContainment = None,
    all_pairs: AllPairs = False,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
    engine: EngineOptions = HERE,
) -> int:
    """List all pairs of reports that share text: copies, excerpts, and shared quotations.

    PATH is a file, a folder, a pattern or - for standard input. With --json each pair is one line,
    with its score, the share of either text that the other holds, and the shared passages.
    For example:

        dateline copies --json archive/ > pairs.jsonl

    With --engine the last PATH is a folder, and all that follows from the pairs is written there
    too: dispatches, what each version changed, claims. For example:

        dateline copies --engine spark --master local[4] archive.parquet tables/
    """
    from dateline.config import resolve

    settings = resolve({"min_containment": min_containment})
    engine.check(json)
    if engine.engine:
        columns, every = tables.columns(), all_pairs or None
        given = {"settings": settings, "columns": columns, "every_pair": every}
        return run_engine(engine, paths, fast_html=fast_html, **given)
    with Output() as out:
        from dateline.read import read_reports
        from dateline.run import local

        reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
        relations = local.copies(out.counted(reports), settings, out.progress, all_pairs or None)
        if json:
            for relation in relations:
                out.json(relation)
        else:
            from dateline.cli.show.relations import show_relations

            out.show(show_relations(list(relations)))
        return out.close()
