"""``dateline watch``: keep an archive current, and tell what is new."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, Paths
from dateline.cli.output import Output
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.run.watch import Watch

Every = Annotated[float, Parameter(help="Look every so many seconds.")]
Once = Annotated[
    bool,
    Parameter(negative="", show_default=False, help="Take in what is there by now, and stop."),
]


def watch(
    *paths: Paths,
    archive: ArchiveFile = FILE,
    every: Every = 2.0,
    once: Once = False,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Keep an archive current as files arrive, and print only what is new.

    New is a report of a new dispatch, a further version of a known one, and a text that is no
    longer what it was under the same address, with the sentences that were withdrawn; and, in each
    of them, what somebody is quoted as saying that no report here has had before. PATH is a
    folder, or a file that is written again and again, such as a feed. What is there at the first
    start is read and not told. Ctrl-C ends it; the next start goes on where it was. For example:

        dateline watch incoming/ wire.xml --archive news.db
    """
    if every <= 0 or "-" in paths:
        raise UsageError("folders and files are watched, every so many seconds (more than 0)")
    with Output() as out:
        from dateline.read import read_reports
        from dateline.run.arrivals import arrivals
        from dateline.run.watch import Watch
        from dateline.store import Archive

        with Archive.open(archive, create=True) as opened:
            columns = tables.columns()
            watching = Watch(
                opened, lambda f: read_reports(f, columns, out.problem, bulk_html=fast_html)
            )
            waiting: list[str] = []
            for some in arrivals(paths, _quiet, every):
                waiting = _tell(out, watching, [*waiting, *some], json)
                if once and not waiting:
                    break
        return out.close()


def _tell(out: Output, watching: Watch, files: list[str], json: bool) -> list[str]:
    """Print what is new in these files; returns those that are too young to be read."""
    news, young = watching.take(dict.fromkeys(files))
    for one in news:
        if json:
            out.json(one)
        else:
            from dateline.cli.show.news import show_news

            out.show(show_news(one))
        sys.stdout.flush()
        watching.told(one)
    return young


def _quiet(*_: object, **__: object) -> None:
    """What is wrong with a path is told when it is read."""
