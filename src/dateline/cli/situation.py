"""``dateline situation``: who is where, by whose word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from dateline.cli.options import USUAL, ColumnOptions, FastHtml, Json, MinContainment
from dateline.cli.output import Output
from dateline.errors import UsageError

From = Annotated[
    str | None, Parameter(name="--archive", help="Read this archive instead of files.")
]
PartiesFile = Annotated[
    Path | None,
    Parameter(
        name="--parties",
        help="A TOML file that says who is a party, and who is called what. "
        "[default: dateline.toml, if it says so]",
    ),
]
Words = Annotated[
    bool, Parameter(negative="", show_default=False, help="Show the words of each claim.")
]


def situation(
    *paths: Annotated[str, Parameter(name="PATH", help="As for tell; or use --archive.")],
    archive: From = None,
    parties: PartiesFile = None,
    words: Words = False,
    top: int | None = None,
    min_containment: MinContainment = None,
    fast_html: FastHtml = False,
    json: Json = False,
    tables: ColumnOptions = USUAL,
) -> int:
    """Tell who is where, by whose word: per place the latest state by each source.

    Nothing is merged into one truth: sources that contradict each other stand side by side, and it
    is said that they do. Copies of one dispatch count as reports, not as words. For example:

        dateline situation clippings/ --parties parties.toml --words

    Parameters
    ----------
    top
        How many places to show; 0 shows all. [default: 10]
    """
    from dateline.claims.situation import read_parties
    from dateline.config import resolve

    settings = resolve({"top": top, "min_containment": min_containment})
    if bool(paths) == bool(archive):
        raise UsageError("name either files or an archive (--archive FILE)")
    sides = read_parties(parties)
    with Output() as out:
        from dateline.run import situation as stages

        if archive:
            from dateline.store import Archive

            with Archive.open(archive) as opened:
                told = stages.of_archive(opened, sides, out.progress)
        else:
            from dateline.read import read_reports

            reports = read_reports(paths, tables.columns(), out.problem, bulk_html=fast_html)
            told = stages.situation(out.counted(reports), settings, sides, out.progress)
        if json:
            out.json(told)
        else:
            from dateline.cli.show.situation import show_situation

            out.show(show_situation(told, settings.top, settings.items, words))
        return out.close()
