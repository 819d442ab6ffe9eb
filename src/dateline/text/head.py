"""The start of a paragraph in the head of a report, taken off piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.model import Role
from dateline.text.boilerplate import is_boilerplate, toolbar
from dateline.text.bylines import is_byline, is_names, stamped_byline
from dateline.text.captions import inner_caption
from dateline.text.datelines import dateline, late_dateline
from dateline.text.headlines import (
    late_credit,
    late_stamp,
    repeated_title,
    run_in_headline,
    taken_up,
    title_cased,
)
from dateline.text.paragraphs import Range, trim
from dateline.text.pieces import Piece, skip_space
from dateline.text.sentences import sentences
from dateline.text.stamps import stamp
from dateline.text.tags import related, tags

_MOST_STEPS = 12
_HEADLINE_WORDS = 15
_SURE_WORDS = 25
_STANDFIRST_WORDS = 60
_LOOK_AHEAD = 1500

_Mark = Callable[[str, int, int, int], Range | None]
_MARKS: tuple[tuple[_Mark, Role], ...] = (
    (late_dateline, "dateline"),
    (late_stamp, "boilerplate"),
    (late_credit, "credit"),
)


def head(text: str, start: int, end: int, title: str) -> Iterator[Piece]:
    """Pieces at the start of a paragraph, each beginning where the one before ended.

    All are furniture, except sentences of the body that stand before a caption.
    """
    peeled: set[Role] = set()
    for _ in range(_MOST_STEPS):
        if start >= end or "body" in peeled:
            return
        pieces = _first(text, start, end, title, peeled)
        if not pieces:
            return
        yield from pieces
        peeled |= {role for _, _, role in pieces}
        start = skip_space(text, pieces[-1][1], end)


def _first(text: str, start: int, end: int, title: str, peeled: set[Role]) -> list[Piece] | None:
    """The next pieces, or nothing where the lead begins."""
    if (at := stamp(text, start, end)) > start:
        return [(start, at, "boilerplate")]
    if peeled & {"boilerplate", "credit"} and (at := _site_matter(text, start, end)) > start:
        return [(start, at, "boilerplate")]
    if "boilerplate" in peeled and (at := stamped_byline(text, start, end)) > start:
        return [(start, at, "byline")]
    if "headline" not in peeled and (at := repeated_title(text, start, end, title)) > start:
        return [(start, at, "headline")]
    if "dateline" in peeled:
        return None
    if (at := dateline(text, start, end, bool(peeled))) > start:
        return [(start, at, "dateline")]
    return (
        _before_tags(text, start, end)
        or _before_mark(text, start, end, fewest=1 if "headline" in peeled else 3)
        or _before_caption(text, start, end)
        or (_stopped(text, start, end, title, peeled) if peeled else None)
        or _run_in(text, start, end, peeled)
    )


def _site_matter(text: str, start: int, end: int) -> int:
    at = toolbar(text, start, end)
    return at if at > start else related(text, start, end)


def _before_tags(text: str, start: int, end: int) -> list[Piece] | None:
    """Standfirst and topics."""
    found = tags(text, start, end)
    if not found or len(text[start : found[0]].split()) > _STANDFIRST_WORDS:
        return None
    return [*_headlines(text, start, found[0]), (*found, "boilerplate")]


def _before_mark(text: str, start: int, end: int, fewest: int) -> list[Piece] | None:
    """Headline of ``fewest`` words and the dateline, stamp or credit in the paragraph behind it."""
    found = [(at, role) for look, role in _MARKS if (at := look(text, start, end, fewest))]
    if not found:
        return None
    at, role = min(found)
    if len(text[start : at[0]].split()) > _STANDFIRST_WORDS:
        return None
    return [*_headlines(text, start, at[0]), (*at, role)]


def _headlines(text: str, start: int, end: int) -> list[Piece]:
    found = sentences(text, *at) if (at := trim(text, start, end)) else []
    return [piece for first, last in found for piece in _headline(text, first, last)]


def _headline(text: str, start: int, end: int) -> list[Piece]:
    """A headline or a note of the desk, with the byline that may end it."""
    by = max(text.rfind(" By ", start, end) + 1, start)
    names: list[Piece] = [(by, end, "byline")] if is_byline(text[by:end]) else []
    if not (at := trim(text, start, by if names else end)):
        return names
    role: Role = "boilerplate" if is_boilerplate(text[slice(*at)]) else "headline"
    return [(*at, role), *names]


def _before_caption(text: str, start: int, end: int) -> list[Piece] | None:
    """A caption and its credit, with the sentences of the body that stand before them."""
    found = inner_caption(text, start, end)
    if not found:
        return None
    before = trim(text, start, found[0][0])
    body: list[Piece] = [(s, e, "body") for s, e in sentences(text, *before)] if before else []
    return [*body, (*found[0], "caption"), (*found[1], "credit")]


def _stopped(text: str, start: int, end: int, title: str, peeled: set[Role]) -> list[Piece] | None:
    """Behind other furniture: a headline with its full stop, or the names of the writers."""
    found = sentences(text, start, min(end, start + _LOOK_AHEAD))[:3]
    if len(found) < 2:
        return None
    first = found[0]
    if is_names(text[slice(*first)]):
        return [(*first, "byline")] if "byline" not in peeled else None
    after = next((r for r in found[1:] if not is_names(text[slice(*r)])), first)
    words = len(text[slice(*first)].split())
    sure = title_cased(text, *first) or taken_up(text, first, after)
    most = _SURE_WORDS if sure else _HEADLINE_WORDS
    if "headline" in peeled or words > most or words >= len(text[slice(*after)].split()):
        return None
    return [(*first, "headline")]


def _run_in(text: str, start: int, end: int, peeled: set[Role]) -> list[Piece] | None:
    """A headline that runs into the lead without a full stop."""
    if "headline" in peeled or (at := run_in_headline(text, start, end)) <= start:
        return None
    found = trim(text, start, at)
    return [(*found, "headline")] if found else None
