"""Claims of a pile of reports, on one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.claims.languages import unread
from dateline.claims.read import claims_of
from dateline.model import Claim, Problem, Report
from dateline.text import analyse


def claims(
    reports: Iterable[Report], on_problem: Callable[[Problem], None]
) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """Each report with its claims, as they come.

    A report in a language that is not read for claims goes to ``on_problem`` and has none.
    """
    for report in reports:
        anatomy = analyse(report)
        if code := unread(anatomy):
            on_problem(_not_read(report, code))
        yield report, claims_of(anatomy)


def _not_read(report: Report, code: str) -> Problem:
    return Problem(report.source or report.id, f"not read: {code}", "no claims")
