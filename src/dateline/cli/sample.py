"""``dateline sample``: how often the machine is right, on one's own pile."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from dataclasses import asdict
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
_METHODS = (
    "{n} findings were drawn at random (seed and archive as given) from what Dateline {version}"
    " found in the archive, and judged by reading; shares are of the findings that were judged,"
    " with 95 % Wilson intervals. They say how often a finding is right, not how many were missed."
)


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
    "answer" for yes or no. The same seed draws the same sheet from the same archive. For example:

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
            _write([asdict(item) for item in items])
        return out.close()


def _write(rows: Sequence[dict[str, str]]) -> None:
    from dateline.run.sample import Item

    names = list(Item.__dataclass_fields__)
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, names, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows({name: _plain(value) for name, value in row.items()} for row in rows)
    sys.stdout.buffer.write(sheet.getvalue().encode("utf-8"))


def _plain(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _rows(file: str) -> list[dict[str, str]]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{file}: cannot be read as CSV in UTF-8: {error}") from None


def _told(found: Sequence[Precision]) -> list[str]:
    from dateline import __version__

    lines = [_line(one) for one in found] or ["the sheet is empty"]
    judged = sum(one.answered for one in found)
    return [*lines, "", _METHODS.format(n=judged, version=__version__)]


def _line(one: Precision) -> str:
    if not one.answered:
        return f"{one.kind}: none of {one.drawn} judged"
    share = 100 * one.right / one.answered
    interval = f"{100 * one.low:.0f}–{100 * one.high:.0f} %"
    return f"{one.kind}: {one.right} of {one.answered} right, {share:.0f} % ({interval})"
