"""``dateline claims``: who says what in each report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import From
from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json
from dateline.cli.output import Output
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.config import Settings
    from dateline.model import Report
    from dateline.store import Archive

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
    *paths: Annotated[str, Parameter(name="PATH", help="As for tell; or use --archive.")],
    archive: From = None,
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
        dateline claims --archive news.db --merged

    With --merged the claims of all reports are put together: through the versions of a dispatch,
    and across dispatches that tell of one event. Reports, dispatches and originating sources are
    counted apart; what is not known widens the range of sources.
    """
    from dateline.config import resolve

    if bool(paths) == bool(archive):
        raise UsageError("name either files or an archive (--archive FILE)")
    settings = resolve({"top": top})
    with Output() as out:
        show = _show_merged if merged else _show
        if archive:
            from dateline.store import Archive

            with Archive.open(archive) as opened:
                show(out, opened, settings, json)
        else:
            from dateline.read import read_reports

            reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
            show(out, out.counted(reports), settings, json)
        return out.close()


def _show(out: Output, pile: Archive | Iterable[Report], _: Settings, json: bool) -> None:
    """Each report's claims."""
    from dateline.cli.show.claims import show_claims
    from dateline.run.claims import claims, claims_of_archive
    from dateline.store import Archive

    if isinstance(pile, Archive):
        read = claims_of_archive(pile, out.problem)
    else:
        read = claims(pile, out.problem)
    for report, found in read:
        if json:
            for claim in found:
                out.json(claim)
        elif found:
            out.show(show_claims(report, found))


def _show_merged(
    out: Output, pile: Archive | Iterable[Report], settings: Settings, json: bool
) -> None:
    """The claims of the whole pile, each once."""
    from dateline.run.statements import merged, merged_of_archive
    from dateline.store import Archive

    if isinstance(pile, Archive):
        statements, _ = merged_of_archive(pile, out.progress, out.problem)
    else:
        statements, _ = merged(pile, settings, out.progress, out.problem)
    if json:
        for statement in statements:
            out.json(statement)
    else:
        from dateline.cli.show.statements import show_statements

        out.show(show_statements(statements, settings.top, settings.items))
