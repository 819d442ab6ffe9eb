"""Claims of invented reports, as short tuples."""

from __future__ import annotations

from dateline.claims.read import claims_of
from dateline.model import Claim, Report
from dateline.text import analyse

Said = tuple[str | None, str | None, str]


def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a report with this text."""
    return claims_of(analyse(Report("r", text)))


def attributed(text: str) -> list[Claim]:
    """The attributed ones."""
    return [c for c in claims(text) if c.kind == "attributed"]


def said(text: str) -> list[Said]:
    """Source, cue and content of each attributed claim, in words."""
    return [
        (c.source.text if c.source else None, c.cue.text if c.cue else None, c.content.text)
        for c in attributed(text)
    ]


def told(text: str) -> list[str]:
    """What the newsroom says in its own voice."""
    return [c.content.text for c in claims(text) if c.kind == "narration"]
