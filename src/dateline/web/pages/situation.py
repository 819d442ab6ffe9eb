"""Situation: per place the latest word of each source, disagreement in sight, up to a day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from dateline.claims.situation import Parties
from dateline.model import Finding, Situation, Whereabouts
from dateline.run.as_findings import place as place_finding
from dateline.run.as_findings import speaker
from dateline.store.cards import Card
from dateline.store.judgements import Judgement, judgements
from dateline.web.ask import day_of
from dateline.web.gathering import Gathered, gathered
from dateline.web.map import Dot, drawn
from dateline.web.pages.judging import decided as just_decided
from dateline.web.ranges import ranged
from dateline.web.reply import reply
from dateline.web.selecting import Chosen, Selection, asked
from dateline.web.situating import days_told, situated

__all__ = ["SituationPage", "situation"]

_CITY_AT_MOST = 5  # where_prec: countries and larger have no dot
_DAYS = 31


@dataclass(frozen=True, slots=True)
class SituationPage:
    """What a ``selection`` of dispatches claims about who is where, as told up to ``day``.

    ``keys`` are those of the situation's places on the map, in their order; ``days`` on which
    something was told; ``read`` counts reports, ``further`` says that the selection has another
    part. ``spots`` are the mentions of the places and ``speakers`` the words of their accounts, in
    the same order, for a person to decide about. The map shows claims, not fronts.
    """

    selection: Selection
    cards: tuple[Card, ...]
    day: str
    days: tuple[str, ...]
    situation: Situation
    keys: tuple[str, ...]
    outside: tuple[str, ...]
    map: str
    read: int
    left_out: int
    further: bool
    spots: tuple[Finding | None, ...] = ()
    speakers: tuple[tuple[Finding, ...], ...] = ()
    decided: Judgement | None = None


def situation(request: Request) -> Response:
    """``/dispatch/ID/situation``, or ``/situation`` as for claims; ``day`` ends it."""
    site = request.app.state.site
    with site.open() as archive:
        chosen = asked(request, archive)
        found = gathered(site, archive, chosen.cards, chosen.selection.part)
        just = just_decided(request, judgements(archive))
    whole = _page(found, chosen, site.parties or Parties(), day_of(request, "day"))
    return reply(request, "situation.html", replace(whole, decided=just))


def _page(found: Gathered, chosen: Chosen, parties: Parties, day: str) -> SituationPage:
    told = situated(found, parties, day)
    keys = tuple(f"w{n}" for n in range(len(told.places)))
    dots = [d for k, p in zip(keys, told.places, strict=True) if (d := _dot(k, p)) is not None]
    shown, outside = drawn(dots, "Places of which something is claimed")
    days = tuple(days_told(found)[-_DAYS:])
    far = tuple(dot.name for dot in outside)
    spots = tuple(_spot(place, found) for place in told.places)
    speakers = tuple(
        tuple(speaker(found.claims[a.claims[0]]) for a in place.accounts) for place in told.places
    )
    return SituationPage(
        *(chosen.selection, chosen.cards, day, days, told, keys, far, shown),
        *(found.read, found.left_out, chosen.more),
        spots=spots,
        speakers=speakers,
    )


def _spot(place: Whereabouts, found: Gathered) -> Finding | None:
    """The mention of a place that its first account has."""
    claims = (found.claims[ident] for a in place.accounts for ident in a.claims)
    spots = ((c.report, h.place) for c in claims for h in c.happenings if h.place)
    own = (s for s in spots if (s[1].geonameid, s[1].lat) == (place.geonameid, place.lat))
    report, spot = next(own, ("", None))
    return place_finding(report, spot) if spot else None


def _dot(key: str, place: Whereabouts) -> Dot | None:
    if place.lat is None or place.lon is None or place.precision > _CITY_AT_MOST:
        return None
    disagree = "; sources disagree" if place.disagreements else ""
    disagree += "; there as a person says" if place.judged else ""
    says = f"{place.name}: sources: {ranged(place.sources)}; reports: {place.reports}{disagree}"
    name = f"{place.name} ≠" if place.disagreements else place.name
    radius = place.radius or 0.0
    return Dot(key, name, place.lat, place.lon, place.sources.at_least, place.reports, says, radius)
