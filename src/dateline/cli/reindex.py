"""``dateline reindex``: the next epoch of an archive."""

from __future__ import annotations

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.options import Json
from dateline.cli.output import Output


def reindex(*, archive: ArchiveFile = FILE, json: Json = False) -> int:
    """Learn from all reports what sites and agencies repeat, and judge everything anew.

    Until the next reindex whatever is added is judged by what was learned, so that the order of
    adding does not matter. What has changed is told. People's judgements stay. For example:

        dateline reindex --archive siege.db
    """
    with Output() as out:
        from dateline.run import archive as stages
        from dateline.store import Archive

        with Archive.open(archive) as opened:
            done = stages.reindex(opened, out.progress)
        if json:
            out.json(done)
        else:
            from dateline.cli.show.stories import show_reindexed
            from dateline.config import resolve

            out.show(show_reindexed(done, resolve().items))
        return out.close()
