"""From drafts to claims: names, modality, links and details, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.claims.dates import Saying, Today
from dateline.claims.details import Details
from dateline.claims.drafts import Draft
from dateline.claims.modality import is_negated, modality_of
from dateline.claims.narration import agency_of
from dateline.claims.quoted import Quotations
from dateline.claims.restated import Restated
from dateline.claims.sources import Sources
from dateline.claims.tagging import Tagged
from dateline.model import Anatomy, Claim, Mode, Source, Span
from dateline.text.paragraphs import Range

_PERSONAL = re.compile(r"\b(?:I|we|you|my|our|your|us)\b", re.IGNORECASE)


def made(
    anatomy: Anatomy,
    sentences: Sequence[Tagged],
    quotes: Quotations,
    drafts: Sequence[Draft],
    today: Today | None,
) -> Iterator[Claim]:
    """The claims of the drafts of one report, which come in text order."""
    maker = _Maker(anatomy, sentences, quotes, drafts, today)
    return map(maker.claim, drafts)


class _Maker:
    """Makes the claims of one report, in text order, because pronouns look back."""

    def __init__(
        self,
        anatomy: Anatomy,
        sentences: Sequence[Tagged],
        quotes: Quotations,
        drafts: Sequence[Draft],
        today: Today | None,
    ) -> None:
        self._id, self._text = anatomy.report.id, anatomy.report.text
        self._quotes = quotes
        self._sources = Sources(sentences)
        self._restated = Restated()
        self._details = Details(anatomy, today)
        self._ids = {id(d): f"{anatomy.report.id}#{n}" for n, d in enumerate(drafts, 1)}
        self._unmarked = any(d.kind == "quotation marks lost" for d in anatomy.damage)

    def claim(self, draft: Draft) -> Claim:
        """The claim of a draft."""
        content = self._span(draft.content)
        told = Saying(
            draft.kind,
            content,
            tuple(self._span(at) for at in draft.more),
            self._span(draft.cue) if draft.cue else None,
            self._source(draft),
        )
        named = self._details.named(told)
        claim = Claim(
            id=self._ids[id(draft)],
            report=self._id,
            kind=draft.kind,
            mode=self._mode(draft, content.text),
            modality=modality_of(draft, content.text),
            source=told.source,
            cue=told.cue,
            content=content,
            rule=draft.rule,
            confidence=draft.confidence,
            negated=is_negated(content.text),
            more=told.more,
            actors=named.actors,
            places=named.places,
            said=named.said,
            event=named.event,
            numbers=named.numbers,
            happenings=named.happenings,
            parent=self._ids[id(draft.parent)] if draft.parent else None,
        )
        if said := self._restated.earlier(claim):
            return replace(claim, restates=said[0], ground=said[1])
        return claim

    def _span(self, at: Range) -> Span:
        return Span(*at, self._text[at[0] : at[1]])

    def _mode(self, draft: Draft, content: str) -> Mode:
        """Direct also where the marks are lost but the words are plainly the speaker's own."""
        if draft.verbatim:
            return "direct"
        mode = self._quotes.mode(draft.stretches)
        lost = self._unmarked and draft.kind == "attributed" and mode == "indirect"
        return "direct" if lost and _PERSONAL.search(content) else mode

    def _source(self, draft: Draft) -> Source | None:
        if draft.kind == "caption" and draft.source:
            credit = self._span(draft.source)
            return Source(credit.start, credit.end, credit.text, agency_of(credit.text), "agency")
        return self._sources.of(draft)
