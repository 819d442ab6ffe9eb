"""Captions that do not belong to the text around them: another agency's, or of another event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.collate.lexicon import DAYS, FUNCTION, MONTHS
from dateline.lineage.credits import possessive
from dateline.model import Comparison, Sentence
from dateline.text import fold
from dateline.text.agencies import agencies_in

_NAME = re.compile(r"(?<![\w.])[^\W\d_a-zß-öø-ÿ][\w'’-]+")
_SIGNED = re.compile(
    r"\(([^()]{2,40}?)(?:\s+(?:file\s+)?(?:photo|image|picture)s?)?\)", re.IGNORECASE
)
_FOREIGN = 0.5  # share of a caption's names that the body must lack
_NAMES = 2
_SHOWN = 4


def caption_notes(c: Comparison, origin: str | None) -> tuple[str, ...]:
    """What is to be said of the captions that only one side has, one plain sentence each.

    A caption is of another event as far as its names tell: at least half of them, and two, stand
    nowhere in that report's body.
    """
    out: list[str] = []
    for side, mine, theirs in (
        ("a", c.sentences_a, c.sentences_b),
        ("b", c.sentences_b, c.sentences_a),
    ):
        known = {fold(s.text) for s in theirs}
        for caption in mine:
            if caption.role == "caption" and fold(caption.text) not in known:
                out += _notes(side, caption, mine, origin)
    return tuple(out)


def _notes(
    side: str, caption: Sentence, sentences: Sequence[Sentence], origin: str | None
) -> Iterator[str]:
    credit = _credit(caption, sentences)
    if credit and origin and fold(credit) != fold(origin):
        yield f"the caption in {side} is {possessive(credit)}, the text {possessive(origin)}"
    names = _names(caption.text)
    body = {w for s in sentences if s.role == "body" for w in _words(s.text)}
    lacking = [n for n in names if fold(n) not in body]
    if len(lacking) >= _NAMES and len(lacking) >= _FOREIGN * len(names):
        shown = ", ".join(lacking[:_SHOWN])
        yield f"the caption in {side} names what its body does not: {shown}"


def _credit(caption: Sentence, sentences: Sequence[Sentence]) -> str | None:
    """The agency that the credit behind a caption names."""
    after = next((s for s in sentences if s.n == caption.n + 1 and s.role == "credit"), None)
    if after is None:
        return None
    known = agencies_in(after.text)
    signed = _SIGNED.search(after.text)
    return known[0] if known else signed.group(1) if signed else None


def _names(text: str) -> list[str]:
    """Capitalised words, the first aside, each once."""
    found = _NAME.findall(text)[1:] if _NAME.match(text) else _NAME.findall(text)
    loose = FUNCTION | DAYS | MONTHS.keys()
    return [n for n in dict.fromkeys(found) if fold(n) not in loose]


def _words(text: str) -> list[str]:
    return [fold(w) for w in re.findall(r"[\w'’-]+", text)]
