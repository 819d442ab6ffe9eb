"""Style: what one outlet, or two side by side, do to the text that they take over."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from dateline.lineage.style import house_styles
from dateline.model import Collation, Dispatch, HouseStyle
from dateline.run.decided import decisions
from dateline.run.local import collated
from dateline.store import Archive
from dateline.store.cards import Card, Wanted, cards, outlet_called, outlets
from dateline.store.findings import held
from dateline.store.judgements import Judgement, judgements
from dateline.store.members import members_by
from dateline.store.rows import anatomies
from dateline.web.pages.judging import decided as just_decided
from dateline.web.reply import reply

__all__ = ["OutletStyle", "StylePage", "style"]

_DISPATCHES = 60
_VERSIONS = 3  # of one outlet in one dispatch
_OUTLETS = 500


@dataclass(frozen=True, slots=True)
class OutletStyle:
    """The style of an outlet over its newest dispatches; ``more`` says that it has more of them.

    ``known`` is whether any report is of it.
    """

    outlet: str
    style: HouseStyle | None
    more: bool
    known: bool = True


@dataclass(frozen=True, slots=True)
class StylePage:
    """The outlets ``asked`` for (two at most), and those to choose from with their reports.

    ``rejected`` are decisions that two names are no rename wherever the archive has them;
    ``decided`` is what the reader decided right before.
    """

    asked: tuple[str, ...]
    styles: tuple[OutletStyle, ...]
    outlets: tuple[tuple[str, int], ...]
    rejected: tuple[Judgement, ...] = ()
    decided: Judgement | None = None


def style(request: Request) -> Response:
    """``/style``, ``/style?outlet=A``, ``/style?outlet=A&outlet=B``."""
    given = [name.strip() for name in request.query_params.getlist("outlet")]
    site = request.app.state.site
    with site.open() as archive:
        names = (outlet_called(archive.connection, name) or name for name in given if name)
        asked = tuple(dict.fromkeys(names))[:2]
        found = tuple(
            site.remembered(archive, ("style", name), lambda name=name: _style(archive, name))
            for name in asked
        )
        known = tuple(outlets(archive.connection, _OUTLETS))
        everywhere = tuple(j for j in held(archive, ()) if j.decision == "reject")
        just = just_decided(request, judgements(archive))
    page = StylePage(asked, found, known, everywhere if asked else (), just)
    return reply(request, "style.html", page)


def _style(archive: Archive, outlet: str) -> OutletStyle:
    wanted = Wanted(least=2, outlet=outlet, order="newest")
    some = cards(archive.connection, wanted, _DISPATCHES + 1)
    collations = [_collation(archive, one, outlet) for one in some[:_DISPATCHES]]
    found = [s for s in house_styles(filter(None, collations)) if s.outlet == outlet]
    known = outlet_called(archive.connection, outlet) != ""
    return OutletStyle(outlet, found[0] if found else None, len(some) > _DISPATCHES, known)


def _collation(archive: Archive, one: Card, outlet: str) -> Collation | None:
    """The outlet's versions of a dispatch against its core."""
    core = archive.number(one.core)
    numbers = [m.number for m in members_by(archive.connection, core, outlet, _VERSIONS)]
    numbers = list(dict.fromkeys([core, *numbers]))
    if len(numbers) < 2:
        return None
    apart = {a.report.id: a for a in anatomies(archive.connection, numbers).values()}
    whole = Dispatch(one.id, one.core, tuple(apart))
    reports = [a.report for a in apart.values()]
    decided = decisions(archive, reports)
    return collated(whole, reports, None, lambda r: apart[r.id], decided.on)
