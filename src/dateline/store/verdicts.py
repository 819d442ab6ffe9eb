"""What people decided about pairs of reports, laid over what the machine found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from dateline.model import Relation, Relationship

__all__ = ["Verdict", "Verdicts", "is_listed"]

_LISTED = 0.3
_PAST = {
    "accept": "Accepted by {who} on {day}: {relation}.",
    "correct": "Corrected by {who} on {day}: {relation}.",
    "merge": "Put into one dispatch by {who} on {day}.",
    "reject": "Rejected by {who} on {day}.",
    "split": "Taken into another dispatch by {who} on {day}.",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision about the relation of two reports: ``relation`` is empty where there is none."""

    decision: str
    relation: str
    by: str
    made: str
    note: str

    @property
    def says(self) -> str:
        """The decision as a ground of the relation."""
        who = f"a person ({self.by})" if self.by else "a person"
        says = _PAST[self.decision].format(who=who, day=self.made[:10], relation=self.relation)
        return f"{says} Note: {self.note}" if self.note else says


class Verdicts:
    """The last decision about each pair, by the words of both."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            "SELECT a_words, b_words, decision, relation, by, made, note FROM judgement"
            " WHERE undone IS NULL AND about = 'relation' ORDER BY number"
        )
        self._found = {_pair(a, b): Verdict(*rest) for a, b, *rest in rows}

    def of(self, a_words: str, b_words: str) -> Verdict | None:
        """What was decided about two reports with these words."""
        return self._found.get(_pair(a_words, b_words))

    def related(self) -> Iterator[tuple[str, str]]:
        """The words of the pairs that were decided to have a relation."""
        return (pair for pair, verdict in self._found.items() if verdict.relation)

    def apply(self, rows: Iterable[tuple[Relation, str, str]]) -> Iterator[Relation]:
        """The relations as people see them: rejected ones are left out, decided ones say so.

        Each comes with the words of its two reports. Of what nobody decided only that is listed
        which shares much, or is a copy or an excerpt.
        """
        for relation, a_words, b_words in rows:
            verdict = self.of(a_words, b_words) if self._found else None
            if verdict is None and is_listed(relation):
                yield relation
            elif verdict is not None and verdict.relation:
                yield decided(relation, verdict)


def decided(relation: Relation, verdict: Verdict) -> Relation:
    """A relation as a person decided it; a score that says something else is replaced."""
    kind = cast(Relationship, verdict.relation)
    score = relation.score
    if (score >= 0.5) != (kind == "copy"):
        score = 1.0 if kind == "copy" else 0.0
    evidence = (verdict.says, *relation.evidence)
    return replace(relation, relation=kind, score=score, evidence=evidence)


def is_listed(relation: Relation) -> bool:
    """Whether a relation that nobody decided is worth telling."""
    most = max(relation.containment_ab, relation.containment_ba)
    return relation.relation != "quote" or most >= _LISTED


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
