"""A person's decision about a finding by its name, as a form or a command gives it."""

from __future__ import annotations

from dateline.model import Finding
from dateline.run.findings import find
from dateline.run.marking import ARROW
from dateline.store import Archive
from dateline.store.findings import decide
from dateline.store.judgements import Judgement

__all__ = ["decide_at"]


def decide_at(
    archive: Archive,
    decision: str,
    at: str,
    a: str = "",
    b: str = "",
    value: str = "",
    by: str = "",
    note: str = "",
) -> Judgement:
    """Keep a decision about the finding ``at`` from report ``a`` to ``b``, or in ``a``.

    ``value`` is what is right where it is a correction: a kind of edit; a type of rename, or
    ``THEY=WE``; a name; a GeoNames id that the place's words may mean, or ``LAT,LON``.

    Raises:
        NotFoundError: there is no such finding or report now.
        UsageError: there is no such decision, or the value does not fit.
    """
    finding = find(archive, at, a, b)
    return decide(archive, finding, decision, _meant(finding, decision, value), by, note)


def _meant(finding: Finding, decision: str, value: str) -> str:
    """A correction as it is kept."""
    if decision != "correct" or not value.strip():
        return ""
    if finding.about == "place":
        from dateline.run.candidates import chosen

        return chosen(finding.a_span, value)
    if finding.about == "rename" and "=" in value:
        they, _, we = value.partition("=")
        return f"{they.strip()}{ARROW}{we.strip()}"
    return value
