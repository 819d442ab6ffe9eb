"""Claims as rows of a table, in columns that UCDP GED and ACLED users know where they match.

What each column means, and which column of GED and ACLED it is: docs/reference/claims-columns.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from dateline.model import Claim, Deed, Happening, Place, Report, When

Cell = str | int | float | None

COLUMNS = (
    *("id", "report", "source_article", "source_office", "source_date", "source_headline"),
    *("voice", "mode", "modality", "source_original", "source_canonical", "source_type"),
    *("content", "deed", "aim", "negated", "alleged", "event_type", "sub_event_type"),
    *("actor1", "actor2", "where_coordinates", "where_description", "where_prec"),
    *("latitude", "longitude", "geonameid", "country", "distance_km", "direction"),
    *("date_start", "date_end", "date_prec", "event_date", "said_start", "said_end"),
    *("best", "low", "high", "number", "number_low", "number_high", "unit"),
    *("parent", "restates", "confidence"),
    *("source_judged", "source_machine", "where_judged", "where_machine"),
)
_REMOTE = "Explosions/Remote violence"
# ACLED's event types and sub-event types (its Codebook) for each deed.
ACLED: dict[Deed, tuple[str, str]] = {
    "captured": ("Battles", "Non-state actor overtakes territory"),
    "lost": ("Battles", "Non-state actor overtakes territory"),
    "besieged": ("Strategic developments", "Other"),
    "advanced": ("Strategic developments", "Other"),
    "attacked": ("Battles", "Armed clash"),
    "air strike": (_REMOTE, "Air/drone strike"),
    "withdrew": ("Strategic developments", "Non-violent transfer of territory"),
    "fought": ("Battles", "Armed clash"),
    "planned": ("", ""),
}
_STATES = ("state military", "government")
_SHELLS = ("shell", "bombard", "rocket", "fire", "fired", "firing", "pound", "mortar")
_BLASTS = ("explo", "deton", "blast", "blew", "blow", "bomb")
_DATE_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4))  # days at most, UCDP's date_prec
_WITHOUT_END = 5
_DEAD = ("killed", "dead", "deaths", "died")

assert set(ACLED) == set(get_args(Deed))


def rows(claims: Iterable[Claim], reports: Iterable[Report] = ()) -> Iterator[dict[str, Cell]]:
    """A row for each happening of each claim, and one for a claim without any.

    The keys of every row are :data:`COLUMNS`, in that order. What is not known is ``None``.
    """
    known = {report.id: report for report in reports}
    for claim in claims:
        report = known.get(claim.report)
        for happening in claim.happenings or (None,):
            cells = _claim(claim, report) | _happening(claim, happening)
            yield {column: cells.get(column) for column in COLUMNS}


def _claim(claim: Claim, report: Report | None) -> dict[str, Cell]:
    source, said, event = claim.source, claim.said, claim.event
    return {
        "id": claim.id,
        "report": claim.report,
        "source_article": (report.url or report.source or report.id) if report else claim.report,
        "source_headline": report.title or None if report else None,
        "source_office": report.outlet or None if report else None,
        "source_date": report.date or None if report else None,
        "voice": claim.kind,
        "mode": claim.mode,
        "modality": claim.modality,
        "source_original": source.text if source else None,
        "source_canonical": source.canonical if source else None,
        "source_type": source.type if source else None,
        "content": claim.content.text,
        "date_start": event.start if event else None,
        "date_end": event.end if event else None,
        "date_prec": _date_precision(event),
        "event_date": event.start if event and event.precision == "day" else None,
        "said_start": said.start if said else None,
        "said_end": said.end if said else None,
        "parent": claim.parent,
        "restates": claim.restates,
        "confidence": claim.confidence,
        "source_judged": claim.judged.decision if claim.judged else None,
        "source_machine": claim.judged.machine if claim.judged else None,
        **_numbers(claim),
    }


def _numbers(claim: Claim) -> dict[str, Cell]:
    """The first number as it is; the first that counts the dead as UCDP's estimates of deaths."""
    cells: dict[str, Cell] = {}
    if number := next(iter(claim.numbers), None):
        cells = {"number": number.value, "number_low": number.low, "number_high": number.high}
        cells["unit"] = number.unit
    if dead := next((n for n in claim.numbers if n.unit.endswith(_DEAD)), None):
        cells |= {"best": dead.value, "low": dead.low, "high": dead.high}
    return cells


def _date_precision(when: When | None) -> int | None:
    """UCDP's ``date_prec`` by the days that the interval has; ``None`` where an end is open."""
    if when is None or when.start is None or when.end is None:
        return None
    days = (date.fromisoformat(when.end[:10]) - date.fromisoformat(when.start[:10])).days + 1
    return next((prec for most, prec in _DATE_PRECISION if days <= most), _WITHOUT_END)


def _happening(claim: Claim, happening: Happening | None) -> dict[str, Cell]:
    place = happening.place if happening else next(iter(claim.places), None)
    cells = _place(place)
    if happening is None:
        return cells
    kind, sub = acled(happening)
    actor, target = happening.actor, happening.target
    return cells | {
        "deed": happening.deed,
        "aim": happening.aim,
        "negated": int(happening.negated),
        "alleged": int(happening.alleged),
        "event_type": kind or None,
        "sub_event_type": sub or None,
        "actor1": actor.canonical if actor else None,
        "actor2": target.canonical if target else None,
        "distance_km": happening.distance,
        "direction": happening.direction or None,
    }


def _place(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    return {
        "where_coordinates": place.name,
        "where_description": place.text,
        "latitude": place.lat,
        "longitude": place.lon,
        "where_prec": place.precision,
        "geonameid": place.geonameid,
        "country": place.country or None,
        "where_judged": place.judged.decision if place.judged else None,
        "where_machine": place.judged.machine if place.judged else None,
    }


def acled(happening: Happening) -> tuple[str, str]:
    """ACLED's event type and sub-event type of a happening; of a plan or a denied one none."""
    if happening.deed == "planned" or happening.negated:
        return "", ""
    word = happening.words.text.lower()
    if happening.deed == "attacked":
        by_suicide = happening.actor is not None and "suicide" in happening.actor.text.lower()
        return (_REMOTE, "Suicide bomb") if by_suicide else _attack(word)
    if happening.deed in ("captured", "lost") and _gains_state(happening):
        return "Battles", "Government regains territory"
    return ACLED[happening.deed]


def _attack(word: str) -> tuple[str, str]:
    if word.startswith(_BLASTS) and not word.startswith("bombard"):
        return _REMOTE, "Remote explosive/landmine/IED"
    if word.startswith(_SHELLS):
        return _REMOTE, "Shelling/artillery/missile attack"
    return ACLED["attacked"]


def _gains_state(happening: Happening) -> bool:
    """Whether the side that gains is a state's: who captured, or who drove the loser out."""
    gains = happening.actor if happening.deed == "captured" else happening.target
    return gains is not None and gains.type in _STATES
