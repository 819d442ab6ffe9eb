"""What merging starts from: a dispatch with the claims of its versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.claims.dates.today import Today
from dateline.model import Anatomy, Claim, Comparison, Dispatch


@dataclass(frozen=True, slots=True)
class Version:
    """One report taken apart, with its claims and its day."""

    anatomy: Anatomy
    claims: tuple[Claim, ...]
    today: Today | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A dispatch with all its versions by report id.

    ``comparisons`` has, for a version, its comparison with the version ``base``; a version with the
    very text of another has none of its own, and ``identical`` names that other. ``origin`` says
    whose text it is, as far as it is known.
    """

    dispatch: Dispatch
    base: str
    versions: Mapping[str, Version]
    comparisons: Mapping[str, Comparison] = field(default_factory=dict)
    identical: Mapping[str, str] = field(default_factory=dict)
    origin: str | None = None
