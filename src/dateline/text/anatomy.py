"""A report taken apart: sentences with their roles, in text order, and the damage noticed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.model import Anatomy, Report, Role, Sentence
from dateline.text import furniture
from dateline.text.damage import damage
from dateline.text.furniture import Piece
from dateline.text.sentences import Range, paragraphs, sentences, trim
from dateline.text.tokens import tokenize

# Where most paragraphs end like sentences, one that does not is a headline or a caption.
_FINISHED_SHARE = 0.6
_CROSSHEAD_WORDS = 6
_HEADLINE_WORDS = 15
_STANDFIRST_WORDS = 60
_REPEAT = 0.8
_OPENING = 5


def analyse(report: Report) -> Anatomy:
    """Find the furniture, the body sentences and the damage of a report.

    Nothing is deleted: every stretch of ``report.text`` that holds a letter or digit is in exactly
    one of ``sentences``, whose ranges are in text order and do not overlap.
    """
    text = report.text
    pieces = _with_repeats(text, _split_at_recurrence(text, list(_pieces(text, report.title))))
    trimmed = [(at, role) for s, e, role in pieces if (at := trim(text, s, e))]
    numbered = tuple(Sentence(n, s, e, text[s:e], role) for n, ((s, e), role) in enumerate(trimmed))
    return Anatomy(report, numbered, damage(text))


def _pieces(text: str, title: str) -> Iterator[Piece]:
    parts = paragraphs(text)
    ends_well = _paragraphs_end_well(text, parts)
    last = _last_of_body(text, parts)
    in_head = True
    for n, (start, end) in enumerate(parts):
        if in_head and (at := furniture.stamp(text, start, end)) > start:
            yield (start, at, "boilerplate")
            start = _skip_space(text, at, end)
        if pieces := furniture.whole(text, start, end):
            yield from _by_sentence(text, pieces)
            continue
        tail: list[Piece] = []
        if in_head:
            head = list(_head(text, start, end, title, stamped=start > parts[n][0]))
            yield from head
            start = head[-1][1] if head else start
        if n >= last:
            tail = list(furniture.tail(text, start, end))[::-1]
            end = tail[0][0] if tail else end
        if trim(text, start, end):
            role = _role(text, start, end, in_head, ends_well and n < last)
            yield from _by_sentence(text, [(start, end, role)])
            in_head = in_head and role != "body"
        yield from tail


def _paragraphs_end_well(text: str, parts: list[Range]) -> bool:
    finished = sum(furniture.is_finished(text, *part) for part in parts)
    return len(parts) > 2 and finished >= _FINISHED_SHARE * len(parts)


def _last_of_body(text: str, parts: list[Range]) -> int:
    """The number of the last paragraph that is not furniture from end to end."""
    numbers = (n for n in range(len(parts) - 1, -1, -1) if not furniture.whole(text, *parts[n]))
    return next(numbers, 0)


def _role(text: str, start: int, end: int, in_head: bool, may_be_title: bool) -> Role:
    if not may_be_title or furniture.is_finished(text, start, end):
        return "body"
    words = len(text[start:end].split())
    if words > _STANDFIRST_WORDS:
        return "body"
    return "headline" if in_head or words < _CROSSHEAD_WORDS else "caption"


def _by_sentence(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    for start, end, role in pieces:
        for first, last in _sentences(text, start, end):
            yield (first, last, role)


# --- the head ---------------------------------------------------------------------------------


def _head(text: str, start: int, end: int, title: str, stamped: bool) -> Iterator[Piece]:
    """Furniture at the start of a paragraph, each piece beginning where the one before ended."""
    peeled: set[str] = {"boilerplate"} if stamped else set()
    while piece := _first_piece(text, start, end, title, peeled):
        yield from piece
        peeled |= {role for _, _, role in piece}
        start = _skip_space(text, piece[-1][1], end)


def _first_piece(
    text: str, start: int, end: int, title: str, peeled: set[str]
) -> list[Piece] | None:
    if start >= end:
        return None
    if (at := furniture.stamp(text, start, end)) > start:
        return [(start, at, "boilerplate")]
    if "headline" not in peeled and (at := _title_end(text, start, end, title)) > start:
        return [(start, at, "headline")]
    if "dateline" in peeled:
        return None
    if (at := furniture.dateline(text, start, end, bool(peeled))) > start:
        return [(start, at, "dateline")]
    return (
        _behind_headline(text, start, end)
        or _captioned(text, start, end)
        or (_short_sentence(text, start, end, peeled) if peeled else None)
    )


def _title_end(text: str, start: int, end: int, title: str) -> int:
    """Where the report's own title ends if the text begins by repeating it, else ``start``."""
    wanted = tokenize(title).keys
    if len(wanted) < 4:
        return start
    here = tokenize(text, start, min(end, start + 2 * len(title) + 40))
    same = 0
    while same < min(len(wanted), len(here)) and wanted[same] == here.keys[same]:
        same += 1
    if same < max(4, _REPEAT * len(wanted)) and not (same >= 6 and same >= 0.6 * len(wanted)):
        return start
    closing = re.compile(r"[\s.!?\"”’')]*[.!?][\"”’')]*").match(text, here.ends[same - 1], end)
    return closing.end() if closing else here.ends[same - 1]


