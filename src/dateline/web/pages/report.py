"""A report as it was read, its furniture marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from dateline.model import Anatomy, Damage, Relation, Report
from dateline.store import listing
from dateline.store.cards import card
from dateline.web.ask import text_of
from dateline.web.reply import reply

__all__ = ["Part", "ReportPage", "report"]

_RELATED = 30


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text with its role; what stands between sentences has none."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report: ``pieces`` put together are its text. ``relations`` are the surest ones."""

    report: Report
    pieces: tuple[Part, ...]
    damage: tuple[Damage, ...]
    dispatch: str
    versions: int
    relations: tuple[Relation, ...]


def report(request: Request) -> Response:
    """``/report?id=ID``."""
    with request.app.state.site.open() as archive:
        ident = text_of(request, "id")
        apart = archive.anatomy(ident)
        core = listing.core_of(archive.connection, ident, archive.path)
        whole = card(archive.connection, core)
        related = listing.around(archive.connection, archive.number(ident), _RELATED)
    page = ReportPage(
        apart.report, tuple(parts(apart)), apart.damage, whole.id, whole.versions, tuple(related)
    )
    return reply(request, "report.html", page)


def parts(apart: Anatomy) -> Iterator[Part]:
    """The whole text in parts."""
    at, text = 0, apart.report.text
    for sentence in apart.sentences:
        if sentence.start > at:
            yield Part(text[at : sentence.start], "")
        yield Part(sentence.text, sentence.role)
        at = sentence.end
    if at < len(text):
        yield Part(text[at:], "")
