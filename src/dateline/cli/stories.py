"""``dateline stories``: the dispatches of an archive."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.options import Json
from dateline.cli.output import Output

Top = Annotated[int | None, Parameter(help="How many to show. [default: 10]")]
Least = Annotated[int, Parameter(help="Only those of at least so many versions.")]
Place = Annotated[
    str, Parameter(help="Only those that name this place where they begin, in any spelling.")
]


def stories(
    *,
    archive: ArchiveFile = FILE,
    top: Top = None,
    least: Least = 2,
    place: Place = "",
    json: Json = False,
) -> int:
    """List the dispatches of an archive, those of most versions first.

    With --json all of them are printed, one a line. For example:

        dateline stories --top 20
    """
    from dateline.config import resolve

    settings = resolve({"top": top})
    with Output() as out:
        from dateline.store import Archive

        with Archive.open(archive) as opened:
            if json:
                for summary in opened.summaries(least, -1 if top is None else settings.top, place):
                    out.json(summary)
            else:
                from dateline.cli.show.stories import show_stories

                found = opened.summaries(least, settings.top, place)
                out.show(show_stories(found, opened.counts(), settings.top, place))
        return out.close()
