"""A report as it was read, its furniture marked."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from dateline.claims.languages import unread
from dateline.claims.read import claims_of
from dateline.model import Damage, Relation, Report
from dateline.run.decided import decisions
from dateline.run.marking import what
from dateline.store import listing
from dateline.store.cards import card
from dateline.store.findings import lost_under
from dateline.store.judgements import Judgement, judgements
from dateline.store.members import any_members
from dateline.web.ask import text_of
from dateline.web.pages.judging import decided as just_decided
from dateline.web.parts import Part, parts
from dateline.web.reply import day, reply

__all__ = ["ReportPage", "report"]

_RELATED = 30


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report: ``pieces`` put together are its text. ``relations`` are the surest ones, ``called``
    what the reports in them are called.

    ``missing`` are decisions that are not applied, and why; ``decided`` is what the reader decided
    right before.
    """

    report: Report
    pieces: tuple[Part, ...]
    damage: tuple[Damage, ...]
    dispatch: str
    versions: int
    relations: tuple[Relation, ...]
    called: dict[str, str]
    missing: tuple[str, ...] = ()
    decided: Judgement | None = None


def report(request: Request) -> Response:
    """``/report?id=ID``."""
    with request.app.state.site.open() as archive:
        ident = text_of(request, "id")
        apart = archive.anatomy(ident)
        core = listing.core_of(archive.connection, ident, archive.path)
        whole = card(archive.connection, core)
        related = listing.around(archive.connection, archive.number(ident), _RELATED)
        others = any_members(archive.connection, [r.b if r.a == ident else r.a for r in related])
        decided = decisions(archive, [apart.report])
        lost = [f"{what(j)}: made about another text of it" for j in lost_under(archive, ident)]
        just = just_decided(request, judgements(archive))
    claims = () if unread(apart) else decided.heard(apart.report, claims_of(apart))
    lost += [
        f"{what(j)}: nothing such is found now" for j in decided.unmet_in(apart.report, claims)
    ]
    page = ReportPage(
        apart.report,
        tuple(parts(apart, claims)),
        apart.damage,
        whole.id,
        whole.versions,
        tuple(related),
        {m.id: f"{m.outlet}, {day(m.day or m.date)}" for m in others if m.outlet},
        tuple(lost),
        just,
    )
    return reply(request, "report.html", page)
