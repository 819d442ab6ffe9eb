"""``dateline claims``: who says what in each report."""

from __future__ import annotations

from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, Paths
from dateline.cli.output import Output


def claims(
    *paths: Paths,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Tell who says what in each report: each voice with its claims, then the newsroom's own.

    Read are reports in English; of others it is said that they are not read. With --json each claim
    is one line, with the exact place of its source, its reporting verb and its content. For
    example:

        dateline claims clippings/ --json > claims.jsonl
    """
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
