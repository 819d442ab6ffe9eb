"""The end of a report, taken off piece by piece: credits, sign-offs, links, notices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Role
from dateline.text.agencies import AGENCY
from dateline.text.boilerplate import copyright_notice, is_boilerplate, related_list
from dateline.text.credits import DESK_START, is_credit
from dateline.text.paragraphs import trim
from dateline.text.pieces import Piece
from dateline.text.stamps import STAMP

_REACH = 420
_COPYRIGHT_REACH = 800
_MOST_PIECES = 16
_NAME_WORDS = 8

# A full stop with its closing marks, behind which a fragment may stand.
_STOP = re.compile(
    rf"(?<!\b[A-Z])[.!?…][\"”’')\]]*+(?:\s++(?=\S)|(?=[-–—]{{1,2}}\s?(?i:{AGENCY})))"
)
# What opens furniture even without a full stop before it.
_OPENINGS = re.compile(
    rf"(?:(?<=\s)(?:(?<!;\s){DESK_START}|Our Standards:|Tags\s"
    rf"|Source:? (?:{AGENCY}|[A-Z]\w+ and agencies)|\((?:Source|With|Reporting|Editing)\b"
    rf"|[-–—]{{1,2}}(?i:{AGENCY})|Last [Uu]pdated?:"
    r"|(?:\d{1,6} )?Related (?:[A-Z]\w+ ){2}|Read (?:Also|More|Next)\b))|(?<=\)\s)(?=\S)"
)
_SIGN_OFF = re.compile(r"[A-Z][A-Z/]{1,11}(?:\s\d{1,4})?|[A-Z]\w{1,15}/[A-Z]\w{1,15}")
_COUNTERS = re.compile(r"(?:\d{1,7}|[.…]{1,3})(?:[\s-](?:\d{1,7}|[.…]{1,3})){0,5}")
_NAME = re.compile(r"(?:[A-Z]|al-\w)[\w.'’-]*(?:/[A-Z][\w.'’-]*)*/?|and|[&/]")
_BUTTON = re.compile(r"Twitter|Facebook|Print|Email|Share|Tweet|Comments?|Also|WhatsApp")
_LINKS_WORDS = 9
_LINKS_SHARE = 0.75
_FIGURES_SHARE = 0.2


def tail(text: str, start: int, end: int) -> Iterator[Piece]:
    """Pieces of furniture at the end of a paragraph, last first."""
    listed = related_list(text, start + (end - start) // 2, end)
    if listed:
        yield from _listed(text, listed, end)
        end = listed
    notice = _notice(text, start, end)
    if notice:
        yield (notice, end, "boilerplate")
        end = notice
    for _ in range(_MOST_PIECES):
        piece = _last(text, start, end)
        if not piece:
            return
        yield piece
        end = piece[0]


def _listed(text: str, start: int, end: int) -> Iterator[Piece]:
    """A list of other reports, last first, and the source line before it."""
    at = text.index("Related ", start)
    yield (at, end, "boilerplate")
    if source := trim(text, start, at):
        yield (*source, "credit")


def _notice(text: str, start: int, end: int) -> int | None:
    """The start of the sentence with the copyright notice that the text closes with."""
    at = copyright_notice(text, max(start, end - _COPYRIGHT_REACH), end)
    if at is None:
        return None
    cuts = [m.end() for m in _STOP.finditer(text, max(start, at - _REACH), at)]
    return cuts[-1] if cuts else None


def _last(text: str, start: int, end: int) -> Piece | None:
    """The last piece if it is furniture: from the last cut, or from the one before it."""
    for cut in _cuts(text, start, end)[-2:][::-1]:
        at = trim(text, cut, end)
        if at and (role := _role(text[slice(*at)])):
            return (*at, role)
    return None


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets where a last piece may begin, in order."""
    first = max(start, end - _REACH)
    stops = {m.end() for m in _STOP.finditer(text, first, end)}
    openings = {m.start() for m in _OPENINGS.finditer(text, first, end)}
    return sorted(cut for cut in stops | openings if cut > start and text[cut:end].strip())


def _role(piece: str) -> Role | None:
    """The role of a trailing sentence or fragment, if it is furniture."""
    if is_credit(piece):
        return "credit"
    if is_boilerplate(piece) or (STAMP.match(piece) and len(piece) < 90):
        return "boilerplate"
    if _SIGN_OFF.fullmatch(piece) or _COUNTERS.fullmatch(piece) or _BUTTON.fullmatch(piece):
        return "boilerplate"
    words = piece.split()
    if len(words) <= _NAME_WORDS and all(_NAME.fullmatch(w) for w in words):
        return "byline" if len(words) > 1 else "boilerplate"
    return "boilerplate" if _is_link_list(words) else None


def _is_link_list(words: list[str]) -> bool:
    """Whether a fragment without any stop is nearly all capitalised, as lists of headlines are."""
    if len(words) < _LINKS_WORDS or any(w[-1] in ".!?" for w in words if len(w) > 2):
        return False
    if sum(any(c.isdigit() for c in w) for w in words) > _FIGURES_SHARE * len(words):
        return False
    return sum(not w[0].islower() for w in words) >= _LINKS_SHARE * len(words)
