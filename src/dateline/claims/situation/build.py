"""The situation as claimed: per place, the latest word of each source; never one merged truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.claims.situation.accounts import accounts
from dateline.claims.situation.disagree import disagreements
from dateline.claims.situation.pile import Pile
from dateline.claims.situation.things import alike, same_things
from dateline.claims.situation.told import DESCRIBED, Told, told
from dateline.claims.situation.words import words_of
from dateline.model import Place, Situation, Whereabouts


def situation_of(pile: Pile) -> Situation:
    """Who is where by whose word, the places that most reports tell of first.

    A place has an account for each source, and for each thing that a source says of it; what the
    same source says of a later time replaces the earlier. Copies count as reports, not as words:
    ``sources`` counts the ends of the source chains, at least and at most.
    """
    by_place: dict[str, list[Told]] = defaultdict(list)
    for one in told(pile):
        by_place[one.place].append(one)
    places = [_whereabouts(found, pile) for found in by_place.values()]
    reports = {claim.report for claim in pile.claims} | set(pile.dispatch)
    families = {pile.dispatch.get(report, report) for report in reports}
    return Situation(
        len(reports), len(families), tuple(sorted(places, key=_order)), tuple(pile.losses)
    )


def _whereabouts(found: Sequence[Told], pile: Pile) -> Whereabouts:
    things = same_things(found, pile)
    words = words_of(found, pile)
    listed = tuple(accounts(things, pile, words))
    place = _best(found)
    reports = {one.claim.report for one in found}
    return Whereabouts(
        name=_usual(found),
        gazetteer=place.name,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        radius=place.radius,
        feature=place.feature,
        precision=place.precision,
        named=place.basis != DESCRIBED,
        accounts=listed,
        disagreements=disagreements(listed),
        reports=len(reports),
        dispatches=len({pile.dispatch.get(report, report) for report in reports}),
        sources=words.of_place(alike(things)),
        judged=place.judged,
    )


def _best(found: Sequence[Told]) -> Place:
    """The mention that says most of where the place is."""
    places = [one.happening.place for one in found if one.happening.place]
    return min(places, key=lambda p: (p.name is None, p.precision, -len(p.text)))


def _usual(found: Sequence[Told]) -> str:
    """The name that most mentions have."""
    names = Counter(
        one.happening.place.text.strip(" \"'“”’").replace("”", "").replace("“", "")
        for one in found
        if one.happening.place
    )
    return names.most_common(1)[0][0]


def _order(place: Whereabouts) -> tuple[bool, int, int, str]:
    return not place.named, -place.dispatches, -place.reports, place.name
