"""``dateline style``: what outlets do to the text that they take over."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, Paths
from dateline.cli.output import Output
from dateline.errors import NotFoundError

Outlets = Annotated[
    list[str] | None,
    Parameter(name="--outlet", negative="", help="Only this outlet; two are set side by side."),
]


def style(
    *paths: Paths,
    outlet: Outlets = None,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Tell an outlet's house style: names, spellings, cuts and credits, each with its count.

    A habit is counted against the places where it could have shown. For example:

        dateline style clippings/ --outlet "The Idwan Courier" --outlet Sluice24
    """
    from dateline.config import resolve

    settings = resolve()
    with Output() as out:
        from dateline.lineage.style import house_styles
        from dateline.read import read_reports
        from dateline.run import local

        reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
        telling = local.tell(out.counted(reports), settings, out.progress)
        styles = house_styles(telling.collations)
        if missing := [o for o in outlet or () if o not in {s.outlet for s in styles}]:
            known = ", ".join(s.outlet for s in styles) or "none"
            raise NotFoundError(f"no version by {missing[0]} here; outlets with versions: {known}")
        chosen = tuple(s for s in styles if not outlet or s.outlet in outlet)
        if json:
            out.json(chosen)
        else:
            from dateline.cli.show.style import show_styles

            out.show(show_styles(chosen, settings.items))
        return out.close()
