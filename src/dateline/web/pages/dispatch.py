"""A dispatch: its versions side by side, one row for each sentence, and what each changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.model import Collation, Comparison, Relation, Rename
from dateline.run.decided import decisions
from dateline.run.marking import what
from dateline.store import Archive, listing
from dateline.store.cards import Card, card, totals
from dateline.store.judgements import Judgement, judgements
from dateline.store.members import Member
from dateline.web.ask import number_of, text_of
from dateline.web.furniture import FurnitureRow, furniture
from dateline.web.grid import Block, blocks, grid
from dateline.web.pages.downloads import FILES, MOST
from dateline.web.pages.judging import decided as just_decided
from dateline.web.pages.versions import (
    Choice,
    Chosen,
    called,
    choose,
    collation_of,
    core_number,
)
from dateline.web.reply import reply
from dateline.web.site import Site
from dateline.web.verdicts import verdict

__all__ = ["Column", "DispatchPage", "dispatch", "page_of"]

_SHARED = 20


@dataclass(frozen=True, slots=True)
class Column:
    """A version as a column: who ran it when, and what it did to the base.

    ``kept`` of ``of`` sentences of the base are in it. ``verdict`` says in words who derives from
    whom, ``signs`` why. ``rejected`` are renames that a person says are none. ``link`` is its
    relation to the core, ``decided`` the number of a person's decision about that, which can be
    undone. ``identical`` are versions with the very same text.
    """

    member: Member
    called: str
    kept: int = 0
    of: int = 0
    verdict: str = ""
    confidence: float = 0.0
    signs: tuple[str, ...] = ()
    renames: tuple[Rename, ...] = ()
    rejected: tuple[Rename, ...] = ()
    notes: tuple[str, ...] = ()
    link: Relation | None = None
    decided: Judgement | None = None
    identical: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DispatchPage:
    """A dispatch: the ``base`` and some of its versions as columns, and rows of sentences.

    ``choices`` are versions that can be picked, ``page`` by page from 1. ``origin`` is whose text
    it is. ``exports`` are the addresses of files to save and what they are; to each
    ``?stand-off=1`` may be added. ``shared`` are relations that lead to other dispatches.
    ``decided`` is what the reader decided right before, ``unmet`` are decisions about what the
    machine does not find any more.
    """

    card: Card
    reports: int
    dispatches: int
    origin: str | None
    base: Column
    columns: tuple[Column, ...]
    furniture: tuple[FurnitureRow, ...]
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...]
    page: int
    pages: int
    exports: tuple[tuple[str, str], ...]
    shared: tuple[Relation, ...]
    core: str
    decided: Judgement | None
    unmet: tuple[str, ...] = ()


def dispatch(request: Request) -> Response:
    """``/dispatch/ID``: ``base`` and any ``v`` name versions, ``page`` those to choose from."""
    ident = request.path_params["ident"]
    site = request.app.state.site
    with site.open() as archive:
        core = core_number(archive, ident)
        now = card(archive.connection, core).id
        if now != ident:  # another report has become the core
            return RedirectResponse(request.url.path.replace(ident, now, 1), 307)
        picked = request.query_params.getlist("v")
        page = number_of(request, "page", 1, 1, 100_000)
        found = page_of(site, archive, core, text_of(request, "base"), picked, page)
        made = just_decided(request, judgements(archive))
    return reply(request, "dispatch.html", replace(found, decided=made))


def page_of(
    site: Site,
    archive: Archive,
    core: int,
    base: str = "",
    picked: Sequence[str] = (),
    page: int = 1,
) -> DispatchPage:
    """The page of the dispatch around a core, with some versions of it; see `choose`."""
    shown = card(archive.connection, core)
    chosen = choose(archive, core, base, picked, page)
    key = ("dispatch", core, chosen.base, tuple(m.id for m in chosen.shown))
    found = site.remembered(archive, key, lambda: collation_of(archive, shown.id, core, chosen))
    whole = _page(archive, core, shown, chosen, found, judgements(archive))
    return replace(whole, unmet=_unmet(archive, found))


def _unmet(archive: Archive, found: Collation) -> tuple[str, ...]:
    """The decisions about its versions whose findings the machine has no more, in words."""
    reports = [report for c in found.comparisons for report in (c.a, c.b)]
    unmet = decisions(archive, reports).unmet_on
    return tuple(what(j) for c in found.comparisons for j in unmet(c))


def _page(
    archive: Archive,
    core: int,
    shown: Card,
    chosen: Chosen,
    found: Collation,
    decided: list[Judgement],
) -> DispatchPage:
    reports, dispatches, _ = totals(archive.connection)
    members = {m.id: m for m in chosen.shown}
    columns = tuple(_column(archive, core, members, c, found, decided) for c in found.comparisons)
    shared = listing.crossing(archive.connection, core)[:_SHARED]
    return DispatchPage(
        card=shown,
        reports=reports,
        dispatches=dispatches,
        origin=next((c.lineage.origin for c in found.comparisons if c.lineage.origin), None),
        base=Column(members[found.base], called(members[found.base]), identical=_same(found)),
        columns=columns,
        furniture=furniture(found.comparisons),
        blocks=blocks(grid(found.comparisons)),
        choices=chosen.choices,
        page=chosen.page,
        pages=chosen.pages,
        exports=_exports(shown),
        shared=tuple(shared),
        core=shown.core,
        decided=None,
    )


def _exports(shown: Card) -> tuple[tuple[str, str], ...]:
    if shown.versions > MOST:
        return ()
    return tuple((f"/dispatch/{shown.id}/export/{file.name}", file.says) for file in FILES)


def _column(
    archive: Archive,
    core: int,
    members: dict[str, Member],
    c: Comparison,
    found: Collation,
    decided: list[Judgement],
) -> Column:
    member = members[c.b.id]
    rows = [row for row in c.rows if row.a]
    link = None
    if member.number != core:
        link = listing.between(archive.connection, core, member.number)
    says, signs = verdict(c, called(members[found.base]), called(member))
    return Column(
        member,
        called(member),
        kept=sum(len(row.a) for row in rows if row.b),
        of=sum(len(row.a) for row in rows),
        verdict=says,
        confidence=c.lineage.confidence,
        signs=signs,
        renames=c.renames,
        rejected=c.rejected,
        notes=(*c.cannot_tell, *c.captions, *([c.lineage.file] if c.lineage.file else [])),
        link=link,
        decided=_decision(decided, member.id),
        identical=_same(found, c.b.id),
    )


def _decision(decided: list[Judgement], version: str) -> Judgement | None:
    """The last decision about a version that still holds."""
    about = (j for j in reversed(decided) if j.about == "relation")
    return next((j for j in about if version in (j.a, j.b)), None)


def _same(found: Collation, shown: str | None = None) -> tuple[str, ...]:
    shown = found.base if shown is None else shown
    return tuple(sorted(twin for twin, other in found.identical.items() if other == shown))
