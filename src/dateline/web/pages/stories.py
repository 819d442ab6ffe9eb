"""Stories: the dispatches of the archive as cards, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from sqlite3 import Connection
from typing import get_args

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.store import Archive, places
from dateline.store.cards import Card, Order, Wanted, cards, outlet_called, outlets, totals
from dateline.web.ask import day_of, number_of, text_of
from dateline.web.edited import EDITS, Edited, edited
from dateline.web.pages.versions import COLUMNS
from dateline.web.reply import reply
from dateline.web.sparkline import bars

__all__ = ["Shown", "StoriesPage", "by_edits", "front", "stories"]

_AT_ONCE = 24
_OUTLETS = 200
_PLACES = 300
_COLLATED = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as it is shown; ``bars`` are heights (0 to 1) of its sparkline, by time.

    ``edited`` counts what its versions changed, where that was asked for.
    """

    card: Card
    bars: tuple[float, ...]
    edited: Edited | None = None


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """The dispatches wanted, ``page`` by page from 1; ``more`` says that another page follows.

    ``outlets`` and ``places`` are those of most reports, with their number of reports; ``unplaced``
    counts reports of which it is not known what places they name. ``by_edits``: those whose first
    ``compared`` versions changed most sentences come first; with an ``edit`` only those that have
    this kind. ``ranked`` counts the dispatches that were looked through for it, all that are wanted
    unless ``unranked``: then they are the largest, and smaller ones may have changed more.
    """

    reports: int
    dispatches: int
    several: int
    wanted: Wanted
    shown: tuple[Shown, ...]
    outlets: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...]
    unplaced: int
    page: int
    more: bool
    by_edits: bool = False
    edit: str = ""
    ranked: int = 0
    unranked: bool = False
    compared: int = COLUMNS + 1


def front(request: Request) -> Response:
    """The first screen: the stories, or the only dispatch if there is but one."""
    with request.app.state.site.open() as archive:
        _, dispatches, several = totals(archive.connection)
        if dispatches == several == 1:
            only = cards(archive.connection, Wanted(), 1)[0]
            return RedirectResponse(f"/dispatch/{only.id}", 307)
    return stories(request)


def stories(request: Request) -> Response:
    """``/stories``: by outlet, place, since, until (days), least, edit; in which order; page."""
    order = text_of(request, "order") or "versions"
    wanted = Wanted(
        least=number_of(request, "least", 2, 1, 1000),
        outlet=text_of(request, "outlet"),
        since=day_of(request, "since"),
        until=day_of(request, "until"),
        order=order if order in get_args(Order) else "versions",  # type: ignore[arg-type]
        place=text_of(request, "place"),
    )
    page = number_of(request, "page", 1, 1, 100_000)
    edit = text_of(request, "edit") if text_of(request, "edit") in EDITS else ""
    site = request.app.state.site
    with site.open() as archive:
        called = outlet_called(archive.connection, wanted.outlet)
        wanted = replace(wanted, outlet=called or wanted.outlet)
        if edit or order == "edited":
            key = ("by edits", wanted, edit)
            made = site.remembered(archive, key, lambda: by_edits(archive, wanted, edit))
        else:
            made = found(archive, wanted, page)
        return reply(request, "stories.html", made)


def found(archive: Archive, wanted: Wanted, page: int) -> StoriesPage:
    """The page of stories."""
    connection = archive.connection
    some = cards(connection, wanted, _AT_ONCE + 1, (page - 1) * _AT_ONCE)
    return StoriesPage(
        *totals(connection),
        wanted,
        tuple(Shown(card, bars(card.days)) for card in some[:_AT_ONCE]),
        *_known(connection),
        page,
        len(some) > _AT_ONCE,
    )


def by_edits(archive: Archive, wanted: Wanted, edit: str) -> StoriesPage:
    """The dispatches most edited, of the largest ones; what was changed is found when asked for."""
    connection = archive.connection
    several = replace(wanted, least=max(2, wanted.least))
    wide = cards(connection, several, _COLLATED + 1)
    some = [(card, edited(archive, card)) for card in wide[:_COLLATED]]
    kept = [(card, e) for card, e in some if not edit or e.kinds.get(edit)]
    kept.sort(key=lambda pair: -(pair[1].kinds[edit] if edit else pair[1].sentences))
    shown = tuple(Shown(card, bars(card.days), e) for card, e in kept)
    known = _known(connection)
    which = (edit, len(some), len(wide) > _COLLATED)
    return StoriesPage(*totals(connection), wanted, shown, *known, 1, False, True, *which)


_Listed = tuple[tuple[str, int], ...]


def _known(connection: Connection) -> tuple[_Listed, _Listed, int]:
    """What can be chosen from: outlets, places; and how many reports have no places yet."""
    return (
        tuple(outlets(connection, _OUTLETS)),
        tuple(places.suggested(connection, _PLACES)),
        places.unplaced(connection),
    )
