"""Sentences that a question or a call inside quotation marks has cut: "“Why?” Kestrel asked."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.claims.lexicon.verbs import FORMS
from dateline.text.fold import DOUBLE_QUOTES
from dateline.text.paragraphs import Range

_CALLS = re.compile(rf"[?!…][{DOUBLE_QUOTES}’']+$")
_SPEAKS = re.compile(
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}(?:, [^,“\"]{2,60},)? (\w+)(?P<rest>.*)"
)
# Nothing else is said behind the verb: when, where, how and to whom may stand there.
_SAYS_MORE = re.compile(
    rf"\W*(?:that|the|a|an|it|he|she|they|his|her|their|there|we|I|you|[{DOUBLE_QUOTES}:])\b"
    rf"|.*\b(?:was|were|is|are|had|has|have|would|will)\b"
)


def rejoined(text: str, sentences: Iterable[Range]) -> Iterator[Range]:
    """The ranges of sentences, a call with the clause of its speaker as one."""
    before: Range | None = None
    for start, end in sentences:
        if before and _speaks(text, before, start, end):
            before = before[0], end
            continue
        if before:
            yield before
        before = start, end
    if before:
        yield before


def _speaks(text: str, before: Range, start: int, end: int) -> bool:
    """Whether a sentence only tells who speaks the call that ends the one before."""
    if text[before[1] - 1].isalnum() or "\n" in text[before[1] : start]:
        return False
    if not _CALLS.search(text, *before) or not (clause := _SPEAKS.match(text, start, end)):
        return False
    verb, form = FORMS.get(clause[1], (None, ""))
    told = verb is not None and verb.strong and form in ("f", "s") and "c" in verb.frames
    return told and not _SAYS_MORE.match(clause["rest"])
