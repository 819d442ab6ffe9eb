"""What it means that a version dropped a source: was it the only one that is no party?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.claims.actors.names import key
from dateline.claims.situation.parties import Parties
from dateline.model import ActorRelation, Source

NO_PARTY = "dropped the only source that is no party"
MONITOR = "dropped the only source that the text calls a monitor"
_OWN = frozenset(("run by", "part of", "led by"))


def side_of(
    source: Source, parties: Parties, relations: Iterable[ActorRelation] = ()
) -> str | None:
    """The party that a source speaks for: its own, or of those who run it, as the text says."""
    name = source.canonical or source.text
    if side := parties.side(name):
        return side
    for relation in relations:
        if relation.kind in _OWN and key(relation.a.canonical) in key(name):
            return parties.side(relation.b.canonical)
    return None


def lost_outsider(
    base: Sequence[Source],
    kept: Iterable[str],
    parties: Parties,
    relations: Sequence[ActorRelation] = (),
) -> tuple[str, str] | None:
    """The source that a version lost, and what kind it was the only one of; ``None`` if none.

    ``base`` are the sources of the version it is read against, ``kept`` the names of its own, as
    the base has them. With the user's parties it is the only source that is no party; without them
    only what the text calls the source is told.
    """
    outside = {
        key(source.canonical): source.canonical
        for source in base
        if source.canonical and _is_outside(source, parties, relations)
    }
    if len(outside) != 1 or outside.keys() & {key(name) for name in kept}:
        return None
    (name,) = outside.values()
    return name, NO_PARTY if parties.given else MONITOR


def _is_outside(source: Source, parties: Parties, relations: Sequence[ActorRelation]) -> bool:
    if not parties.given:
        return source.type == "monitor"
    return source.type != "document" and side_of(source, parties, relations) is None
