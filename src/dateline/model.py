"""The values that flow between the stages: frozen, and equal to their JSON.

Offsets count Unicode code points of a report's ``text`` as read; ``text[start:end]`` is the
span's text, always. Field names are the names in the JSON that the commands print.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Relationship = Literal["copy", "excerpt", "quote"]
Role = Literal["body", "dateline", "caption", "credit", "byline", "headline", "boilerplate"]
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

KINDS: tuple[Kind, ...] = (
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
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a report's text: half-open offsets in code points, and the words themselves."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut the span ``[start, end)`` out of ``text``."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Report:
    """One article as one outlet ran it, once.

    ``text`` is the text as read and what every offset counts in. A field that the input does not
    give is empty: it is never guessed. ``source`` says where the report was read (file, and record
    where the file holds many).
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    date: str = ""
    url: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One bad input: which file, which record of it, what is wrong, and what was done about it.

    ``count`` is how many records it speaks for: problems of one kind are summed up where they are
    many.
    """

    path: str
    what: str
    done: str
    record: str = ""
    skipped: bool = True
    count: int = 1

    def __str__(self) -> str:
        where = f"{self.path}: {self.record}" if self.record else self.path
        return f"{where}: {self.what}; {self.done}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a piece of furniture of a report; ``n`` counts from 0 in text order."""

    n: int
    start: int
    end: int
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Damage:
    """What a text lost on its way, with the first places that show it.

    ``kind`` is one of ``quotation marks lost``, ``apostrophes lost``, ``commas lost``,
    ``sentences joined``, ``characters lost``, ``encoding broken``.
    """

    kind: str
    count: int
    examples: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A report taken apart: every sentence and piece of furniture in text order, and its damage."""

    report: Report
    sentences: tuple[Sentence, ...]
    damage: tuple[Damage, ...] = ()

    @property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences that are the story itself."""
        return tuple(s for s in self.sentences if s.role == "body")

    def of_role(self, role: Role) -> tuple[Sentence, ...]:
        """The pieces with one role."""
        return tuple(s for s in self.sentences if s.role == role)


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


@dataclass(frozen=True, slots=True)
class Edit:
    """One change inside a row: what a has, what b has in its place (``None`` where nothing).

    ``quoted`` says that the change is inside quotation marks in both reports: the words of a
    speaker were altered.
    """

    kind: Kind
    a: Span | None
    b: Span | None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences of a aligned with sentences of b (numbers ``n``), and what became of them."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    kinds: tuple[Kind, ...]
    moved: bool = False
    facts_changed: tuple[tuple[str, str], ...] = ()
    edits: tuple[Edit, ...] = ()


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
    """A pair "they write → we read", with every place that shows it; ``count`` = ``len(uses)``."""

    a: str
    b: str
    type: RenameType
    count: int
    uses: tuple[Use, ...] = ()


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

    ``confidence`` (0 to 1) grows with the weight of the innovations that speak for the edge.
    """

    parent: str
    child: str
    confidence: float
    evidence: tuple[Innovation, ...] = ()
    second: bool = False


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
    """

    what: str
    they: str
    we: str
    done: int
    possible: int
    dispatches: int
    sure: float
    example: str


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


@dataclass(frozen=True, slots=True)
class Telling:
    """The answer of the main job: the reports, their dispatches, and what each version changed.

    ``collations`` holds the dispatches of two or more versions, largest and most edited first;
    ``alone`` counts the reports that are versions of nothing else in the pile.
    """

    reports: int
    dispatches: int
    alone: int
    collations: tuple[Collation, ...]
    links: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
