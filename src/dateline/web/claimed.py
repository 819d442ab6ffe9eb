"""Statements as a page shows them: with their days, their places, and who is behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateline.claims.situation import Parties
from dateline.model import Claim, Count, Finding, Place, Statement, When
from dateline.run.as_findings import place as place_finding
from dateline.run.as_findings import speaker
from dateline.run.marking import speaker_in_words
from dateline.web.gathering import Gathered

__all__ = ["Said", "Where", "days", "said", "where"]

Group = Literal["", "others", "parties", "newsroom"]
_ORDER: tuple[Group, ...] = ("", "others", "parties", "newsroom")
_CITY_AT_MOST = 5  # where_prec: countries and larger have no dot


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with ``event``, the days that it speaks of, and the keys of its ``places``.

    ``parties`` are the sides that the user's file gives its sources. ``speakers`` are what a
    person can decide about: the word that each of the statement's ends has it on, or that it is
    the newsroom's own; ``words`` the same for each of its appearances, and ``heard`` whose word it
    is there.
    """

    key: str
    statement: Statement
    group: Group
    sources: tuple[str, ...]
    parties: tuple[str, ...]
    event: When | None
    places: tuple[str, ...]
    speakers: tuple[Finding, ...]
    words: tuple[Finding, ...]
    heard: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """A place with what is said of it: ``name`` is the pile's own, ``gazetteer`` GeoNames'.

    ``sources`` counts the ends of source chains behind it: at least, and at most where it is known.
    ``finding`` is the mention that says most of where it is, for a person to decide about.
    """

    key: str
    name: str
    gazetteer: str | None
    lat: float | None
    lon: float | None
    precision: int
    off: float
    basis: str
    statements: tuple[str, ...]
    reports: int
    sources: Count
    finding: Finding

    @property
    def has_dot(self) -> bool:
        """Whether it stands on a map."""
        return self.lat is not None and self.precision <= _CITY_AT_MOST


def said(found: Gathered, parties: Parties) -> list[Said]:
    """The statements in the order given, those on somebody's word first."""
    out = []
    for statement in found.statements:
        claims = _claims(statement, found)
        places = dict.fromkeys(_key(p) for c in claims for p in c.places)
        event = next((c.event for c in claims if c.event and c.event.start), None)
        names = dict.fromkeys(e.name for e in statement.ends if e.name)
        sides = dict.fromkeys(filter(None, map(parties.side, names)))
        group = _group(statement, parties, bool(sides))
        own = group, tuple(names), tuple(sides)
        speakers = _speakers(statement, found)
        each = [found.claims[a.claim] for a in statement.appearances]
        words = tuple(map(speaker, each)), tuple(map(speaker_in_words, each))
        out.append(Said(statement.id, statement, *own, event, tuple(places), speakers, *words))
    return sorted(out, key=lambda one: _ORDER.index(one.group))


def _group(statement: Statement, parties: Parties, is_party: bool) -> Group:
    if not statement.attributed:
        return "newsroom"
    if not parties.given:
        return ""
    return "parties" if is_party else "others"


def where(found: Gathered, some: Sequence[Said]) -> list[Where]:
    """The places of statements, those with the most statements first."""
    mentions: dict[str, list[tuple[str, Place]]] = {}
    for one in some:
        for claim in _claims(one.statement, found):
            for place in claim.places:
                mentions.setdefault(_key(place), []).append((claim.report, place))
    out = [
        _where(key, found, [s for s in some if key in s.places]) for key, found in mentions.items()
    ]
    return sorted(out, key=lambda w: (-len(w.statements), -w.reports, w.key))


def days(one: Said) -> tuple[date, date] | None:
    """The days that a statement speaks of, if both ends are known."""
    if one.event is None or not one.event.start or not one.event.end:
        return None
    return date.fromisoformat(one.event.start[:10]), date.fromisoformat(one.event.end[:10])


def _claims(statement: Statement, found: Gathered) -> list[Claim]:
    return [found.claims[a.claim] for a in statement.appearances if a.claim in found.claims]


def _key(place: Place) -> str:
    if place.geonameid is not None:
        return f"p{place.geonameid}"
    return "p-" + "".join(c if c.isalnum() else "-" for c in place.text.casefold())


def _speakers(statement: Statement, found: Gathered) -> tuple[Finding, ...]:
    """Whose word it is, an end each; of a newsroom's own voice that of its first appearance."""
    claims = [end.claims[0] for end in statement.ends] or [statement.appearances[0].claim]
    made = (speaker(found.claims[claim]) for claim in claims)
    marks = [end.judged for end in statement.ends] or [statement.appearances[0].judged]
    return tuple(replace(one, judged=mark) for one, mark in zip(made, marks, strict=True))


def _where(key: str, mentions: Sequence[tuple[str, Place]], some: Sequence[Said]) -> Where:
    name = Counter(p.text for _, p in mentions).most_common(1)[0][0]
    report, best = min(mentions, key=lambda m: (m[1].lat is None, m[1].precision))
    sure = {e.name for s in some for e in s.statement.ends if e.sure and e.name}
    least = max([len(sure), *(s.statement.sources.at_least for s in some)])
    return Where(
        key,
        name,
        best.name,
        best.lat,
        best.lon,
        best.precision,
        best.radius or 0.0,
        best.basis,
        tuple(s.key for s in some),
        len({a.report for s in some for a in s.statement.appearances}),
        Count(least, _at_most(s.statement.sources for s in some)),
        place_finding(report, best),
    )


def _at_most(counts: Iterable[Count]) -> int | None:
    total = 0
    for count in counts:
        if count.at_most is None:
            return None
        total += count.at_most
    return total
