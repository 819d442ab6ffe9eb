"""``dateline add``: read into an archive."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, Paths
from dateline.cli.output import Output

if TYPE_CHECKING:
    from dateline.store import Archive

_WORTH_LEARNING = 500


def add(
    *paths: Paths,
    archive: ArchiveFile = FILE,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Add reports to an archive, which is made if it is not there.

    What is in the archive already is passed over, so a run that was stopped goes on where it was
    when it is given again. PATH is as for "dateline tell". For example:

        dateline add news/ --archive siege.db
    """
    with Output() as out:
        from dateline.read import read_reports
        from dateline.run import archive as stages
        from dateline.store import Archive

        settings = {"paths": list(paths), **{k: v for k, v in asdict(tables).items() if v}}
        with Archive.open(archive, create=True) as opened:
            reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
            done = stages.add(
                opened,
                out.counted(reports),
                settings,
                progress=out.progress,
                skipped=lambda: sum(problem.skipped for problem in out.problems),
            )
            if json:
                out.json({**asdict(done), "known": done.known})
            else:
                out.show(_says(done.read, done.added, done.known), _holds(opened, archive))
            _advise(out, opened)
        return out.close()


def _says(read: int, added: int, known: int) -> str:
    from dateline.cli.show.finding import plural

    return f"{plural(read, 'report')} read: {added:,} added, {known:,} known before"


def _holds(archive: Archive, path: str) -> str:
    from dateline.cli.safe import one_line
    from dateline.cli.show.finding import plural

    dispatches, several = archive.counts()
    reports, all_of_them = (
        plural(len(archive), "report"),
        plural(dispatches, "dispatch", "dispatches"),
    )
    return f"{one_line(path)}: {reports}, {all_of_them}, {several:,} of them in several versions"


def _advise(out: Output, archive: Archive) -> None:
    """Say when most of the archive came after the statistics were learned."""
    learned, reports = archive.epoch.reports, len(archive)
    if reports - learned > max(learned, _WORTH_LEARNING):
        says = f"{reports - learned:,} of {reports:,} reports came after the archive last learned"
        out.note(f"{says} what sites repeat; dateline reindex learns it from all")
