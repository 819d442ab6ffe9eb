"""Claims of a pile of reports, on one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.claims.languages import unread
from dateline.claims.read import claims_of
from dateline.model import Anatomy, Claim, Problem, Report
from dateline.run.decided import decisions
from dateline.store import Archive
from dateline.text import analyse


def claims(
    reports: Iterable[Report], on_problem: Callable[[Problem], None]
) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """Each report with its claims, as they come.

    A report in a language that is not read for claims goes to ``on_problem`` and has none.
    """
    for report in reports:
        anatomy = analyse(report)
        tell_unread(anatomy, on_problem)
        yield report, claims_of(anatomy)


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
        report = anatomy.report
        on_problem(Problem(report.source or report.id, f"not read: {code}", "no claims"))
