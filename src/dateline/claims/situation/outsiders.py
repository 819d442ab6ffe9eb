"""What it means that a version dropped a source: was it the only one that is no party?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.claims.actors.names import key
from dateline.claims.situation.parties import Parties
from dateline.model import ActorRelation, Source


def side_of(
    source: Source, parties: Parties, relations: Iterable[ActorRelation] = ()
) -> str | None:
    """The party that a source speaks for: its own, or of those who run it, as the text says."""
    name = source.canonical or source.text
    if side := parties.side(name):
        return side
    for relation in relations:
        tied = relation.kind in ("run by", "part of", "led by")
        if tied and key(relation.a.canonical) in key(name):
            return parties.side(relation.b.canonical)
    return None


def lost_outsider(
    base: Sequence[Source],
    kept: Sequence[Source],
    parties: Parties,
    relations: Sequence[ActorRelation] = (),
) -> str | None:
    """In one clause what a version lost with a source, ``None`` if nothing of the kind.

    ``base`` are the sources of the version it is read against, ``kept`` its own. With the user's
    parties it is the only source that is no party; without them only what the text calls the
    source is told ("the only source that the text calls a monitor").
    """
    outside = [s for s in base if _is_outside(s, parties, relations)]
    names = {key(s.canonical or s.text) for s in outside}
    left = {key(s.canonical or s.text) for s in kept}
    if len(names) != 1 or names & left:
        return None
    name = outside[0].canonical or outside[0].text
    if parties.given:
        return f"dropped the only source that is no party: {name}"
    return f"dropped the only source that the text calls a monitor: {name}"


def _is_outside(source: Source, parties: Parties, relations: Sequence[ActorRelation]) -> bool:
    if not parties.given:
        return source.type == "monitor"
    known = source.canonical is not None
    return known and side_of(source, parties, relations) is None
