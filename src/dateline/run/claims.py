"""Claims of a pile of reports, on one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from dateline.claims.languages import unread
from dateline.claims.read import claims_of
from dateline.model import Anatomy, Claim, Problem, Report
from dateline.run.decided import decisions
from dateline.run.helpers import Helpers
from dateline.store import Archive
from dateline.text import analyse

_AT_ONCE = 25  # reports; a tenth of a second or two


def claims(
    reports: Iterable[Report], on_problem: Callable[[Problem], None]
) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """Each report with its claims, in their order, as they come; on all cores if there are many.

    A report in a language that is not read for claims goes to ``on_problem`` and has none.
    """
    rest = iter(reports)
    parts = iter(lambda: list(islice(rest, _AT_ONCE)), [])
    with Helpers() as helpers:
        for read in helpers.map(_read, parts):
            for report, found, code in read:
                if code:
                    on_problem(_unread(report, code))
                yield report, found


def _read(reports: list[Report]) -> list[tuple[Report, tuple[Claim, ...], str]]:
    """Each report with its claims, or with the code of a language that is not read."""
    anatomies = map(analyse, reports)
    return [(a.report, claims_of(a), unread(a) or "") for a in anatomies]


def claims_of_archive(
    archive: Archive, on_problem: Callable[[Problem], None]
) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """The same of an archive, with what people decided about speakers and places."""
    decided = decisions(archive, archive.reports())
    for report, found in claims(archive.reports(), on_problem):
        yield report, decided.heard(report, found)


def tell_unread(anatomy: Anatomy, on_problem: Callable[[Problem], None]) -> None:
    """Say of a report in a language that is not read that it has no claims for that reason."""
    if code := unread(anatomy):
        on_problem(_unread(anatomy.report, code))


def _unread(report: Report, code: str) -> Problem:
    return Problem(report.source or report.id, f"not read: {code}", "no claims")
