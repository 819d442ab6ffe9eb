"""A claim while it is being made: ranges in the text, before its source has a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model import Modality
from dateline.text.paragraphs import Range


@dataclass(slots=True)
class Draft:
    """Ranges are offsets into the report's text; ``more`` are further stretches of the content.

    ``strong`` drafts report words, the others thoughts and stances. ``negated`` says that it is
    reported as not said. ``sentence`` counts the body's sentences; ``asides`` are clauses that
    stand inside the reporting clause and are the newsroom's own.
    """

    rule: str
    confidence: float
    source: Range | None
    cue: Range | None
    content: Range
    modality: Modality = "said"
    negated: bool = False
    strong: bool = True
    more: list[Range] = field(default_factory=list)
    sentence: int = 0
    asides: list[Range] = field(default_factory=list)

    @property
    def stretches(self) -> list[Range]:
        """All of the content, in the order in which it was found."""
        return [self.content, *self.more]
