"""Claims inside claims: a statement that reports what somebody else says."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.drafts import Draft


def nested(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with the one in whose content its reporting verb stands directly.

    Left out are thoughts inside what somebody says ("they said they planned to march"): they are no
    second voice but say how the statement that holds them is meant.
    """
    held = _stretches(drafts)
    kept = [d for d in drafts if d.strong or not _holders(d, held)]
    held = _stretches(kept)
    for draft in kept:
        draft.parent = min(_holders(draft, held), key=_length, default=None)
    return kept


def _stretches(drafts: Sequence[Draft]) -> list[tuple[int, int, Draft]]:
    return [(start, end, d) for d in drafts if d.cue for start, end in d.stretches]


def _holders(draft: Draft, held: Sequence[tuple[int, int, Draft]]) -> list[Draft]:
    """The drafts in whose content the reporting verb of this one stands."""
    if draft.cue is None:
        return []
    first, last = draft.cue
    return [d for start, end, d in held if start <= first and last <= end and d is not draft]


def _length(draft: Draft) -> int:
    return draft.content[1] - draft.content[0]
