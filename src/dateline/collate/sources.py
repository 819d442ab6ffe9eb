"""Attribution: who said it, named on one side only while what was said is on both."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.collate.findings import Findings
from dateline.collate.lexicon import FUNCTION, HEARSAY, REPORTING
from dateline.collate.side import Side
from dateline.text import tokenize

_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})


def note_sources(out: Findings, words_a: Sequence[int], words_b: Sequence[int]) -> None:
    """Note the words that attribute the row on one side, where the other has none that do.

    A quotation stays attributed by its marks, so that its row is passed over.
    """
    in_a, in_b = _attributes(out.a, words_a), _attributes(out.b, words_b)
    if in_a == in_b or _is_quoted(*((out.b, words_b) if in_a else (out.a, words_a))):
        return
    for edit in out.edits:
        span = edit.a if in_a else edit.b
        if edit.kind in {"shortened", "extended", "reworded"} and span and _tells(span.text):
            words = _cue(span.text)
            out.sources.append((words, "") if in_a else ("", words))


def _attributes(side: Side, words: Sequence[int]) -> bool:
    return any(side.keys[i] in REPORTING or side.keys[i] in HEARSAY for i in words)


def _is_quoted(side: Side, words: Sequence[int]) -> bool:
    return 2 * sum(side.quoted[i] for i in words) >= len(words)


def _cue(words: str) -> str:
    """Up to the "that" which what was said follows."""
    tokens = tokenize(words)
    for n, key in enumerate(tokens.keys[1:], 1):
        if key == "that" and tokens.keys[n - 1] in REPORTING:
            return words[: tokens.ends[n - 1]]
    return words


def _tells(words: str) -> bool:
    """Whether words name a source: a cue with a speaker, or one that needs none."""
    keys = tokenize(words).keys
    if HEARSAY.intersection(keys):
        return True
    speaker = [k for k in keys if k in _PRONOUNS or (k not in FUNCTION and k not in REPORTING)]
    return bool(speaker) and not REPORTING.isdisjoint(keys)
