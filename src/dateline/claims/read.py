"""The claims of one report: found sentence by sentence, then joined, named and ordered."""

from __future__ import annotations

from dataclasses import replace

from dateline.claims.according import according
from dateline.claims.attribution import reporting
from dateline.claims.dates import Today, anchored, today_of
from dateline.claims.deeds import innermost
from dateline.claims.drafts import Draft
from dateline.claims.labelled import signed, transcribed
from dateline.claims.languages import unread
from dateline.claims.making import made
from dateline.claims.mended import as_it_is
from dateline.claims.narration import captions, narration
from dateline.claims.nominal import nominal
from dateline.claims.parents import nested
from dateline.claims.quoted import Quotations
from dateline.claims.rejoined import rejoined
from dateline.claims.running import run_on
from dateline.claims.tagging import Tagged, tag
from dateline.model import Anatomy, Claim
from dateline.text import analyse
from dateline.text.mending import Mended
from dateline.text.paragraphs import Range
from dateline.text.restored import MARKS_LOST, with_marks


def claims_of(anatomy: Anatomy, today: Today | None = None) -> tuple[Claim, ...]:
    """Every claim of a report, in text order; none where its language is not read.

    Whether it is read says :func:`dateline.claims.languages.unread`. ``today`` is the day of the
    dispatch where it is known better than from this report alone.
    """
    if unread(anatomy):
        return ()
    report = anatomy.report
    mended = Mended.of(report.text)
    whole = _restored(
        anatomy if mended.text == report.text else analyse(replace(report, text=mended.text))
    )
    found = _claims(whole, today)
    return found if whole is anatomy else as_it_is(found, mended, report.text)


def _restored(anatomy: Anatomy) -> Anatomy:
    """With the marks that the text has lost; as it is where it has lost none."""
    report = anatomy.report
    lost = {d.kind for d in anatomy.damage}
    if lost.isdisjoint(MARKS_LOST):
        return anatomy
    text = with_marks(report.text, [(s.start, s.end) for s in anatomy.body], lost)
    return anatomy if text == report.text else replace(anatomy, report=replace(report, text=text))


def _claims(anatomy: Anatomy, today: Today | None) -> tuple[Claim, ...]:
    quotes = Quotations(anatomy.report.text)
    sentences = _tagged(anatomy, quotes)
    drafts = _attributed(sentences, quotes)
    drafts += [*narration(sentences, drafts), *captions(anatomy)]
    drafts.sort(key=lambda d: (d.start, -d.content[1]))
    today = today or today_of(anatomy)
    claims = tuple(made(anatomy, sentences, quotes, drafts, today))
    return anchored(innermost(claims), today.day if today else None)


def _tagged(anatomy: Anatomy, quotes: Quotations) -> list[Tagged]:
    """The sentences of the body with their words' letters."""
    text, opens, closes = anatomy.report.text, quotes.opens, quotes.closes
    return [
        tag(text, start, end, opens, closes, inside=quotes.around(start) is not None)
        for start, end in rejoined(text, ((s.start, s.end) for s in anatomy.body))
    ]


def _attributed(sentences: list[Tagged], quotes: Quotations) -> list[Draft]:
    """What somebody says, by every rule; where two rules take one verb, by the first."""
    found = []
    for n, s in enumerate(sentences):
        by_cue: dict[Range | None, Draft] = {}
        for draft in (*reporting(s), *according(s), *nominal(s), *signed(s)):
            draft.sentence = n
            by_cue.setdefault(draft.cue, draft)
        found.append(list(by_cue.values()))
    spoken = [*transcribed(sentences)]
    drafts = [d for d in run_on(sentences, found, quotes) if d.cue or not _within(d, spoken)]
    return nested(sorted([*drafts, *spoken], key=lambda d: d.start))


def _within(draft: Draft, others: list[Draft]) -> bool:
    """Whether a content is told by another draft too."""
    start, end = draft.content
    return any(d.content[0] < end and start < d.content[1] for d in others)
