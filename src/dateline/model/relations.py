"""How reports are related, and which are versions of one dispatch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relationship = Literal["copy", "excerpt", "quote"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one report aligned with a stretch of another, as half-open offsets."""

    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two reports are related, and why.

    ``containment_ab`` is the share of a's distinct word 5-grams that b holds too (whole text, 0 to
    1). ``score`` ranks pairs by how surely they are copies; it is at least .5 exactly where
    ``relation`` is ``copy``. ``evidence`` is one plain sentence for each ground of the decision.
    """

    a: str
    b: str
    relation: Relationship
    score: float
    containment_ab: float
    containment_ba: float
    passages: tuple[Passage, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One original text with all its versions, whether or not the original is among them.

    ``core`` is the version that the others are copies of, ``versions`` are the ids of all members,
    the core first. ``links`` are the relations of the other members to the core.
    """

    id: str
    core: str
    versions: tuple[str, ...]
    links: tuple[Relation, ...] = ()
