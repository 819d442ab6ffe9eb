"""Reads piles: files, folders, patterns and standard input, as one stream of reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from dateline.model import Report
from dateline.read.columns import USUAL, Columns
from dateline.read.formats import recognise
from dateline.read.limits import DEFAULTS, Limits
from dateline.read.paths import STDIN, Finder, reason, shown
from dateline.read.problems import OnProblem, to_stderr
from dateline.read.reading import Reading
from dateline.read.source import Input


def read_reports(
    paths: Iterable[str | Path],
    columns: Columns = USUAL,
    on_problem: OnProblem = to_stderr,
    limits: Limits = DEFAULTS,
    *,
    bulk_html: bool = False,
) -> Iterator[Report]:
    r"""Yield the reports in ``paths``, one after another; nothing that they hold raises an error.

    ``paths`` are files, folders (read with all that is below them, in the order of the names,
    hidden files left out), glob patterns (also with ``**``) and ``-`` for standard input. A file
    that is reached twice is read once. What cannot be read, or not as it stands, goes to
    ``on_problem`` and the rest goes on.

    Formats are known by content first and by name second: plain text, HTML, CSV and TSV, JSON, JSON
    Lines and ninjs, RSS and Atom, WARC, Parquet, each also gzipped. ``bulk_html`` has HTML files
    extracted as the pages of a WARC are: tens of times faster, a little more clutter in the
    texts. Line ends ``\r\n`` become ``\n``; otherwise texts are left as
    they are, and can always be encoded as UTF-8.

    A report's id is the value of the id column, or ``PATH:N`` for record N (from 1; the number of
    the line in JSON Lines), or the path of a file that is one report. Ids are unique: the second
    report with an id is ``ID#2``.
    """
    reading = Reading(columns, limits, on_problem, bulk_html=bulk_html)
    finder = Finder(reading.tell)
    for path_given in paths:
        given = os.fspath(path_given)
        for path in finder.find(given):
            yield from read_file(path, reading)
        reading.files.close(shown(given))


def read_file(path: str, reading: Reading) -> Iterator[Report]:
    """Yield the reports of one file (``-``: standard input)."""
    try:
        raw = _opened(path)
    except (OSError, ValueError) as error:
        reading.tell(path, reason(error), "skipped")
        return
    with raw as stream:
        inp = Input(path, stream, reading)
        found = recognise(inp)
        reports = 0
        for report in found.read(inp) if found else ():
            reports += 1
            yield report
        inp.finish(reports)


def _opened(path: str) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdin.buffer) if path == STDIN else open(path, "rb")
