"""The claims of one report: found sentence by sentence, then joined, named and ordered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.according import according
from dateline.claims.attribution import reporting
from dateline.claims.dates import Today, today_of
from dateline.claims.details import with_details
from dateline.claims.drafts import Draft
from dateline.claims.languages import unread
from dateline.claims.modality import is_negated, modality_of
from dateline.claims.narration import agency_of, captions, narrated
from dateline.claims.nominal import nominal
from dateline.claims.parents import parents, without_nested_thoughts
from dateline.claims.quoted import Quotations
from dateline.claims.restated import restatements
from dateline.claims.running import run_on
from dateline.claims.sources import Sources
from dateline.claims.tagging import Tagged, tag
from dateline.model import Anatomy, Claim, ClaimKind, Sentence, Source, Span
from dateline.text.paragraphs import Range


def claims_of(anatomy: Anatomy, today: Today | None = None) -> tuple[Claim, ...]:
    """Every claim of a report, in text order; none where its language is not read.

    ``today`` is the day of the dispatch where it is known better than from this report alone.

    Whether it is read says :func:`dateline.claims.languages.unread`.
    """
    if unread(anatomy):
        return ()
    quotes = Quotations(anatomy.report.text)
    sentences = [_tagged(anatomy, n, quotes) for n in range(len(anatomy.body))]
    found = [_drafts(n, s) for n, s in enumerate(sentences)]
    orphans = run_on(sentences, found, quotes)
    drafts = sorted((d for ds in [*found, orphans] for d in ds), key=_order)
    drafts = without_nested_thoughts(drafts)
    maker = _Maker(anatomy, sentences, quotes)
    claims = [maker.attributed(d) for d in drafts]
    claims += [maker.told(at) for at in _narration(sentences, drafts)]
    claims += [maker.caption(*pair) for pair in captions(anatomy)]
    linked = _linked(_numbered(anatomy.report.id, claims))
    return with_details(anatomy, linked, today or today_of(anatomy))


def _tagged(anatomy: Anatomy, n: int, quotes: Quotations) -> Tagged:
    sentence = anatomy.body[n]
    inside = quotes.around(sentence.start) is not None
    text = anatomy.report.text
    return tag(text, sentence.start, sentence.end, quotes.opens, quotes.closes, inside=inside)


def _drafts(n: int, s: Tagged) -> list[Draft]:
    """The attributions of one sentence, by every rule; where two take one cue, the first."""
    out: dict[Range | None, Draft] = {}
    for draft in (*reporting(s), *according(s), *nominal(s)):
        draft.sentence = n
        out.setdefault(draft.cue, draft)
    return list(out.values())


def _order(draft: Draft) -> tuple[int, int]:
    """In text order, what holds another before it."""
    spans = [r for r in (draft.source, draft.cue, draft.content) if r]
    return min(a for a, _ in spans), -max(b for _, b in spans)


def _narration(sentences: Sequence[Tagged], drafts: Sequence[Draft]) -> list[Range]:
    """What is left of the sentences when all that somebody says is taken away."""
    out = []
    for s in sentences:
        if not len(s):
            continue
        first, last = s.starts[0], s.ends[-1]
        near = [d for d in drafts if any(a < last and first < b for a, b in _ranges(d))]
        out += list(narrated(s, near))
    return out


def _ranges(draft: Draft) -> list[Range]:
    return [r for r in (draft.source, draft.cue, *draft.stretches) if r]


_PERSONAL = re.compile(r"\b(?:I|we|you|my|our|your|us)\b", re.IGNORECASE)


def _speaks(content: str) -> bool:
    """Whether words are plainly a speaker's own, although their marks are lost."""
    return bool(_PERSONAL.search(content))


class _Maker:
    """Makes the values of the claims of one report."""

    def __init__(self, anatomy: Anatomy, sentences: Sequence[Tagged], quotes: Quotations) -> None:
        self.id, self.text = anatomy.report.id, anatomy.report.text
        self.quotes = quotes
        self.sources = Sources(sentences)
        self.unmarked = any(d.kind == "quotation marks lost" for d in anatomy.damage)

    def attributed(self, draft: Draft) -> Claim:
        """The claim of a draft. Asked in text order: pronouns look back."""
        content = self.text[slice(*draft.content)]
        mode = self.quotes.mode(draft.stretches)
        if mode == "indirect" and self.unmarked and _speaks(content):
            mode = "direct"
        return Claim(
            id="",
            report=self.id,
            kind="attributed",
            mode=mode,
            modality=modality_of(draft, content),
            source=self.sources.of(draft),
            cue=Span.of(self.text, *draft.cue) if draft.cue else None,
            content=Span(*draft.content, content),
            rule=draft.rule,
            confidence=draft.confidence,
            negated=is_negated(content),
            more=tuple(Span.of(self.text, *at) for at in draft.more),
        )

    def told(self, at: Range) -> Claim:
        """A claim in the newsroom's own voice."""
        return self._bare("narration", at, None, 0.9)

    def caption(self, caption: Sentence, credit: Sentence | None) -> Claim:
        """A claim of a caption, by the agency that its credit names."""
        source = None
        if credit:
            named = agency_of(credit.text)
            source = Source(credit.start, credit.end, credit.text, named, "agency")
        return self._bare("caption", (caption.start, caption.end), source, 0.8)

    def _bare(self, kind: ClaimKind, at: Range, source: Source | None, confidence: float) -> Claim:
        content = Span.of(self.text, *at)
        return Claim(
            id="",
            report=self.id,
            kind=kind,
            mode=self.quotes.mode([at]),
            modality="said",
            source=source,
            cue=None,
            content=content,
            rule=kind,
            confidence=confidence,
            negated=is_negated(content.text),
        )


def _numbered(report: str, claims: Sequence[Claim]) -> list[Claim]:
    ordered = sorted(claims, key=lambda c: (_start(c), -c.content.end))
    return [replace(c, id=f"{report}#{n}") for n, c in enumerate(ordered, 1)]


def _start(claim: Claim) -> int:
    spans = (claim.content, *(x for x in (claim.source, claim.cue) if x))
    return min(x.start for x in spans)


def _linked(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with the one that each stands in, and the one that each says again."""
    inside = parents(claims)
    linked = [replace(c, parent=inside[c.id]) if c.id in inside else c for c in claims]
    again = restatements(linked)
    return tuple(replace(c, restates=again[c.id]) if c.id in again else c for c in linked)
