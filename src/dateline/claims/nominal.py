"""Claims that a noun carries: "the minister's claim that …", "reports by residents that …"."""

from __future__ import annotations

import re

from dateline.claims.drafts import Draft
from dateline.claims.lexicon.nouns import NOUNS
from dateline.claims.phrases import phrase_after
from dateline.claims.tagging import Tagged
from dateline.text.paragraphs import Range

_NOUNS = frozenset(NOUNS)
_CLOSED = re.compile(r",[dnN#]+C[.]?$")  # "…, the mayor said."
_OWNERS = frozenset({"his", "her", "its", "their", "my", "our", "your"})


def nominal(s: Tagged) -> list[Draft]:
    """The claims of a sentence that are told by a noun and the clause or infinitive behind it."""
    if _NOUNS.isdisjoint(s.words):
        return []
    nouns = [
        at
        for at, word in enumerate(s.words)
        if word in _NOUNS and s.tags[at] in "nC" and not s.quoted[at]
    ]
    return [draft for at in nouns if (draft := _draft(s, at))]


def _draft(s: Tagged, at: int) -> Draft | None:
    behind, speaker = _speaker_behind(s, at + 1)
    modality = NOUNS[s.words[at]]
    begins = s.tags[behind : behind + 2]
    infinitive = (
        begins[:1] == "t"
        and modality in {"planned", "asked", "warned"}
        and begins[1:] in ("n", "C", "a")
    )
    if not infinitive and (begins[:1] != "T" or begins[1:] in ("v", "a", "C", "")):
        return None
    source = speaker or _owner(s, at)
    start = behind if infinitive else behind + 1
    end = _end(s, start)
    if source is None or end <= start:
        return None
    return Draft("noun", 0.7, source, s.cut(at, at + 1), s.cut(start, end), modality)


def _speaker_behind(s: Tagged, at: int) -> tuple[int, Range | None]:
    """Who stands between the noun and its clause: "a claim by the army that"."""
    if s.words[at : at + 1] in (["by"], ["from"]):
        end = phrase_after(s, at + 1)
        if end > at + 1:
            return end, s.cut(at + 1, end)
    return at, None


def _owner(s: Tagged, at: int) -> Range | None:
    """Whose noun it is: "their claim", "the army's claim"."""
    i = at - 1
    while i >= 0 and s.tags[i] in "nNrv#":
        i -= 1
    if i < 0:
        return None
    if s.tags[i] == "d" and s.words[i] in _OWNERS:
        return s.cut(i, i + 1)
    if s.tags[i] != "S":
        return None
    start = i
    while start > 0 and s.tags[start - 1] in "nNS#":
        start -= 1
    start -= start > 0 and s.tags[start - 1] == "d"
    return s.cut(start, i + 1)


def _end(s: Tagged, start: int) -> int:
    for i in range(start, len(s)):
        if (
            s.tags[i] in ";A"
            or _CLOSED.match(s.tags, i)
            or (s.tags[i] == "," and s.tags[i + 1 : i + 2] in ("A", "G", "w", "b", "a", "v"))
        ):
            return i
    end = len(s)
    while end > start and s.tags[end - 1] in ".,":
        end -= 1
    return end
