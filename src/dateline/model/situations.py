"""Who is what to whom, and who is where by whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.claims import Actor, ClaimKind, Deed, SourceType, When
from dateline.model.findings import Judged
from dateline.model.reports import Span
from dateline.model.statements import Count

RelationKind = Literal[
    "backed by", "led by", "allied with", "fighting against", "part of", "run by", "loyal to"
]


@dataclass(frozen=True, slots=True)
class ActorRelation:
    """What a text itself says that one actor is to another: ``a`` is ``kind`` ``b``.

    ``words`` are the words that say it ("Iranian-backed paramilitaries").
    """

    kind: RelationKind
    a: Actor
    b: Actor
    words: Span


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says became of one place, at its latest word.

    ``source`` is the source's name, ``None`` where nobody is named or it is not sure who is meant;
    ``voice`` says how it speaks: ``attributed``, ``narration`` (the newsroom's own voice, whose
    ``source`` is then the agency or outlet where that is known) or ``caption``. ``party`` is the
    side that the user's file gives the source, ``None`` where it gives none. ``said`` and
    ``event`` are ``None`` where unknown. ``actor`` and ``target`` are canonical names. ``words``
    are the words of the claim in ``report``, the first of ``reports`` that carry it; ``versions``
    counts the reports of the dispatches that could have carried it. ``sources`` are the originating
    sources of what it says, over all accounts of the place that say the same: copies and two
    dispatches on one statement are one. ``claims`` are the claims' ids. ``judged`` is what a person
    decided about the source.
    """

    deed: Deed
    aim: Deed | None
    actor: str | None
    target: str | None
    negated: bool
    alleged: bool
    distance: float | None
    direction: str
    voice: ClaimKind
    source: str | None
    source_type: SourceType | None
    party: str | None
    said: When | None
    event: When | None
    words: Span
    report: str
    reports: tuple[str, ...]
    versions: int
    dispatches: int
    sources: Count
    claims: tuple[str, ...]
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two accounts of one place that cannot both be the state of it, and in which way.

    ``a`` and ``b`` count in the place's ``accounts`` from 0.
    """

    a: int
    b: int
    says: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One place with all that is claimed of it: never one merged truth.

    ``name`` is the name that most mentions have, ``gazetteer`` the gazetteer's; that one,
    ``geonameid``, ``lat`` and ``lon`` are ``None`` where the place is not placed. ``radius`` (km)
    says how far off the point may be where the text gives only a distance. A place that the texts
    only describe ("three villages") is ``named`` false. ``sources`` says how many originating
    sources all that is told of it rests on. ``judged`` is what a person decided about where
    it is.
    """

    name: str
    gazetteer: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    radius: float | None
    feature: str
    precision: int
    named: bool
    accounts: tuple[Account, ...]
    disagreements: tuple[Disagreement, ...]
    reports: int
    dispatches: int
    sources: Count
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Loss:
    """A version that dropped the only source of its kind: ``says`` what kind, in plain words.

    ``base`` is the version that ``report`` is read against, ``source`` the name that it gives.
    """

    report: str
    base: str
    source: str
    says: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What a pile claims about who is where: its places, those that most tell of first.

    ``losses`` are the versions that dropped the only source that is no party to the conflict or,
    where the user has named no parties, the only one that the text calls a monitor.
    """

    reports: int
    dispatches: int
    places: tuple[Whereabouts, ...]
    losses: tuple[Loss, ...] = ()
