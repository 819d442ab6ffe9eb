"""A report, and what it is taken apart into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["body", "dateline", "caption", "credit", "byline", "headline", "boilerplate"]


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
