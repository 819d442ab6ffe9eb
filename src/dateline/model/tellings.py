"""The answer of the main job."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.collations import Collation
from dateline.model.relations import Relation
from dateline.model.reports import Problem
from dateline.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Telling:
    """The answer of the main job: the reports, their dispatches, and what each version changed.

    ``collations`` holds the dispatches of two or more versions, largest and most edited first;
    ``alone`` counts the reports that are versions of nothing else in the pile. ``statements`` are
    what the dispatches that are shown say, each dispatch for itself.
    """

    reports: int
    dispatches: int
    alone: int
    collations: tuple[Collation, ...]
    links: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    statements: tuple[Statement, ...] = ()
