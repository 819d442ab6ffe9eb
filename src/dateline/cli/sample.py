"""``dateline sample``: how often the machine is right, on one's own pile."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from dateline.cli.archive_option import FILE, ArchiveFile
from dateline.cli.options import Json
from dateline.cli.output import Output
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.run.sample import Precision

Size = Annotated[int, Parameter(help="How many findings of each kind.")]
Seed = Annotated[int, Parameter(help="Draw another sheet with another number.")]
Score = Annotated[
    str | None, Parameter(name="--score", help="Read this sheet with its answers instead.")
]


def sample(
    *,
    archive: ArchiveFile = FILE,
    size: Size = 50,
    seed: Seed = 1,
    score: Score = None,
    json: Json = False,
) -> int:
    """Draw a coding sheet from the archive; with --score, tell the precision of its answers.

    The sheet is CSV: relations, edits and claims, each with its words and an empty column
    "answer" for yes, no or cannot tell. The same seed draws the same sheet from the same archive.
    The page Sample of dateline serve asks one finding after the other. For example:

        dateline sample --size 40 > sheet.csv

        dateline sample --score sheet.csv
    """
    with Output() as out:
        from dateline.run import sample as stage

        if score is not None:
            found = stage.precision(_rows(score))
            if json:
                for one in found:
                    out.json(one)
            else:
                out.show(*_told(found))
            return out.close()
        from dateline.store import Archive

        with Archive.open(archive) as opened:
            items = stage.drawn(opened, size, seed)
        if json:
            for item in items:
                out.json(item)
        else:
            sys.stdout.buffer.write(stage.csv_of(items).encode("utf-8"))
        return out.close()


def _rows(file: str) -> list[dict[str, str]]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{file}: cannot be read as CSV in UTF-8: {error}") from None


def _told(found: Sequence[Precision]) -> list[str]:
    from dateline import __version__
    from dateline.run.sample import methods, share

    lines = [f"{one.kind}: {share(one)}" for one in found] or ["the sheet is empty"]
    return [*lines, "", methods(found, __version__)]
