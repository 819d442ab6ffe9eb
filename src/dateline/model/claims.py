"""Who said what, where, when: the claims of one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.findings import Judged
from dateline.model.reports import Span

ClaimKind = Literal["attributed", "narration", "caption"]
Mode = Literal["direct", "indirect", "mixed"]
Modality = Literal["said", "denied", "planned", "estimated", "warned", "asked", "withheld"]
SourceType = Literal[
    "state military",
    "government",
    "armed group",
    "coalition",
    "monitor",
    "agency",
    "outlet",
    "organisation",
    "official",
    "witness",
    "person",
    "document",
    "unknown",
]
Precision = Literal["moment", "day", "week", "month", "season", "year", "decade", "open"]
Deed = Literal[
    "captured",
    "lost",
    "besieged",
    "advanced",
    "attacked",
    "air strike",
    "withdrew",
    "fought",
    "planned",
]


@dataclass(frozen=True, slots=True)
class Source:
    """Whose word a claim is: the words that name it, and who that is.

    ``canonical`` is the fullest name that the report gives to the same source (a pronoun's is the
    name that it stands for), ``None`` where the report does not say who it is. ``type`` is what the
    text's own words make of it.
    """

    start: int
    end: int
    text: str
    canonical: str | None
    type: SourceType


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who does or suffers something in a claim, by the words that name them."""

    start: int
    end: int
    text: str
    canonical: str
    type: SourceType


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place, and where it is if that is known.

    ``name`` and ``geonameid`` are the gazetteer's; all of ``name``, ``lat`` and ``lon`` (degrees,
    WGS 84) are ``None`` where the place is not placed. ``feature`` is the GeoNames feature code,
    or a plain word ("river") where only the text says what it is. ``precision`` is UCDP's
    ``where_prec``: 1 exact, 2 within ~25 km, 3 second-level division, 4 first-level division,
    5 a line or a fuzzy region, 6 country, 7 international or not placed. ``radius`` (km) says how
    far off the point may be where the text gives only a distance. ``basis`` says in plain words
    what decided, ``judged`` what a person did.
    """

    start: int
    end: int
    text: str
    name: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    feature: str
    precision: int
    country: str = ""
    radius: float | None = None
    basis: str = ""
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends included, as ISO dates; an open end is ``None``.

    Both ends are ``None`` where the day is unknown: it is counted from a dispatch without a date.
    ``text`` are the words that give it (empty where the dispatch's own date does), ``at`` their
    offsets; ``basis`` says in plain words what it was counted from.
    """

    start: str | None
    end: str | None
    precision: Precision
    basis: str
    text: str = ""
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity: the value named, the range that its words allow, the unit, and the qualifier.

    ``value`` is ``None`` where only a range is named; an open end of the range is ``None``.
    ``start`` and ``end`` are offsets of ``text``, which holds the qualifier and the unit.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """What a claim says became of a place, or of a party: a small typed event.

    ``actor`` did it, ``target`` suffered it; for ``lost`` the actor is who lost, the target who
    took it from them; for ``fought`` neither is said to have begun. ``place`` is where;
    ``distance`` (km) and ``direction`` are from that place where the text counts from it ("45 km
    from Albu Kamal"). ``words`` is the verb or noun that says it. Of a ``planned`` deed ``aim`` is
    the deed meant. ``negated``: the text says that it did not happen. An ``alleged`` deed is one
    that the text itself doubts.
    """

    deed: Deed
    actor: Actor | None
    target: Actor | None
    place: Place | None
    words: Span
    distance: float | None = None
    direction: str = ""
    aim: Deed | None = None
    negated: bool = False
    alleged: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One attributed statement, or the newsroom's own voice, as one report has it.

    ``content`` is what is said; where the reporting clause parts it or a quotation goes on behind
    it, ``content`` is the longest stretch and ``more`` are the others, in text order.
    ``modality`` is ``withheld`` where the source is reported as not saying it ("declined to
    comment", "did not confirm"); ``negated`` says that the content itself is a negative statement.
    ``source`` is ``None`` where nobody is named or it is not sure who is meant: never a guess.
    ``said`` is when it was said, ``event`` when it happened. ``parent`` is the id of the claim
    that this one stands in (a statement that reports what leaflets say), ``restates`` the id of
    an earlier claim of the report that says the same, maybe on another word, and ``ground`` says
    in plain words why it is thought so. ``rule`` names the rule that found it;
    ``confidence`` is 0 to 1. ``id`` is ``REPORT#N`` with N from 1 in text order. ``judged`` is what
    a person decided about its source, whose words are then still those that the machine took.
    """

    id: str
    report: str
    kind: ClaimKind
    mode: Mode
    modality: Modality
    source: Source | None
    cue: Span | None
    content: Span
    rule: str
    confidence: float
    negated: bool = False
    more: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    said: When | None = None
    event: When | None = None
    numbers: tuple[Number, ...] = ()
    happenings: tuple[Happening, ...] = ()
    parent: str | None = None
    restates: str | None = None
    ground: str = ""
    judged: Judged | None = None
