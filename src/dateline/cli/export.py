"""``dateline export``: results in the formats of other fields."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from dateline.cli.archive_option import From
from dateline.cli.options import USUAL, ColumnOptions, FastHtml
from dateline.cli.output import Output
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.export import Family

Format = Annotated[
    Literal["csv", "parquet", "geojson", "ninjs", "prov", "annotations", "tei", "html"],
    Parameter(name="FORMAT", help="Which format."),
]
Table = Annotated[
    Literal["versions", "edits", "renames", "claims"],
    Parameter(help="Which table, where CSV goes to standard output; a folder gets all."),
]
StandOff = Annotated[
    bool,
    Parameter(
        negative="",
        show_default=False,
        help="Ids, offsets and hashes only: for those who may not pass texts on.",
    ),
]
To = Annotated[
    str,
    Parameter(
        name="--to", help="A folder, a file (html of one dispatch), or - for standard output."
    ),
]
Which = Annotated[
    str | None, Parameter(help="Only this dispatch, or the one that this report is a version of.")
]


def export(
    format_: Format,
    /,
    *paths: Annotated[str, Parameter(name="PATH", help="As for tell; or use --archive.")],
    archive: From = None,
    dispatch: Which = None,
    table: Table = "edits",
    to: To = "-",
    stand_off: StandOff = False,
    fast_html: FastHtml = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Write what was found in a format that other programs read.

    csv and parquet: tables of versions, edits, renames and claims. geojson: claims at the places
    that they name. ninjs: IPTC's News in JSON, an item a line. prov: W3C PROV-O in JSON-LD.
    annotations: W3C Web Annotations. tei: a critical apparatus. html: each dispatch as one page
    to pass on: versions side by side, lineage, claims with their map.
    For example:

        dateline export tei clippings/ --to apparatus
    """
    from dateline.export import save, stream

    if format_ == "html":
        return _pages(paths, archive, dispatch, to, stand_off, fast_html, tables)
    with Output() as out, _families(out, paths, archive, dispatch, fast_html, tables) as families:
        if to == "-":
            sys.stdout.buffer.writelines(stream(format_, families, stand_off, table))
        else:
            for path in save(format_, families, Path(to), stand_off):
                out.note(f"written: {path}")
        return out.close()


def _pages(
    paths: tuple[str, ...],
    archive: str | None,
    dispatch: str | None,
    to: str,
    stand_off: bool,
    fast_html: bool,
    tables: ColumnOptions,
) -> int:
    from dateline.cli import export_html

    if stand_off:
        raise UsageError("html shows the texts; csv, geojson, annotations and tei do without them")
    with Output() as out:
        with export_html.opened(out, paths, archive, fast_html, tables) as opened:
            export_html.write(out, opened, dispatch, to)
        return out.close()


@contextmanager
def _families(
    out: Output,
    paths: tuple[str, ...],
    archive: str | None,
    dispatch: str | None,
    fast_html: bool,
    tables: ColumnOptions,
) -> Iterator[Iterator[Family]]:
    from dateline.config import resolve
    from dateline.export import gather

    if bool(paths) == bool(archive):
        raise UsageError("name either files or an archive (--archive FILE)")
    if archive:
        from dateline.store import Archive

        with Archive.open(archive) as opened:
            yield gather.of_archive(opened, dispatch)
        return
    from dateline.read import read_reports

    reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
    families = gather.of_pile(out.counted(reports), resolve(), out.progress)
    yield families if dispatch is None else _only(families, dispatch)


def _only(families: Iterator[Family], name: str) -> Iterator[Family]:
    from dateline.errors import NotFoundError

    for family in families:
        if name == family.id or name in family.reports:
            yield family
            return
    raise NotFoundError(f"no dispatch and no report {name!r}")
