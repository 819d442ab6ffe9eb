"""What the reports of a pile say, put together: who has it, who lacks it, on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.claims import Modality, Number, SourceType
from dateline.model.findings import Judged
from dateline.model.reports import Span

Carried = Literal["same", "altered", "renamed", "unattributed"]
Absence = Literal["dropped", "reworded", "never had"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number that is known within bounds: at least, and at most (``None``: no bound known)."""

    at_least: int
    at_most: int | None


@dataclass(frozen=True, slots=True)
class Appearance:
    """A statement in one report: the claim, its exact words and those that name its source.

    ``carried`` says what the version did to it against the version that the others are read
    against: the ``same`` but for marks and spelling, ``altered``, ``renamed`` (people, groups or
    places under other names), or ``unattributed``: it stands as the newsroom's own. ``judged`` is
    what a person decided about the claim's source.
    """

    report: str
    outlet: str
    dispatch: str
    claim: str
    words: Span
    source: Span | None
    carried: Carried = "same"
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Lack:
    """A version of a dispatch without a statement that other versions have.

    ``dropped``: the sentence is gone; ``reworded``: it stands without these words; ``never had``:
    other versions have added it.
    """

    report: str
    outlet: str
    dispatch: str
    how: Absence


@dataclass(frozen=True, slots=True)
class End:
    """Where a source chain ends: the word that a dispatch's statement rests on.

    ``name`` is the fullest that the texts give; ``None`` where nobody is named. ``sure`` says that
    it names one source (a proper name); "a nurse", "officials" or the newsroom's own voice may be
    the same as another or several. ``chain`` leads from the dispatch's origin to the end: outlet ←
    agency ← report or statement ← speaker, read from the left. ``claims`` rest on it. ``judged``
    says that a person decided that it is the end.
    """

    name: str | None
    type: SourceType
    sure: bool
    chain: tuple[str, ...]
    claims: tuple[str, ...]
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one end gives it, for comparing with what others say of the same."""

    number: Number
    claim: str
    source: str | None


@dataclass(frozen=True, slots=True)
class First:
    """Where a statement first appears in the pile: report, its day or time as given, its words."""

    report: str
    time: str
    words: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said, wherever the pile says it.

    Three numbers are never mixed: ``reports`` (and their ``outlets``), ``dispatches``, and
    ``sources``, the distinct ends of the source chains. ``sources`` and ``outlets`` are ranges:
    what is not known widens them. ``maybe`` are appearances in other dispatches that may say the
    same; they widen ``sources`` and are not counted otherwise. ``figures`` are the quantities of
    other statements of the story that differ from this one's, ``conflicts`` their ids.
    That a statement has sources means that it was said, not that it is so.
    """

    id: str
    story: str
    words: str
    modality: Modality
    negated: bool
    attributed: bool
    reports: int
    outlets: Count
    dispatches: int
    sources: Count
    ends: tuple[End, ...]
    first: First
    appearances: tuple[Appearance, ...]
    lacking: tuple[Lack, ...] = ()
    maybe: tuple[Appearance, ...] = ()
    figures: tuple[Figure, ...] = ()
    conflicts: tuple[str, ...] = ()
