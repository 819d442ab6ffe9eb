"""Claims inside claims: a statement that reports what somebody else says."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.drafts import Draft
from dateline.model import Claim
from dateline.text.paragraphs import Range


def without_nested_thoughts(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without thoughts inside what somebody says: "they said they planned to march".

    They are no second voice: they say how the statement that holds them is meant.
    """
    return [
        d
        for d in drafts
        if d.strong or d.cue is None or not any(h is not d and _within(d.cue, h) for h in drafts)
    ]


def _within(cue: Range, holder: Draft) -> bool:
    return any(start <= cue[0] and cue[1] <= end for start, end in holder.stretches)


def parents(claims: Sequence[Claim]) -> dict[str, str]:
    """For each claim whose reporting verb stands in another's content, that claim's id.

    Of several the shortest is the one that it stands in directly.
    """
    spoken = [c for c in claims if c.cue]
    out = {}
    for child in spoken:
        holders = [c for c in spoken if c is not child and _holds(c, child)]
        if holders:
            out[child.id] = min(holders, key=_length).id
    return out


def _holds(holder: Claim, child: Claim) -> bool:
    assert child.cue
    return any(
        span.start <= child.cue.start and child.cue.end <= span.end
        for span in (holder.content, *holder.more)
    )


def _length(claim: Claim) -> int:
    return claim.content.end - claim.content.start
