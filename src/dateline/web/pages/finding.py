"""One finding with its words, and what a person can decide about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from dateline.claims.read import claims_of
from dateline.model import KINDS, Finding, RenameType
from dateline.run.candidates import Candidate, candidates
from dateline.run.findings import find
from dateline.run.marking import speaker_of
from dateline.store import Archive
from dateline.web.ask import text_of
from dateline.web.excerpts import Excerpt, excerpt
from dateline.web.forms import ours
from dateline.web.reply import reply

__all__ = ["FindingPage", "finding"]


@dataclass(frozen=True, slots=True)
class FindingPage:
    """A ``finding`` named ``at``, with its words in report ``a`` and, of two reports, in ``b``.

    ``choices`` are the kinds of an edit, the types of a rename or the report's speakers that it may
    be corrected to, ``places`` those that a place's name may mean. ``back`` is the page that the
    reader came from.
    """

    finding: Finding
    at: str
    a: Excerpt | None
    b: Excerpt | None
    choices: tuple[str, ...]
    places: tuple[Candidate, ...]
    back: str


def finding(request: Request) -> Response:
    """``GET /judge``: the finding ``at`` from report ``a`` to ``b``, or in ``a``.

    Raises:
        NotFoundError: there is no such finding or report.
    """
    at, a, b = (text_of(request, name) for name in ("at", "a", "b"))
    with request.app.state.site.open() as archive:
        found = find(archive, at, a, b)
        page = FindingPage(
            found,
            at,
            _words(archive, a, found.a_span, found.a_start),
            _words(archive, b, found.b_span, found.b_start),
            _choices(archive, found),
            tuple(candidates(found.a_span)) if found.about == "place" else (),
            ours(text_of(request, "back")),
        )
    return reply(request, "finding.html", page)


def _words(archive: Archive, report: str, words: str, start: int | None) -> Excerpt | None:
    """The words of one side; of an edit that has none there is nothing to show."""
    return excerpt(archive, report, words, start) if report and start is not None else None


def _choices(archive: Archive, found: Finding) -> tuple[str, ...]:
    if found.about == "edit":
        return tuple(kind for kind in KINDS if kind != "same")
    if found.about == "rename":
        return get_args(RenameType)
    if found.about == "speaker":
        names = (speaker_of(c) for c in claims_of(archive.anatomy(found.a)))
        return tuple(dict.fromkeys(filter(None, names)))
    return ()
