"""What a text lost on its way, judged from the text alone.

Each kind needs a trace that intact prose does not leave; absence alone is never damage. What only a
sister version can show (marks that it has and this text has not) is found by collation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.model import Damage, Span
from dateline.text.fold import APOSTROPHES, DOUBLE_QUOTES

_EXAMPLES = 3
_QUOTES = re.compile(rf"[{DOUBLE_QUOTES}]|(?<!\w)[‘'`]\w|\w[.,!?]?[’'](?!\w)")
_APOSTROPHE = re.compile(rf"\w[{APOSTROPHES}]\w")
# "the army s advance", "it didn t": a space where the apostrophe was.
_SPACED = re.compile(r"\b[^\W\d_]{2,} (?:s|t|re|ve|ll)\b(?=[\s.,;:)])")
# "the armys advance" cannot be told from a plural, but these forms exist with an apostrophe only.
_FUSED = re.compile(
    r"\b(?:(?:did|does|do|could|would|should|is|was|were|are|has|have|had)nt|theyre|theyve|weve|ive"
    r"|youre|thats|[a-z]+[^\Waeiou\d]ys)\b",
    re.IGNORECASE,
)
# "Syrias war" beside "Syria".
_NAME_S = re.compile(r"\b([A-Z][a-z]+[ay])s\b(?= [a-z])")
# A mark was taken out and its spaces were left: "in Syria , it said", "the  caliphate  fell".
_GAP = re.compile(r"\w +,(?=\s+\w)|(?<=\w)  +(?=\w)")
_TOKENISED = re.compile(r" [.,](?:\s|$)")
_GLUED = re.compile(r"[a-z]{2}[.!?][\"”’')]*[A-Z][a-z]")
_LOST = re.compile("�")


def damage(text: str) -> tuple[Damage, ...]:
    """The kinds of damage that the text itself shows, each with its first examples."""
    found = [
        _quotes_lost(text),
        _apostrophes_lost(text),
        _commas_lost(text),
        _kind("sentences joined", text, _GLUED.finditer(text)),
        _kind("characters lost", text, _LOST.finditer(text)),
    ]
    return tuple(d for d in found if d)


def has_quotes(text: str) -> bool:
    """Whether the text has quotation marks of any style."""
    return bool(_QUOTES.search(text))


def _kind(kind: str, text: str, matches: Iterable[re.Match[str]]) -> Damage | None:
    spans = [Span.of(text, *m.span()) for m in matches]
    return Damage(kind, len(spans), tuple(spans[:_EXAMPLES])) if spans else None


def _is_tokenised(text: str) -> bool:
    """Whether every mark stands apart, as in corpora cut into words."""
    return len(_TOKENISED.findall(text)) > 0.5 * max(1, text.count(".") + text.count(","))


def _quotes_lost(text: str) -> Damage | None:
    if has_quotes(text) or _is_tokenised(text):
        return None
    return _kind("quotation marks lost", text, _GAP.finditer(text))


def _apostrophes_lost(text: str) -> Damage | None:
    if _APOSTROPHE.search(text) or _is_tokenised(text):
        return None
    names = (m for m in _NAME_S.finditer(text) if re.search(rf"\b{m[1]}\b", text))
    matches = [*_SPACED.finditer(text), *_FUSED.finditer(text), *names]
    return _kind("apostrophes lost", text, sorted(matches, key=lambda m: m.start()))


_LONG_WORDS = 150


def _commas_lost(text: str) -> Damage | None:
    """Prose of many words in Latin script with full stops but not one comma."""
    if "," in text or len(text.split()) < _LONG_WORDS or not re.search(r"[a-z]\. ", text):
        return None
    # Two names or numbers in a row where a list or an apposition had its comma.
    return _kind("commas lost", text, re.finditer(r"(?<=[a-z]) [A-Z]\w+ [A-Z]\w+ (?=[a-z])", text))
