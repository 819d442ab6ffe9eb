"""A reporting clause of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claims.cues import Cue
from dateline.claims.phrases import Phrase


@dataclass(slots=True)
class Clause:
    """A cue with its subject; ``edge`` is the word where its clause begins inside the sentence."""

    cue: Cue
    subject: Phrase | None
    edge: int
    shared: bool = False
    inverted: bool = False

    @property
    def start(self) -> int:
        """The first word of the clause as it stands beside its content."""
        if self.inverted or self.subject is None:
            return self.cue.first
        return self.subject.start
