"""Reads the one report that a person names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from dateline.errors import InputError, NotFoundError
from dateline.model import Problem, Report
from dateline.read.columns import USUAL, Columns
from dateline.read.limits import DEFAULTS, Limits
from dateline.read.paths import STDIN, shown
from dateline.read.problems import OnProblem, to_stderr
from dateline.read.reading import Reading
from dateline.read.reports import read_file


def read_one(
    spec: str,
    columns: Columns = USUAL,
    on_problem: OnProblem = to_stderr,
    limits: Limits = DEFAULTS,
) -> Report:
    """Return the report in a file that holds one, or ``FILE:ID`` from a file that holds many.

    ``-`` is standard input, ``-:ID`` a record in it. ``on_problem`` hears of what is odd about this
    report only.

    Raises:
        NotFoundError: there is no such file, or no record with that id in it.
        InputError: the file cannot be read, or holds several reports and no id was given.
    """
    path, wanted = _parted(spec)
    problems: list[Problem] = []
    one_by_one = replace(limits, few=sys.maxsize)
    reports = read_file(path, Reading(columns, one_by_one, problems.append))
    report = _named(reports, path, wanted, problems) if wanted else _only(reports, path, problems)
    for problem in problems:
        on_problem(problem)
    return report


def _parted(spec: str) -> tuple[str, str]:
    """Part ``FILE:ID`` at the colon after the longest name of a file that is there."""
    ends = [len(spec), *(i for i in range(len(spec) - 1, 0, -1) if spec[i] == ":")]
    for end in ends:
        if spec[:end] == STDIN or os.path.lexists(spec[:end]):
            return spec[:end], spec[end + 1 :]
    raise NotFoundError(f"{shown(spec)}: no such file")


def _only(reports: Iterator[Report], path: str, problems: list[Problem]) -> Report:
    first = list(islice(reports, 2))
    if not first:
        raise InputError(str(problems[0]))
    if len(first) > 1:
        example = first[0].id.removeprefix(f"{shown(path)}:")
        name = shown(path)
        raise InputError(f"{name}: holds several reports; name one, as in {name}:{example}")
    return first[0]


def _named(reports: Iterator[Report], path: str, wanted: str, problems: list[Problem]) -> Report:
    read = 0
    for report in reports:
        if wanted == report.id or report.id == f"{shown(path)}:{wanted}":
            problems[:] = [problem for problem in problems if not problem.skipped]
            return report
        read += 1
        problems.clear()
    if not read:
        raise InputError(str(problems[0]))
    raise NotFoundError(f"{shown(path)}: none of its {read:,} reports has the id {wanted!r}")
