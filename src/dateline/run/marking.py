"""What a person decided, and what the machine had, in words."""

from __future__ import annotations

import json

from dateline.model import Claim, Rename
from dateline.store.judgements import Judgement

__all__ = [
    "ARROW",
    "NEWSROOM",
    "NOBODY",
    "in_words",
    "rename_in_words",
    "speaker_in_words",
    "speaker_of",
    "what",
]

ARROW = " → "
_FEW = 40  # letters of the words that a decision is about
NOBODY = "nobody named"
NEWSROOM = "the newsroom’s own voice"


def rename_in_words(rename: Rename) -> str:
    """A rename and its type: ``renamed: port → harbour``."""
    return f"{rename.type}: {rename.a}{ARROW}{rename.b}"


def speaker_of(claim: Claim) -> str:
    """Whose word a claim is, empty where nobody is named."""
    return claim.source.canonical or claim.source.text if claim.source else ""


def speaker_in_words(claim: Claim) -> str:
    """Whose word a claim is, or that it is the newsroom's, or that nobody is named."""
    return speaker_of(claim) or (NOBODY if claim.kind == "attributed" else NEWSROOM)


def in_words(judgement: Judgement) -> str:
    """What a person says holds, as one reads it."""
    if judgement.about == "place" and judgement.value:
        place = json.loads(judgement.value)
        return f"{place['name']} ({place['lat']:.2f}, {place['lon']:.2f})"
    return judgement.value


def what(judgement: Judgement) -> str:
    """What was decided: ``reject``, ``correct copy``, ``correct speaker: the office → Ilse``."""
    j = judgement
    if j.about == "relation":
        return f"{j.decision} {j.relation}" if j.relation and j.decision != "merge" else j.decision
    now = f"{ARROW}{in_words(j)}" if j.decision == "correct" else ""
    words = f" “{(j.a_span or j.b_span)[:_FEW]}”" if j.about in ("place", "edit") else ""
    return f"{j.decision} {j.about}{words}: {j.machine}{now}"
