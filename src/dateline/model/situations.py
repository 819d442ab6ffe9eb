"""Who is what to whom, and who is where by whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.claims import Actor
from dateline.model.reports import Span

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
