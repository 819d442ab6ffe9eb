"""Where a person says that places are: their decisions put on the mentions of one text."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dateline.model import Judged, Place

if TYPE_CHECKING:
    from dateline.store.judgements import Judgement

__all__ = ["NOWHERE", "kept_place", "mark", "place_in_words", "placing"]

NOWHERE = "not placed"
_UNPLACED: dict[str, Any] = {
    **dict.fromkeys(("name", "geonameid", "lat", "lon")),
    "feature": "",
    "precision": 7,  # UCDP's where_prec
    "country": "",
}


def mark(judgement: Judgement, machine: str) -> Judged:
    """The mark on a value in whose place the machine has ``machine``."""
    j = judgement
    return Judged(j.decision, machine, j.by, j.made, j.note, j.number)  # type: ignore[arg-type]


def place_in_words(place: Place) -> str:
    """Where a mention is: ``Besk (51.10, 3.20)``, or that it is not placed."""
    if place.lat is None or place.lon is None:
        return NOWHERE
    return f"{place.name or place.text} ({place.lat:.2f}, {place.lon:.2f})"


def kept_place(place: Place) -> str:
    """Where a place is, as a decision keeps it; empty where it is not placed."""
    if place.lat is None:
        return ""
    return json.dumps({name: getattr(place, name) for name in _UNPLACED}, ensure_ascii=False)


def placing(judgements: Sequence[Judgement]) -> Callable[[Place], Place]:
    """Where a mention is by the decision about itself, or else about others like it.

    A decision holds for every mention by the same words that the machine puts in the same place.
    """
    own = {(j.a_start, j.a_span): j for j in judgements}
    alike = {(j.a_span, j.machine): j for j in judgements}

    def placed(place: Place) -> Place:
        machine = place_in_words(place)
        j = own.get((place.start, place.text)) or alike.get((place.text, machine))
        if j is None or (j.decision == "reject" and j.machine != machine):
            return place
        return _placed(place, j, machine)

    return placed


def _placed(place: Place, j: Judgement, machine: str) -> Place:
    judged = mark(j, machine)
    if j.value == kept_place(place):
        return replace(place, judged=judged)
    where: dict[str, Any] = _UNPLACED | (json.loads(j.value) if j.value else {})
    kept = {name: where[name] for name in _UNPLACED}
    return replace(place, **kept, radius=None, basis=judged.says, judged=judged)
