"""Claims inside claims: a statement that reports what somebody else says."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.drafts import Draft


def nested(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with the one in whose content its reporting verb stands directly.

    Left out are thoughts inside what somebody says ("they said they planned to march"): they are no
    second voice but say how the statement that holds them is meant.
    """
    spoken = [d for d in drafts if d.cue]
    kept = [d for d in drafts if d.strong or not _holders(d, spoken)]
    spoken = [d for d in kept if d.cue]
    for draft in spoken:
        draft.parent = min(_holders(draft, spoken), key=_length, default=None)
    return kept


def _holders(draft: Draft, spoken: Sequence[Draft]) -> list[Draft]:
    return [h for h in spoken if h is not draft and _holds(h, draft)]


def _holds(holder: Draft, draft: Draft) -> bool:
    assert draft.cue
    first, last = draft.cue
    return any(start <= first and last <= end for start, end in holder.stretches)


def _length(draft: Draft) -> int:
    return draft.content[1] - draft.content[0]
