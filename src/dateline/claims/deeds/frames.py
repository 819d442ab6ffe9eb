"""What a verb or a noun of doing says: who did it, to whom, and where, by the frame it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.claims.deeds import nouns, verbs
from dateline.claims.deeds.clause import Clause
from dateline.claims.deeds.parties import Scene
from dateline.claims.deeds.where import Spot
from dateline.claims.words.deeds import Trigger
from dateline.model import Happening


def told(scene: Scene, known: Sequence[Spot], at: int, trigger: Trigger) -> Iterator[Happening]:
    """The happenings that the word ``at`` tells in its reading, one for each place it names."""
    clause = Clause(scene, known, at, trigger)
    yield from nouns.told(clause) if trigger.form == "noun" else verbs.told(clause)