_Mark = Callable[[str, int, int], Range | None]
_MARKS: tuple[tuple[_Mark, Role], ...] = (
    (furniture.late_dateline, "dateline"),
    (furniture.late_stamp, "boilerplate"),
    (furniture.late_credit, "credit"),
)


def _behind_headline(text: str, start: int, end: int) -> list[Piece] | None:
    """Headline and mark where a dateline, stamp or credit in the paragraph ends the headline."""
    found = [(at, role) for look, role in _MARKS if (at := look(text, start, end))]
    if not found:
        return None
    at, role = min(found)
    if len(text[start : at[0]].split()) > _STANDFIRST_WORDS:
        return None
    heads: list[Piece] = [(s, e, "headline") for s, e in _sentences(text, start, at[0])]
    return [*heads, (*at, role)]


def _sentences(text: str, start: int, end: int) -> list[Range]:
    return list(sentences(text, start, end)) if trim(text, start, end) else []


def _captioned(text: str, start: int, end: int) -> list[Piece] | None:
    found = furniture.inner_caption(text, start, end)
    return [(*found[0], "caption"), (*found[1], "credit")] if found else None


_NAME = r"[A-Z][\w'’-]+(?:\s(?:al-|el-)?[A-Z][\w'’-]+){1,5}\."


def _short_sentence(text: str, start: int, end: int, peeled: set[str]) -> list[Piece] | None:
    """Behind a stamp: a headline that ends with a full stop, or the names of the writers."""
    found = list(sentences(text, start, min(end, start + 1500)))[:3]
    names = [r for r in found if re.fullmatch(_NAME, text[slice(*r)])]
    if len(found) < 2:
        return None
    first = found[0]
    if first in names:
        return [(*first, "byline")] if "byline" not in peeled else None
    after = next((r for r in found[1:] if r not in names), first)
    words = len(text[slice(*first)].split())
    if "headline" in peeled or words > _HEADLINE_WORDS or words >= len(text[slice(*after)].split()):
        return None
    return [(*first, "headline")]


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


# --- what repeats the lead --------------------------------------------------------------------


def _split_at_recurrence(text: str, pieces: list[Piece]) -> list[Piece]:
    """Cut a head sentence where the opening of an earlier one begins again inside it.

    A standfirst that repeats the lead shows where the lead starts, even where a list of tags runs
    into it without a full stop.
    """
    body = [n for n, piece in enumerate(pieces) if piece[2] == "body"][:4]
    for n in body[:3]:
        opening = tokenize(text, pieces[n][0], pieces[n][1]).keys[:_OPENING]
        for later in body[body.index(n) :]:
            start, end, _ = pieces[later]
            at = _inside(text, start, end, opening)
            if at is not None:
                role: Role = "headline" if later == n else "boilerplate"
                cut: list[Piece] = [(start, at, role), (at, end, "body")]
                return [*pieces[:later], *cut, *pieces[later + 1 :]]
    return pieces


def _inside(text: str, start: int, end: int, opening: tuple[str, ...]) -> int | None:
    here = tokenize(text, start, end)
    if len(opening) < _OPENING:
        return None
    for i in range(1, len(here) - _OPENING):
        if here.keys[i : i + _OPENING] == opening:
            return here.starts[i]
    return None


def _with_repeats(text: str, pieces: list[Piece]) -> list[Piece]:
    """Head sentences that the next sentences repeat are headlines, not body."""
    body = [n for n, piece in enumerate(pieces) if piece[2] == "body"]
    out = list(pieces)
    for k, n in enumerate(body[:2]):
        rest = [piece for piece in pieces[n + 1 :] if piece[2] == "body"][:2]
        if k + 2 < len(body) and _repeated(text, pieces[n], rest):
            out[n] = (pieces[n][0], pieces[n][1], "headline")
        else:
            break
    return out


def _repeated(text: str, piece: Piece, rest: list[Piece]) -> bool:
    words = tokenize(text, piece[0], piece[1]).keys
    if len(words) < _OPENING:
        return False
    grams = {words[i : i + 3] for i in range(len(words) - 2)}
    for start, end, _ in rest:
        later = tokenize(text, start, end).keys
        held = {later[i : i + 3] for i in range(len(later) - 2)}
        if len(grams & held) >= _REPEAT * len(grams):
            return True
    return False
