"""What is exported: a dispatch with its versions, and all that was found out about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dateline.lineage.stemma import stemma
from dateline.model import Claim, Collation, Report, Stemma
from dateline.run.decided import NONE, Decisions

__all__ = ["Family"]


@dataclass(frozen=True)
class Family:
    """A dispatch: its reports by id, its collation, and the claims of each report by its id.

    Collation and claims are as people decided; ``decided`` is what they decided about edges.
    """

    collation: Collation
    reports: Mapping[str, Report]
    claims: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    decided: Decisions = NONE

    @property
    def id(self) -> str:
        """The dispatch's id."""
        return self.collation.dispatch.id

    @cached_property
    def found(self) -> Stemma:
        """Who copied whom before people decided about edges."""
        return stemma(self.collation)

    @cached_property
    def stemma(self) -> Stemma:
        """Who copied whom."""
        return self.decided.tree(self.found, self.reports)
