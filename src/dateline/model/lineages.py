"""Who copied whom, and what an outlet does to what it takes over."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.findings import Judged


@dataclass(frozen=True, slots=True)
class Innovation:
    """A change that versions have in common against the original: the ground of an edge.

    ``kind`` is ``lost``, ``added``, ``moved``, ``renamed`` or ``edited``; ``weight`` says how
    unlikely it is that two editors made it independently (0 to 1); ``versions`` carry it.
    """

    kind: str
    says: str
    weight: float
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A text in a lineage: a version of the pile, or one that must have existed (``unseen``).

    ``also`` are further versions with the very same text.
    """

    id: str
    unseen: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """``child`` was made from ``parent``; a ``second`` parent shows contamination.

    ``confidence`` (0 to 1) grows with the weight of the innovations that speak for the edge; where
    a person decided (``judged``) it is 1 or 0.
    """

    parent: str
    child: str
    confidence: float
    evidence: tuple[Innovation, ...] = ()
    second: bool = False
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Stemma:
    """The lineage of a dispatch's versions as a tree from its root, unseen texts included."""

    dispatch: str
    origin: str | None
    root: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Habit:
    """One thing that an outlet does to what it takes over, as often as it could have.

    ``what`` is ``renamed``, ``label``, ``spelling``, ``sentences dropped``, ``sources dropped``,
    ``attributions cut`` or ``credit removed``. ``done`` of ``possible`` places show it, in
    ``dispatches`` dispatches; ``sure`` is the lower end of the 95 % Wilson interval of that share.
    ``judged`` is what a person decided about a rename of it.
    """

    what: str
    they: str
    we: str
    done: int
    possible: int
    dispatches: int
    sure: float
    example: str
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What one outlet does to the dispatches it runs, over all of its versions in the pile.

    ``kept`` is the share of the base's body sentences that its versions have.
    """

    outlet: str
    versions: int
    dispatches: int
    kept: float
    habits: tuple[Habit, ...]
