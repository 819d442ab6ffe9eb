"""Stories: the dispatches of the archive as cards, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.store import Archive
from dateline.store.cards import Card, Order, Wanted, cards, outlets, totals
from dateline.web.ask import day_of, number_of, text_of
from dateline.web.reply import reply
from dateline.web.sparkline import bars

__all__ = ["Shown", "StoriesPage", "front", "stories"]

_AT_ONCE = 24
_OUTLETS = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as it is shown; ``bars`` are heights (0 to 1) of its sparkline, by time."""

    card: Card
    bars: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """The dispatches wanted, ``page`` by page from 1; ``more`` says that another page follows.

    ``outlets`` are those of most reports, with their number of reports.
    """

    reports: int
    dispatches: int
    several: int
    wanted: Wanted
    shown: tuple[Shown, ...]
    outlets: tuple[tuple[str, int], ...]
    page: int
    more: bool


def front(request: Request) -> Response:
    """The first screen: the stories, or the only dispatch if there is but one."""
    with request.app.state.site.open() as archive:
        _, dispatches, several = totals(archive.connection)
        if dispatches == several == 1:
            only = cards(archive.connection, Wanted(), 1)[0]
            return RedirectResponse(f"/dispatch/{only.id}", 307)
    return stories(request)


def stories(request: Request) -> Response:
    """``/stories``: filtered by ``outlet``, ``since``, ``until`` and ``least``; ``order``."""
    order = text_of(request, "order") or "versions"
    wanted = Wanted(
        least=number_of(request, "least", 2, 1, 1000),
        outlet=text_of(request, "outlet"),
        since=day_of(request, "since"),
        until=day_of(request, "until"),
        order=order if order in get_args(Order) else "versions",  # type: ignore[arg-type]
    )
    page = number_of(request, "page", 1, 1, 100_000)
    with request.app.state.site.open() as archive:
        return reply(request, "stories.html", found(archive, wanted, page))


def found(archive: Archive, wanted: Wanted, page: int) -> StoriesPage:
    """The page of stories."""
    connection = archive.connection
    some = cards(connection, wanted, _AT_ONCE + 1, (page - 1) * _AT_ONCE)
    return StoriesPage(
        *totals(connection),
        wanted,
        tuple(Shown(card, bars(card.days)) for card in some[:_AT_ONCE]),
        tuple(outlets(connection, _OUTLETS)),
        page,
        len(some) > _AT_ONCE,
    )
