"""Dateline: two reports, one dispatch; what changed, and whose word it is.

The public verbs work on plain values (see ``dateline.model``) and import what they need when they
are called, so that ``import dateline`` is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

# Packages that are called like a verb bind the name first, so that the verb below keeps it.
import dateline.claims as _claims
import dateline.lineage as _lineage
import dateline.read as _read
from dateline.model import (
    Claim,
    Comparison,
    HouseStyle,
    Problem,
    Relation,
    Report,
    Situation,
    Statement,
    Stemma,
    Telling,
)

if TYPE_CHECKING:
    from dateline.read import Columns
    from dateline.store import Archive

__version__ = "0.1.0"
__all__ = [
    "claims",
    "compare",
    "copies",
    "lineage",
    "open_archive",
    "read",
    "situation",
    "statements",
    "style",
    "tell",
]
del _claims, _lineage, _read


def read(
    *paths: str | Path,
    columns: Columns | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> Iterator[Report]:
    """Read reports from files, folders, glob patterns or ``-`` (standard input).

    ``columns`` names the columns of tables where their names are unusual. Bad inputs are given to
    ``on_problem`` (default: dropped silently is not an option, so they are printed to standard
    error) and the rest goes on.
    """
    from dateline.read import Columns, read_reports

    return read_reports(paths, columns or Columns(), on_problem or _print_problem)


def tell(reports: Iterable[Report]) -> Telling:
    """Which reports are versions of one dispatch, and what each version changed."""
    from dateline.run.local import tell

    return tell(reports)


def compare(a: Report, b: Report) -> Comparison:
    """Collate two reports: rows, edits, renames, furniture, damage, lineage."""
    from dateline.run.local import compare

    return compare(a, b)


def copies(reports: Iterable[Report]) -> Iterator[Relation]:
    """All related pairs of a pile: copies, excerpts, shared quotations."""
    from dateline.run.local import copies

    return copies(reports)


def style(reports: Iterable[Report]) -> tuple[HouseStyle, ...]:
    """What each outlet does to the text that it takes over, with counts and examples."""
    from dateline.lineage.style import house_styles

    return house_styles(tell(reports).collations)


def lineage(reports: Iterable[Report]) -> tuple[Stemma, ...]:
    """Who copied whom: a tree for each dispatch of several versions, unseen texts included."""
    from dateline.lineage.stemma import stemma

    return tuple(map(stemma, tell(reports).collations))


def claims(
    reports: Iterable[Report], on_problem: Callable[[Problem], None] | None = None
) -> Iterator[Claim]:
    """Who says what in each report, report by report in text order.

    Reports in languages that are not read for claims are given to ``on_problem`` (default: printed
    to standard error).
    """
    from dateline.run.claims import claims

    return (c for _, found in claims(reports, on_problem or _print_problem) for c in found)


def statements(
    reports: Iterable[Report], on_problem: Callable[[Problem], None] | None = None
) -> list[Statement]:
    """What a pile says, each thing once: in which versions, on how many originating sources.

    Reports in languages that are not read for claims are given to ``on_problem`` (default: printed
    to standard error).
    """
    from dateline.run.statements import merged

    return merged(reports, on_problem=on_problem or _print_problem)[0]


def situation(reports: Iterable[Report]) -> Situation:
    """Who is where, by whose word: per place the latest state by each source."""
    from dateline.run.situation import situation

    return situation(reports)


def open_archive(path: str | Path = "dateline.db", create: bool = False) -> Archive:
    """Open an archive of reports, a context manager; with ``create`` made if there is none.

    Raises:
        NotFoundError: there is no such file, and ``create`` is not set.
        InputError: the file is no archive, of a newer version, or cannot be opened.
    """
    from dateline.store import Archive

    return Archive.open(path, create)


def _print_problem(problem: Problem) -> None:
    import sys

    print(problem, file=sys.stderr)
