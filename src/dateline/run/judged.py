"""A comparison with what the lineage stage says of it."""

from __future__ import annotations

from dataclasses import replace

from dateline.lineage.captions import caption_notes
from dateline.lineage.verdict import judge
from dateline.model import Comparison

__all__ = ["judged"]


def judged(comparison: Comparison) -> Comparison:
    """The comparison with its lineage and what its captions tell."""
    lineage = judge(comparison)
    notes = caption_notes(comparison, lineage.origin)
    return replace(comparison, lineage=lineage, captions=notes)
