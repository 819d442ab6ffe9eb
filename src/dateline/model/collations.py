"""What a version changed, row by row and word by word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from dateline.model.findings import Judged
from dateline.model.relations import Dispatch
from dateline.model.reports import Damage, Report, Sentence, Span

Kind = Literal[
    "same",
    "mechanical",
    "spelling",
    "renamed",
    "shortened",
    "extended",
    "reworded",
    "split",
    "merged",
    "dropped",
    "added",
]
RenameType = Literal["renamed", "label", "spelling"]
Direction = Literal["a<-b", "b<-a", "common unseen source", "unknown"]

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change inside a row: what a has, what b has in its place (``None`` where nothing).

    ``quoted`` says that the change is inside quotation marks in both reports: the words of a
    speaker were altered. ``judged`` is what a person decided about its kind.
    """

    kind: Kind
    a: Span | None
    b: Span | None
    quoted: bool = False
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences of a aligned with sentences of b (numbers ``n``), and what became of them.

    ``facts_changed`` holds the words of a and of b that state something else: figures, days, names
    of actors, negations, opposites, hedges. ``attribution_changed`` holds the words that say who
    said it where only one side has any (empty on the other). ``rejected`` are edits that a person
    says are none; ``judged`` is a person's decision about a row that has no edits.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    kinds: tuple[Kind, ...]
    moved: bool = False
    facts_changed: tuple[tuple[str, str], ...] = ()
    edits: tuple[Edit, ...] = ()
    attribution_changed: tuple[tuple[str, str], ...] = ()
    rejected: tuple[Edit, ...] = ()
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a rename shows: the words in a, the words in b, and whether in a quotation.

    ``row`` is the index of the row. ``label`` holds words that were added to or taken from the name
    at this place.
    """

    row: int
    a: Span
    b: Span
    quoted: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Rename:
    """A pair "they write → we read", with every place that shows it; ``count`` = ``len(uses)``.

    ``judged`` is what a person decided about it.
    """

    a: str
    b: str
    type: RenameType
    count: int
    uses: tuple[Use, ...] = ()
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """One ground for or against a direction of copying, with the words that show it.

    ``points`` is the verdict that the sign speaks for; ``weight`` (0 to 1) how strongly.
    """

    name: str
    points: Direction
    weight: float
    says: str
    a: Span | None = None
    b: Span | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """Whose text it is and which of two reports derives from which.

    ``b<-a``: b derives from the text that a reproduces (damage makes a bad file, not a new text).
    ``file`` answers the other question, which file b was made from, where the text shows it.
    """

    verdict: Direction
    origin: str | None
    confidence: float
    evidence: tuple[Sign, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports collated: rows, renames, damage and lineage; a is the presumed upstream side.

    ``cannot_tell`` says what damage hides, ``captions`` which captions do not belong to the text.
    ``rejected`` are renames that a person says are none.
    """

    a: Report
    b: Report
    sentences_a: tuple[Sentence, ...]
    sentences_b: tuple[Sentence, ...]
    rows: tuple[Row, ...]
    renames: tuple[Rename, ...]
    damage_a: tuple[Damage, ...]
    damage_b: tuple[Damage, ...]
    lineage: Lineage
    cannot_tell: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    rejected: tuple[Rename, ...] = ()


@dataclass(frozen=True, slots=True)
class Collation:
    """A dispatch with each version compared against its base.

    ``identical`` maps a version whose text is the same as another's to that other, which stands for
    it in ``comparisons``.
    """

    dispatch: Dispatch
    base: str
    comparisons: tuple[Comparison, ...]
    identical: dict[str, str] = field(default_factory=dict)
