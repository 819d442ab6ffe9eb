"""Which dispatches a page of claims is about: a few, by words, outlet or time."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from dateline.errors import UsageError
from dateline.store import Archive
from dateline.store.cards import Card, Wanted, card, cards
from dateline.store.words import search
from dateline.web.ask import day_of, text_of
from dateline.web.pages.versions import core_number

__all__ = ["Selection", "asked", "selected"]

_MOST = 10
_HITS = 40


@dataclass(frozen=True, slots=True)
class Selection:
    """One dispatch, or those with some words, or those of an outlet and a time, at most ten.

    Without words they are the newest; ``since`` and ``until`` are days, both included.
    """

    dispatch: str = ""
    words: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""


def asked(request: Request, archive: Archive) -> tuple[Selection, tuple[Card, ...]]:
    """What the address asks for: ``/dispatch/ID/…``, or a few dispatches by its query.

    Raises:
        NotFoundError: there is no dispatch with this id.
    """
    if ident := request.path_params.get("ident"):
        only = card(archive.connection, core_number(archive, ident))
        return Selection(dispatch=only.id), (only,)
    selection = _selection(request)
    return selection, selected(archive, selection)


def _selection(request: Request) -> Selection:
    return Selection(
        words=text_of(request, "words"),
        outlet=text_of(request, "outlet"),
        since=day_of(request, "since"),
        until=day_of(request, "until"),
    )


def selected(archive: Archive, selection: Selection) -> tuple[Card, ...]:
    """The cards of the dispatches, best or newest first."""
    if selection.words:
        return _with_words(archive, selection)
    wanted = Wanted(1, selection.outlet, selection.since, selection.until, "newest")
    return tuple(cards(archive.connection, wanted, _MOST))


def _with_words(archive: Archive, selection: Selection) -> tuple[Card, ...]:
    try:
        hits = search(archive.connection, selection.words, _HITS)
    except UsageError:
        return ()
    cores = dict.fromkeys(archive.number(archive.dispatch(h.report).core) for h in hits)
    found = [card(archive.connection, core) for core in cores]
    return tuple(c for c in found if _fits(c, selection))[:_MOST]


def _fits(one: Card, selection: Selection) -> bool:
    return (
        (not selection.outlet or selection.outlet in one.names)
        and (not selection.since or one.last_day[:10] >= selection.since)
        and (not selection.until or one.last_day[:10] <= selection.until)
    )
