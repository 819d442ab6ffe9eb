"""``dateline story``: one dispatch of an archive."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.options import Json
from dateline.cli.output import Output

Name = Annotated[
    str, Parameter(name="ID", help="A dispatch's id, or that of any report that is a version.")
]
_MOST = 200  # versions that are collated for a person


def story(name: Name, /, *, archive: ArchiveFile = FILE, json: Json = False) -> int:
    """Tell one dispatch: its versions, what each changed, and what it shares with others.

    Where other dispatches of the archive report the same event they are listed, with what several
    of them say, on whose word, and the figures that cannot all be right side by side.

    For example:

        dateline story news/may/agency.txt
    """
    from dateline.config import resolve

    settings = resolve()
    with Output() as out:
        from dateline.run import story as stages
        from dateline.store import Archive

        with Archive.open(archive) as opened:
            told = stages.story(opened, name, None if json else _MOST)
            if json:
                out.json(told)
            else:
                from dateline.cli.show.stories import show_story

                out.show(show_story(told, settings.items))
        return out.close()
