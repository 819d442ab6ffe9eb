"""Claims: what some dispatches say, on whose word; a timeline above, a map below."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from dateline.claims.situation import Parties
from dateline.store.cards import Card
from dateline.store.judgements import Judgement, judgements
from dateline.web import timeline
from dateline.web.ask import number_of
from dateline.web.claimed import Said, Where, days, said, where
from dateline.web.gathering import Gathered, gathered
from dateline.web.map import Dot, drawn
from dateline.web.pages.judging import decided as just_decided
from dateline.web.ranges import ranged
from dateline.web.reply import reply
from dateline.web.selecting import Chosen, Selection, asked

__all__ = ["ClaimsPage", "claims", "page_of"]

_AT_ONCE = 60


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """Statements of a ``selection`` of dispatches, the most reported first, ``page`` by page.

    ``timeline`` and ``map`` are SVG elements of all of them; ``outside`` are places that the map
    would have to be too small for, ``undated`` statements of no sure day, ``other_times`` those of
    quite another time, ``left_out`` versions that were not read, ``read`` those that were;
    ``further`` says that the selection has another part. ``decided`` is what the reader decided
    right before.
    """

    selection: Selection
    cards: tuple[Card, ...]
    statements: int
    said: tuple[Said, ...]
    places: tuple[Where, ...]
    outside: tuple[str, ...]
    timeline: str
    map: str
    undated: int
    other_times: int
    read: int
    left_out: int
    further: bool
    page: int
    more: bool
    decided: Judgement | None = None


def claims(request: Request) -> Response:
    """``/dispatch/ID/claims``, or ``/claims`` by words, outlet, place and time."""
    site = request.app.state.site
    with site.open() as archive:
        chosen = asked(request, archive)
        found = gathered(site, archive, chosen.cards, chosen.selection.part)
        just = just_decided(request, judgements(archive))
    page = number_of(request, "page", 1, 1, 1000)
    whole = page_of(found, chosen, site.parties or Parties(), page)
    return reply(request, "claims.html", replace(whole, decided=just))


def page_of(
    found: Gathered, chosen: Chosen, parties: Parties, page: int = 1, at_once: int = _AT_ONCE
) -> ClaimsPage:
    """What was gathered as a page; ``at_once`` statements on it."""
    every = said(found, parties)
    places = where(found, every)
    moments = [m for one in every if (m := _moment(one)) is not None]
    line, aside = timeline.drawn(moments, "Days that are spoken of")
    dotted = [p for p in places if p.has_dot]
    names = Counter(p.name for p in dotted)
    shown, outside = drawn([_dot(p, names) for p in dotted], "Places that are spoken of")
    start = (page - 1) * at_once
    return ClaimsPage(
        chosen.selection,
        chosen.cards,
        len(every),
        tuple(every[start : start + at_once]),
        tuple(places),
        tuple(dot.name for dot in outside),
        line,
        shown,
        len(every) - len(moments),
        aside,
        found.read,
        found.left_out,
        chosen.more,
        page,
        len(every) > start + at_once,
    )


def _moment(one: Said) -> timeline.Moment | None:
    span = days(one)
    if span is None:
        return None
    statement = one.statement
    at_least = statement.sources.at_least
    says = f"a party’s word: {_says(one)}" if one.parties else _says(one)
    return timeline.Moment(one.key, *span, at_least, statement.reports, says, bool(one.parties))


def _says(one: Said) -> str:
    s = one.statement
    who = ", ".join(one.sources) or ("the newsroom’s own voice" if not s.attributed else "unnamed")
    who += ", as a person says" if any(f.judged for f in one.speakers) else ""
    return f"{who}: {s.words[:140]} (sources: {ranged(s.sources)}; reports: {s.reports})"


def _dot(place: Where, names: Counter[str]) -> Dot:
    """The dot; of two places that the pile calls the same each is told with GeoNames' name."""
    assert place.lat is not None  # only places with a dot come here
    assert place.lon is not None
    name = place.name
    if names[name] > 1 and place.gazetteer and place.gazetteer != name:
        name = f"{name} ({place.gazetteer})"
    says = (
        f"{name}: statements: {len(place.statements)};"
        f" sources: {ranged(place.sources)}; reports: {place.reports}"
        + ("; there as a person says" if place.finding.judged else "")
    )
    least, reports = place.sources.at_least, place.reports
    return Dot(place.key, name, place.lat, place.lon, least, reports, says, place.off)
