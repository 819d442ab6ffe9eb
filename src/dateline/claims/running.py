"""Quotations that run over sentences: their parts become one content."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.drafts import Draft
from dateline.claims.quoted import Quotations
from dateline.claims.tagging import Tagged
from dateline.text.paragraphs import Range


def run_on(
    sentences: Sequence[Tagged], drafts: Sequence[list[Draft]], quotes: Quotations
) -> list[Draft]:
    """Widen contents to their whole quotations, and give quotations that stand alone to a speaker.

    ``drafts`` are those of each sentence. A sentence that is all quotation and has no speaker goes
    on the quotation of the sentence before it, or else leads to that of the sentence behind it.
    Returned are drafts without cue and source for the ones that nobody near speaks.
    """
    for found in drafts:
        for draft in found:
            draft.content = _whole(draft.content, quotes)
    orphans: list[Draft] = []
    speaker: Draft | None = None
    waiting: list[Range] = []
    for s, found in zip(sentences, drafts, strict=True):
        if not found and _is_quotation(s):
            if _covers(drafts, s):
                continue
            at = _whole((s.starts[0], s.ends[-1]), quotes)
            if speaker:
                _add(speaker, at)
            else:
                waiting.append(at)
            continue
        quoting = [d for d in found if _speaks(d, quotes)]
        if waiting and quoting and _leads(s):
            for at in reversed(waiting):
                quoting[0].more.insert(0, at)
        elif waiting:
            orphans += [_orphan(at) for at in waiting]
        waiting = []
        speaker = quoting[-1] if quoting else None
    return orphans + [_orphan(at) for at in waiting]


def _whole(at: Range, quotes: Quotations) -> Range:
    """The range with the rest of the quotations that it starts and ends in."""
    start, end = at
    if first := quotes.around(start):
        start = min(start, quotes.marked(first)[0])
    if last := quotes.around(end - 1):
        end = max(end, quotes.marked(last)[1])
    return start, end


def _is_quotation(s: Tagged) -> bool:
    """Whether all words of a sentence are quoted."""
    return bool(s.tags) and all(q or t in "qQ.,-'" for q, t in zip(s.quoted, s.tags, strict=True))


def _covers(drafts: Sequence[list[Draft]], s: Tagged) -> bool:
    """Whether a content already holds the sentence."""
    at = s.starts[0]
    return any(a <= at < b for found in drafts for d in found for a, b in d.stretches)


def _speaks(draft: Draft, quotes: Quotations) -> bool:
    return any(quotes.around(start + 1) for start, _ in draft.stretches) or any(
        quotes.around(end - 2) for _, end in draft.stretches
    )


def _leads(s: Tagged) -> bool:
    """Whether a sentence starts in a quotation."""
    return s.tags[:1] == "q" or bool(s.quoted and s.quoted[0])


def _add(draft: Draft, at: Range) -> None:
    """One more stretch, joined to the last one where only white space parts them."""
    if draft.more and draft.more[-1][1] <= at[0] and at[0] - draft.more[-1][1] <= 2:
        draft.more[-1] = (draft.more[-1][0], at[1])
    elif at not in draft.stretches:
        draft.more.append(at)


def _orphan(at: Range) -> Draft:
    return Draft("quotation alone", 0.4, None, None, at)
