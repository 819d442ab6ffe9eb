"""A list of topics between standfirst and lead: "Tags Harbour Strike Port City Dock workers …"."""

from __future__ import annotations

import re

from dateline.text.headlines import may_open, opens_lead
from dateline.text.paragraphs import Range, trim
from dateline.text.sentences import sentences
from dateline.text.tokens import Tokens, tokenize

_TAGS = re.compile(r"Tags(?<!\STags)\s(?=[A-Z])")
_RELATED = re.compile(r"Related\s(?=[A-Z\d])")
_REACH = 900
_TAG_WORDS = 18
_RELATED_WORDS = 70
_OPENING = 4


def tags(text: str, start: int, end: int) -> Range | None:
    """The list of topics in the head of a paragraph, where its end can be told.

    The lead behind it repeats the opening of what stands before it, or starts with a word that
    opens sentences, or the list has a full stop of its own.
    """
    match = _TAGS.search(text, start, min(end, start + _REACH))
    if not match:
        return None
    opening = tokenize(text, start, match.start()).keys[:_OPENING]
    words = tokenize(text, match.end(), min(end, match.end() + _REACH))
    at = _recurrence(text, words, opening) or _opener(text, words, _TAG_WORDS)
    if not at:
        at = sentences(text, match.start(), end)[0][1]
        at = at if len(text[match.start() : at].split()) <= _TAG_WORDS else None
    return trim(text, match.start(), at) if at else None


def related(text: str, start: int, end: int) -> int:
    """Where "Related" and the headlines behind it end, if the lead can be told, or ``start``."""
    match = _RELATED.match(text, start, end)
    if not match:
        return start
    words = tokenize(text, match.end(), min(end, match.end() + _REACH))
    return _opener(text, words, _RELATED_WORDS) or start


def _recurrence(text: str, words: Tokens, opening: tuple[str, ...]) -> int | None:
    if len(opening) < _OPENING:
        return None
    places = range(1, len(words) - _OPENING)
    found = (n for n in places if words.keys[n : n + _OPENING] == opening)
    return next((words.starts[n] for n in found if may_open(text, words, n)), None)


def _opener(text: str, words: Tokens, most: int) -> int | None:
    places = range(1, min(most, len(words) - 2))
    return next((words.starts[n] for n in places if opens_lead(text, words, n)), None)
