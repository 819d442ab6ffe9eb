"""``dateline claims``: who says what in each report."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, Paths
from dateline.cli.output import Output

Merged = Annotated[
    bool,
    Parameter(
        negative="",
        show_default=False,
        help="Each thing once, wherever the pile says it, with how many sources it rests on.",
    ),
]
Top = Annotated[
    int | None, Parameter(help="How many merged claims to show, most reported first. [default: 10]")
]


def claims(
    *paths: Paths,
    merged: Merged = False,
    top: Top = None,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Tell who says what in each report: each voice with its claims, then the newsroom's own.

    Read are reports in English; of others it is said that they are not read. With --json each claim
    is one line, with the exact place of its source, its reporting verb and its content. For
    example:

        dateline claims clippings/ --json > claims.jsonl

    With --merged the claims of all reports are put together: through the versions of a dispatch,
    and across dispatches that tell of one event. Reports, dispatches and originating sources are
    counted apart; what is not known widens the range of sources.
    """
    if merged:
        return _merged(paths, top, fast_html, json, tables)
    with Output() as out:
        from dateline.cli.show.claims import show_claims
        from dateline.read import read_reports
        from dateline.run.claims import claims

        reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
        for report, found in claims(out.counted(reports), out.problem):
            if json:
                for claim in found:
                    out.json(claim)
            elif found:
                out.show(show_claims(report, found))
        return out.close()


def _merged(
    paths: tuple[str, ...], top: int | None, fast_html: bool, json: bool, tables: ColumnOptions
) -> int:
    """The claims of the whole pile, each once."""
    from dateline.config import resolve

    settings = resolve({"top": top})
    with Output() as out:
        from dateline.read import read_reports
        from dateline.run.statements import merged

        reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
        statements, _ = merged(out.counted(reports), settings, out.progress, out.problem)
        if json:
            for statement in statements:
                out.json(statement)
        else:
            from dateline.cli.show.statements import show_statements

            out.show(show_statements(statements, settings.top, settings.items))
        return out.close()
