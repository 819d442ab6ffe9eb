"""A claim while it is being made: ranges in the text, before its source has a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model import ClaimKind, Modality
from dateline.text.paragraphs import Range


@dataclass(slots=True)
class Draft:
    """Ranges are offsets into the report's text; ``more`` are further stretches of the content.

    ``strong`` drafts report words, the others thoughts and stances. ``negated`` says that it is
    reported as not said, ``verbatim`` that the words are the speaker's own also without marks.
    ``sentence`` counts the body's sentences. ``asides`` are clauses set into the reporting clause
    that are the newsroom's own. ``parent`` is the draft in whose content the reporting verb stands.
    """

    rule: str
    confidence: float
    source: Range | None
    cue: Range | None
    content: Range
    modality: Modality = "said"
    negated: bool = False
    strong: bool = True
    verbatim: bool = False
    kind: ClaimKind = "attributed"
    more: list[Range] = field(default_factory=list)
    sentence: int = 0
    asides: list[Range] = field(default_factory=list)
    parent: Draft | None = None

    @property
    def stretches(self) -> list[Range]:
        """All of the content, in the order in which it was found."""
        return [self.content, *self.more]

    def lead_with_longest(self) -> None:
        """Make the longest stretch the content, the others ``more``, in text order."""
        if self.more:
            found = sorted(set(self.stretches))
            self.content = max(found, key=lambda r: r[1] - r[0])
            self.more = [r for r in found if r != self.content]

    @property
    def start(self) -> int:
        """Where the claim begins in the text."""
        return min(r[0] for r in (self.source, self.cue, self.content) if r)
