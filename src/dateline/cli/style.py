"""``dateline style``: what outlets do to the text that they take over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import From
from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json
from dateline.cli.output import Output
from dateline.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from dateline.model import HouseStyle

Given = Annotated[
    str,
    Parameter(
        name="PATH",
        allow_leading_hyphen=True,
        help="Files, folders, patterns, or - for standard input; or use --archive.",
    ),
]
Outlets = Annotated[
    list[str] | None,
    Parameter(name="--outlet", negative="", help="Only this outlet; two are set side by side."),
]


def style(
    *paths: Given,
    archive: From = None,
    outlet: Outlets = None,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Tell an outlet's house style: names, spellings, cuts and credits, each with its count.

    A habit is counted against the places where it could have shown. For example:

        dateline style clippings/ --outlet "The Idwan Courier" --outlet Sluice24
        dateline style --archive news.db --outlet Sluice24
    """
    from dateline.config import resolve

    if bool(paths) == bool(archive):
        raise UsageError("name either files or an archive (--archive FILE)")
    settings = resolve()
    with Output() as out:
        styles = (
            _of_archive(archive, outlet or [], out)
            if archive
            else _of_pile(paths, fast_html, tables, out)
        )
        if missing := [o for o in outlet or () if o not in {s.outlet for s in styles}]:
            known = ", ".join(s.outlet for s in styles)
            seen = f"; outlets with versions: {known}" if known else ""
            raise NotFoundError(f"no version by {missing[0]} here{seen}")
        chosen = tuple(s for s in styles if not outlet or s.outlet in outlet)
        if json:
            out.json(chosen)
        else:
            from dateline.cli.show.style import show_styles

            out.show(show_styles(chosen, settings.items))
        return out.close()


def _of_archive(path: str, outlets: list[str], out: Output) -> tuple[HouseStyle, ...]:
    from dateline.run.styles import archive_styles
    from dateline.store import Archive

    with Archive.open(path) as opened:
        return archive_styles(opened, outlets, out.progress)


def _of_pile(
    paths: tuple[str, ...], fast_html: bool, tables: ColumnOptions, out: Output
) -> tuple[HouseStyle, ...]:
    from dateline.config import resolve
    from dateline.lineage.style import house_styles
    from dateline.read import read_reports
    from dateline.run import local

    reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
    telling = local.tell(out.counted(reports), resolve(), out.progress)
    return house_styles(telling.collations)
