"""``dateline export html``: each dispatch as one file with all that its pages show."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.options import ColumnOptions
from dateline.cli.output import Output
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.store import Archive

__all__ = ["opened", "write"]


@contextmanager
def opened(
    out: Output, paths: tuple[str, ...], archive: str | None, fast: bool, tables: ColumnOptions
) -> Iterator[Archive]:
    """The archive, or one for a while with the reports of the paths.

    Raises:
        UsageError: neither or both are named.
    """
    from dateline.store import Archive

    if bool(paths) == bool(archive):
        raise UsageError("name either files or an archive (--archive FILE)")
    if archive:
        with Archive.open(archive) as there:
            yield there
        return
    from dateline.read import read_reports
    from dateline.run import archive as stages

    with (
        tempfile.TemporaryDirectory(prefix="dateline-") as folder,
        Archive.open(Path(folder) / "dateline.db", create=True) as made,
    ):
        reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast)
        stages.add(made, out.counted(reports), {"paths": list(paths)}, progress=out.progress)
        yield made


def write(out: Output, archive: Archive, dispatch: str | None, to: str) -> None:
    """Write one dispatch, or each of several versions: into a folder, a file, or standard output.

    Raises:
        NotFoundError: there is no such dispatch or report.
        UsageError: there are several, and no folder was named.
    """
    from dateline.store.listing import core_of, cores
    from dateline.web.pages.story import story_file
    from dateline.web.site import Site

    connection = archive.connection
    if dispatch:
        wanted = [core_of(connection, dispatch, archive.path)]
    else:
        wanted = list(cores(connection, 2))
    one_file = Path(to).suffix.lower() in (".html", ".htm")
    if (to == "-" or one_file) and len(wanted) > 1:
        raise UsageError("there are several dispatches: name one (--dispatch) or a folder (--to)")
    site = Site(archive.path)
    for core in wanted:
        whole = story_file(site, archive, core)
        if to == "-":
            sys.stdout.buffer.write(whole.encode())
        else:
            ident = connection.execute("SELECT dispatch FROM report WHERE number = ?", (core,))
            path = Path(to) if one_file else Path(to) / f"{ident.fetchone()[0]}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(whole, "utf-8")
            out.note(f"written: {path}")
