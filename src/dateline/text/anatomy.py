"""A report taken apart: sentences with their roles, in text order, and the damage noticed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Anatomy, Report, Role, Sentence
from dateline.text.boilerplate import copyright_notice, inline
from dateline.text.captions import labelled
from dateline.text.damage import damage
from dateline.text.datelines import opens_lead
from dateline.text.fold import mend
from dateline.text.furniture import whole
from dateline.text.head import head
from dateline.text.headlines import is_label, repeated_title, title_cased
from dateline.text.mending import Mended
from dateline.text.paragraphs import Range, is_finished, paragraphs, trim
from dateline.text.pieces import Piece, skip_space
from dateline.text.repeats import mark_repeats
from dateline.text.sentences import sentences
from dateline.text.stamps import stamp
from dateline.text.tail import tail

# Where most paragraphs end like sentences, one that does not is a headline or a caption.
_FINISHED_SHARE = 0.6
_CROSSHEAD_WORDS = 6
_CAPTION_SENTENCES = 2
_STANDFIRST_WORDS = 60
_HEAD_PARAGRAPHS = 5
_HEAD_WORDS = 45
_PROSE_START = re.compile(
    r"""[•*·▪■●►–-]\s(?!.{1,60}\s[–-]$)|[“"]\s?\S+(?:\s\S+){8}|(?:However|But|And|Meanwhile|Although|Still|Instead)\b"""
)


def analyse(report: Report) -> Anatomy:
    """Find the furniture, the body sentences and the damage of a report.

    Nothing is deleted: every stretch of ``report.text`` that holds a letter or digit is in exactly
    one of ``sentences``, whose ranges are in text order and do not overlap.
    """
    text, mended = report.text, Mended.of(report.text)
    found = enumerate(_with_body(_pieces(mended.text, mend(report.title))))
    placed = ((n, mended.back(s), mended.back(e), role) for n, (s, e, role) in found)
    numbered = tuple(Sentence(n, s, e, text[s:e], role) for n, s, e, role in placed)
    return Anatomy(report, numbered, damage(text))


def _pieces(text: str, title: str) -> list[Piece]:
    """What a text consists of, in text order."""
    pieces = mark_repeats(text, list(_Walk(text, title).pieces()))
    return [(*at, role) for s, e, role in pieces if (at := _worded(text, s, e))]


def _with_body(pieces: list[Piece]) -> list[Piece]:
    """The pieces; where all are furniture, headlines and captions are all that the report says."""
    if any(role == "body" for _, _, role in pieces):
        return pieces
    return [(s, e, "body" if r in ("headline", "caption") else r) for s, e, r in pieces]


def _worded(text: str, start: int, end: int) -> Range | None:
    """The trimmed range, if it holds a letter or digit."""
    at = trim(text, start, end)
    return at if at and any(c.isalnum() for c in text[slice(*at)]) else None


