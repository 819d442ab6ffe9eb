"""Photo captions: whole paragraphs, and sentences that were run into the body."""

from __future__ import annotations

import re

from dateline.text.agencies import AGENCY
from dateline.text.credits import PHOTO_CREDIT, PHOTO_WORDS
from dateline.text.paragraphs import Range, trim
from dateline.text.pieces import Piece
from dateline.text.sentences import sentences

_START = re.compile(
    r"(?:FILE(?: PHOTO| PICTURE)?\s?[-–—:]|(?:File|Handout|Undated) (?:photo|picture|image)\b"
    r"|(?:Photo|Image|Picture|Pictured)(?: caption)?\s?:|Media caption\b)"
)
# How a widespread layout labels its pictures: "Image copyright Agency Image caption The square …".
_LABELLED = re.compile(
    rf"(?P<credit>Image (?:copyright|source)\s?,? (?:{AGENCY}|[\w./ ]{{1,40}}?))"
    r"(?:,? Image caption,?\s|(?=\s*$))|Image caption,?\s"
)
_CREDIT_AT_END = re.compile(
    rf"(?:{PHOTO_CREDIT}(?:\s{PHOTO_CREDIT}){{0,2}}|(?<=[.?!]\s){AGENCY}/\S.{{0,60}})\s?$"
)
_CREDIT_INSIDE = re.compile(rf"{PHOTO_CREDIT}(?=\s{{1,3}}[\"“(A-Z])")
_NEXT_CREDIT = re.compile(rf"\s{PHOTO_CREDIT}(?=\s)")
_SURELY_PHOTO = re.compile(rf"\b{PHOTO_WORDS}\b|/|,")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_STOP_INSIDE = re.compile(r"[.!?]\s")

_CREDIT_REACH = 140
_LONGEST = 700
_INSIDE_REACH = 900
_LABELLED_WORDS = 60
_BARE_WORDS = 60
_BARE_SENTENCES = 2
_FEWEST_WORDS = 4


def caption(text: str, start: int, end: int) -> list[Piece]:
    """A paragraph that starts or ends as captions do; its credit is a piece of its own."""
    if pieces := labelled(text, start, end):
        return pieces
    credit = _credit_at_end(text, start, end)
    if not credit:
        return [(start, end, "caption")] if _START.match(text, start, end) else []
    at = trim(text, start, credit[0])
    return [*([(*at, "caption")] if at else []), (*credit, "credit")]  # type: ignore[list-item]


def _credit_at_end(text: str, start: int, end: int) -> Range | None:
    """The photo credit that ends a paragraph which is short enough to be a caption."""
    if end - start > _LONGEST:
        return None
    match = _CREDIT_AT_END.search(text, max(start, end - _CREDIT_REACH), end)
    if not match:
        return None
    if not _SURELY_PHOTO.search(match.group()) and not _is_bare_caption(text, start, match.start()):
        return None
    return trim(text, *match.span())


def _is_bare_caption(text: str, start: int, end: int) -> bool:
    """Whether a paragraph before the bare name of an agency is short as captions are."""
    short = len(text[start:end].split()) <= _BARE_WORDS
    return short and len(sentences(text, start, end)) <= _BARE_SENTENCES


def labelled(text: str, start: int, end: int) -> list[Piece]:
    """A sentence that says itself that it is a caption."""
    match = _LABELLED.match(text, start, end)
    if not match or len(text[start:end].split(None, _LABELLED_WORDS)) > _LABELLED_WORDS:
        return []
    pieces: list[Piece] = []
    caption_start = start
    if match["credit"]:
        pieces.append((*match.span("credit"), "credit"))
        caption_start = match.end("credit")
    if at := trim(text, caption_start, end):
        pieces.append((*at, "caption"))
    return pieces


def inner_caption(text: str, start: int, end: int) -> tuple[Range, Range] | None:
    """A caption run into the body: its range and that of the credit that gives it away.

    The caption is the sentence before the credit. Where other sentences stand before it, a bare
    agency is proof only behind a sentence that gives its year, as captions do.
    """
    match = _CREDIT_INSIDE.search(text, start, min(end, start + _INSIDE_REACH))
    if not match or not (before := trim(text, start, match.start())):
        return None
    found = sentences(text, *before)
    first = found[-1]
    if len(text[slice(*first)].split()) < _FEWEST_WORDS:
        return None
    sure = _SURELY_PHOTO.search(match.group()) or _DATED.search(text, *first)
    if len(found) > 1 and not sure:
        return None
    return first, _with_more(text, match.span(), end)


def _with_more(text: str, credit: Range, end: int) -> Range:
    """The credit with the ones behind it: "(Name Surname/Agency) (Agency)"."""
    while more := _NEXT_CREDIT.match(text, credit[1], end):
        credit = (credit[0], more.end())
    return credit
