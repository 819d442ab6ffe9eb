"""What decided where a place is, in plain words."""

from __future__ import annotations

from dateline.claims.places.context import Group
from dateline.claims.places.entries import Match

_KINDS = {
    "PCLI": "the country of this name",
    "CONT": "the continent of this name",
    "ADM1": "the first-level division of this name",
    "ADM2": "the second-level division of this name",
}


def basis(group: Group, match: Match | None) -> str:
    """Why the candidate was chosen; empty where none was."""
    if match is None:
        return ""
    spot = group.spots[0]
    if spot.demonym:
        return "the country of this people"
    if spot.within:
        return "the area that the text names beside it"
    if len(group.matches) == 1:
        return _KINDS.get(match.entry.feature, "the only place of this name that is known")
    if match is group.matches[max(range(len(group.plain)), key=group.plain.__getitem__)]:
        return _KINDS.get(match.entry.feature, "the largest place of this name")
    return "the other places of the report"