class _Walk:
    """One pass over the paragraphs of a text, from the head through the body to the tail."""

    def __init__(self, text: str, title: str) -> None:
        self.text, self.title = text, title
        self.parts = paragraphs(text)
        self.alone = len(self.parts) == 1
        self.whole = [self._whole(*part) for part in self.parts]
        for n, part in enumerate(self.parts[:_HEAD_PARAGRAPHS]):
            if self.whole[n] and repeated_title(text, *part, title) > part[0]:
                self.whole[n] = []
        self.ends_well = self._ends_well()
        self.lead = self._lead()
        self.last = max((n for n, w in enumerate(self.whole) if not w), default=0)
        self.notice = self._notice()

    def _whole(self, start: int, end: int) -> list[Piece]:
        """The pieces of a paragraph that is furniture from end to end; the only one never is."""
        if self.alone:
            return []
        stamped = stamp(self.text, start, end)
        if stamped == end:
            return [(start, end, "boilerplate")]
        return whole(self.text, start, end) if stamped == start else []

    def _ends_well(self) -> bool:
        finished = sum(is_finished(self.text, *part) for part in self.parts)
        return len(self.parts) > 2 and finished >= _FINISHED_SHARE * len(self.parts)

    def _lead(self) -> int:
        """The first paragraph that may be body: a dateline shows what stands before it."""
        words = 0
        for n, part in enumerate(self.parts[:_HEAD_PARAGRAPHS]):
            if n and (opens_lead(self.text, *part) or (n == 1 and is_label(self.text, *part))):
                return n
            words += 0 if self.whole[n] else len(self.text[slice(*part)].split())
            if words > _HEAD_WORDS:
                break
        return int(len(self.parts) > 1 and title_cased(self.text, *self.parts[0]))

    def _notice(self) -> int:
        """The paragraph with the copyright notice behind which only the site speaks."""
        count = len(self.parts)
        for n in range(count - 1, count // 2, -1):
            if self.whole[n] and copyright_notice(self.text, *self.parts[n]) is not None:
                return n
        return count

    def pieces(self) -> Iterator[Piece]:
        """All pieces in text order."""
        in_head = True
        for n in range(len(self.parts)):
            found = list(self._paragraph(n, in_head))
            in_head = in_head and all(role != "body" for _, _, role in found)
            yield from found

    def _paragraph(self, n: int, in_head: bool) -> Iterator[Piece]:
        start, end = self.parts[n]
        if n > self.notice:
            yield from self._sentences(start, end, "boilerplate")
        elif self.whole[n]:
            yield from self._in_sentences(self.whole[n])
        else:
            yield from self._mixed(n, in_head)

    def _mixed(self, n: int, in_head: bool) -> Iterator[Piece]:
        """Head furniture, sentences and tail furniture of one paragraph."""
        start, end = self.parts[n]
        opening = list(head(self.text, start, end, self.title)) if in_head else []
        yield from opening
        if opening:
            start = skip_space(self.text, opening[-1][1], end)
            if rest := self._whole(start, end):
                yield from self._in_sentences(rest)
                return
        is_lead = any(role == "dateline" for _, _, role in opening)
        closing = list(tail(self.text, start, end))[::-1] if n >= self.last else []
        end = closing[0][0] if closing else end
        if at := trim(self.text, start, end):
            yield from self._sentences(*at, "body" if is_lead else self._role(n, *at, in_head))
        yield from closing

    def _in_sentences(self, pieces: list[Piece]) -> Iterator[Piece]:
        for start, end, role in pieces:
            yield from self._sentences(start, end, role)

    def _sentences(self, start: int, end: int, role: Role) -> Iterator[Piece]:
        for first, last in sentences(self.text, start, end):
            yield from (
                _split_body(self.text, first, last) if role == "body" else [(first, last, role)]
            )

    def _role(self, n: int, start: int, end: int, in_head: bool) -> Role:
        """Body, unless the paragraph stands among finished ones as headlines and captions do."""
        if n < self.lead:
            return "headline"
        if not self.ends_well or n >= self.last:
            return "body"
        if is_finished(self.text, start, end) and not is_label(self.text, start, end):
            return "body"
        words = len(self.text[start:end].split())
        if words > _STANDFIRST_WORDS or self._is_prose(start, end):
            return "body"
        return "headline" if in_head or words < _CROSSHEAD_WORDS else "caption"

    def _is_prose(self, start: int, end: int) -> bool:
        """Whether a paragraph without its stop is an item, a quotation, or goes on the story."""
        if _PROSE_START.match(self.text, start, end):
            return True
        return len(sentences(self.text, start, end)) > _CAPTION_SENTENCES


def _split_body(text: str, start: int, end: int) -> list[Piece]:
    """A sentence of the body, without what the site has run into its start."""
    if text[start] not in "[CEHIMST":
        return [(start, end, "body")]
    if pieces := labelled(text, start, end):
        return pieces
    at = inline(text, start, end)
    rest: list[Piece] = [(at, end, "body")]
    return [(start, at, "boilerplate"), *rest] if at > start else rest
