"""Claims that hang on no verb: "according to …"."""

from __future__ import annotations

from dateline.claims.drafts import Draft
from dateline.claims.lexicon.sources import SPEAKERS, TITLES
from dateline.claims.phrases import phrase_after
from dateline.claims.tagging import Tagged
from dateline.text.wordlist import words

_FINITE = frozenset("vaCH")
_GOES_ON = ("v", "a")
_MANNERS = words(
    """
    type types plan plans schedule location locations size sizes law need needs rank age weight
    height custom tradition taste choice ability merit circumstances
    """
)


def according(s: Tagged) -> list[Draft]:
    """What stands "according to" somebody, before or behind it."""
    at = s.tags.find("A")
    out = []
    while 0 <= at < len(s) - 2:
        if s.tags[at + 1] == "t" and (draft := _draft(s, at)):
            out.append(draft)
        at = s.tags.find("A", at + 1)
    return out


def _draft(s: Tagged, at: int) -> Draft | None:
    first = at + 2 + (s.tags[at + 2 : at + 4] == "Cn")  # "according to show insiders"
    end = phrase_after(s, first)
    if s.tags[end : end + 1] in _GOES_ON:
        end = _split(s, first, end)
    if not _speaks(s, at + 2, end):
        return None
    if s.tags[end : end + 1] == "C" and s.tags[end + 1 : end + 2] in ("", ".", ","):
        end += 1  # "according to local reports"
    content = _content(s, at, end)
    if end == first or content is None:
        return None
    source, cue = s.cut(at + 2, end), s.cut(at, at + 2)
    return Draft("according to", 0.9, source, cue, s.cut(*content))


def _split(s: Tagged, first: int, end: int) -> int:
    """The end of the speaker where no comma parts him from the subject that follows.

    "According to the Ostmere Guild Tazmar is …": behind the last word that names a speaker.
    """
    bodies = (i for i in range(end - 1, first - 1, -1) if s.words[i] in SPEAKERS - TITLES)
    return next(bodies, end - 1) + 1


def _speaks(s: Tagged, first: int, end: int) -> bool:
    """Whether a phrase can be a speaker: not so "according to plan", "to their type"."""
    noun = first + (s.tags[first : first + 1] == "d")
    return noun < end and s.words[noun] not in _MANNERS


def _content(s: Tagged, at: int, end: int) -> tuple[int, int] | None:
    """The clause before "according", or the one behind where none is before."""
    start = max((i + 1 for i in range(at) if _parts(s, i)), default=0)
    while start < at and s.tags[start] in ",;cb-":
        start += 1
    close = at
    while close > start and s.tags[close - 1] in ",-(":
        close -= 1
    if _FINITE & set(s.tags[start:close]):
        return start, close
    last = len(s)
    while last > end and s.tags[last - 1] == ".":
        last -= 1
    begin = end
    while begin < last and s.tags[begin] in ",:-)":
        begin += 1
    return (begin, last) if begin < last else (start, close) if start < close else None


def _parts(s: Tagged, i: int) -> bool:
    """Whether a new clause that can stand alone starts behind word ``i``."""
    return s.tags[i] == ";" or (s.tags[i] == "," and s.tags[i + 1 : i + 2] == "b")
