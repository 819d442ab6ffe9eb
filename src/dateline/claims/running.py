"""Quotations that run over sentences: their parts become one content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.drafts import Draft
from dateline.claims.labelled import SIGNED, signature, signed_by
from dateline.claims.quoted import Quotations
from dateline.claims.tagging import Tagged
from dateline.text.paragraphs import Range

_NEAR = 8  # drafts back that may hold a quotation


def run_on(
    sentences: Sequence[Tagged], drafts: Sequence[list[Draft]], quotes: Quotations
) -> list[Draft]:
    """All drafts in one list, their contents widened to whole quotations.

    ``drafts`` are those of each sentence. A sentence that is all quotation and has no speaker goes
    on the quotation of the sentence before it, or else leads to that of the sentence behind it. One
    that nobody near speaks becomes a draft without cue and source.
    """
    run = _Run(quotes)
    for n, (s, found) in enumerate(zip(sentences, drafts, strict=True)):
        for draft in found:
            draft.content = _whole(draft.content, quotes)
        if not (s.quoted[-1:] == b"\1" and _spoken_behind(s, n, drafts, quotes)):
            run.take(n, s, found)
    return run.finished()


def _spoken_behind(s: Tagged, n: int, drafts: Sequence[list[Draft]], quotes: Quotations) -> bool:
    """Whether the next sentence tells who speaks the quotation that this one begins."""
    at = quotes.around(s.ends[-1] - 1)
    if at is None or at[1] <= s.ends[-1] or not _is_quotation(s):
        return False
    behind = (d for found in drafts[n + 1 : n + _NEAR] for d in found)
    return any(s.ends[-1] <= d.content[0] < at[1] for d in behind)


class _Run:
    """Goes through the sentences: who spoke last, and which quotations wait for a speaker."""

    def __init__(self, quotes: Quotations) -> None:
        self._quotes = quotes
        self._drafts: list[Draft] = []
        self._speaker: Draft | None = None
        self._waiting: list[Range] = []
        self._block: Draft | None = None

    def take(self, n: int, s: Tagged, found: list[Draft]) -> None:
        """The next sentence, number ``n``."""
        if (speaker := self._speaker) and self._in_block(speaker, s):
            start = speaker.content[0] if speaker is self._block else s.starts[0]
            speaker.content, self._block = (start, s.ends[-1]), speaker
            self._drafts += found
        elif self._waiting and not found and (name := signature(s)):
            self._drafts += [replace(signed_by(name, self._waiting.pop()), sentence=n)]
        elif found or not _is_quotation(s):
            self._spoken(s, found)
        elif not self._covered(s.starts[0]):
            self._quoted(_whole((s.starts[0], s.ends[-1]), self._quotes))

    def _in_block(self, speaker: Draft, s: Tagged) -> bool:
        """Whether a sentence is of the paragraph without marks that a colon has led to."""
        to_come = speaker.content[0] == speaker.content[1]
        if not (to_come or speaker is self._block) or not s.tags or _leads(s):
            return False
        return ("\n" in s.text[speaker.content[1] : s.starts[0]]) == to_come

    def finished(self) -> list[Draft]:
        """All drafts that have a content, the longest stretch of it first."""
        self._give_up()
        for draft in self._drafts:
            draft.lead_with_longest()
        return [d for d in self._drafts if d.content[0] < d.content[1]]

    def _quoted(self, at: Range) -> None:
        """A sentence that is all quotation."""
        if self._speaker:
            _add(self._speaker, at)
        elif at not in self._waiting:
            self._waiting.append(at)

    def _spoken(self, s: Tagged, found: list[Draft]) -> None:
        """A sentence with words outside quotations."""
        quoting = [d for d in found if self._speaks(d)]
        if quoting and _leads(s):
            quoting[0].more[:0] = self._waiting
            self._waiting = []
        self._give_up()
        self._drafts += found
        self._speaker = quoting[-1] if quoting else None

    def _give_up(self) -> None:
        """Nobody near speaks the quotations that wait."""
        self._drafts += [Draft("quotation alone", 0.4, None, None, at) for at in self._waiting]
        self._waiting = []

    def _covered(self, at: int) -> bool:
        """Whether a content near already holds the place."""
        return any(a <= at < b for d in self._drafts[-_NEAR:] for a, b in d.stretches)

    def _speaks(self, draft: Draft) -> bool:
        """Whether a content has quoted words, or is still to come."""
        if draft.rule == SIGNED:
            return False  # the next quotation has a signature of its own
        to_come = draft.content[0] == draft.content[1]
        return to_come or self._quotes.mode(draft.stretches) != "indirect"


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


def _leads(s: Tagged) -> bool:
    """Whether a sentence starts in a quotation."""
    return s.tags[:1] == "q" or bool(s.quoted and s.quoted[0])


def _add(draft: Draft, at: Range) -> None:
    """One more stretch, joined to the last one where only white space parts them."""
    if draft.content[0] == draft.content[1]:
        draft.content = at
    elif draft.more and draft.more[-1][1] <= at[0] and at[0] - draft.more[-1][1] <= 2:
        draft.more[-1] = (draft.more[-1][0], at[1])
    elif at not in draft.stretches:
        draft.more.append(at)
