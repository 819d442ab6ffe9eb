"""Which dispatches a page of claims is about: a few, by words, outlet, place or time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request

from dateline.errors import UsageError
from dateline.store import Archive
from dateline.store.cards import Card, Wanted, card, cards, outlet_called
from dateline.store.places import in_card
from dateline.store.words import search
from dateline.web.ask import day_of, number_of, text_of
from dateline.web.gathering import READ
from dateline.web.pages.versions import core_number

__all__ = ["Chosen", "Selection", "asked", "selected"]

_MOST = 10
_HITS = 40  # reports with the words, for each ten dispatches
_FIELDS = ("words", "outlet", "place", "since", "until")


@dataclass(frozen=True, slots=True)
class Selection:
    """One dispatch, or those with some words, or those of an outlet, place and time: ten at a time.

    Without words the newest come first; ``since`` and ``until`` are days, both included. ``part``
    counts from 1: the next ten dispatches, or of one dispatch the next thirty versions.
    """

    dispatch: str = ""
    words: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    place: str = ""
    part: int = 1

    @property
    def query(self) -> str:
        """What asks for the same selection, without its part; empty or with ``&`` at the end."""
        given = {name: getattr(self, name) for name in _FIELDS if getattr(self, name)}
        return urlencode(given) + "&" if given else ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A selection with the cards of its dispatches; ``more`` says that further ones follow."""

    selection: Selection
    cards: tuple[Card, ...]
    more: bool


def asked(request: Request, archive: Archive) -> Chosen:
    """What the address asks for: ``/dispatch/ID/…``, or some dispatches by its query.

    Raises:
        NotFoundError: there is no dispatch with this id.
    """
    part = number_of(request, "part", 1, 1, 1000)
    if ident := request.path_params.get("ident"):
        only = card(archive.connection, core_number(archive, ident))
        return Chosen(Selection(dispatch=only.id, part=part), (only,), only.versions > part * READ)
    selection = _selection(request, part)
    called = outlet_called(archive.connection, selection.outlet)
    selection = replace(selection, outlet=called or selection.outlet)
    found = selected(archive, selection)
    return Chosen(selection, found[:_MOST], len(found) > _MOST)


def _selection(request: Request, part: int) -> Selection:
    return Selection(
        words=text_of(request, "words"),
        outlet=text_of(request, "outlet"),
        since=day_of(request, "since"),
        until=day_of(request, "until"),
        place=text_of(request, "place"),
        part=part,
    )


def selected(archive: Archive, selection: Selection) -> tuple[Card, ...]:
    """The cards of the dispatches, best or newest first, and one more if there are more."""
    start = (selection.part - 1) * _MOST
    if selection.words:
        return _with_words(archive, selection)[start : start + _MOST + 1]
    time = selection.since, selection.until
    wanted = Wanted(1, selection.outlet, *time, "newest", selection.place)
    return tuple(cards(archive.connection, wanted, _MOST + 1, start))


def _with_words(archive: Archive, selection: Selection) -> tuple[Card, ...]:
    """Those among the best reports; as many are looked at as the parts up to this one need."""
    try:
        hits = search(archive.connection, selection.words, _HITS * selection.part)
    except UsageError:
        return ()
    cores = dict.fromkeys(archive.number(archive.dispatch(h.report).core) for h in hits)
    if selection.place:
        cores = {c: None for c in cores if in_card(archive.connection, c, selection.place)}
    found = [card(archive.connection, core) for core in cores]
    return tuple(c for c in found if _fits(c, selection))


def _fits(one: Card, selection: Selection) -> bool:
    return (
        (not selection.outlet or selection.outlet in one.names)
        and (not selection.since or one.last_day[:10] >= selection.since)
        and (not selection.until or one.last_day[:10] <= selection.until)
    )
