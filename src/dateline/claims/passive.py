"""Reporting verbs in the passive: "is believed to have fled", "was accused by the board of
theft"."""

from __future__ import annotations

from dateline.claims.clause import Clause
from dateline.claims.drafting import drafted
from dateline.claims.drafts import Draft
from dateline.claims.phrases import phrase_after
from dateline.claims.tagging import Tagged

_SURE = 0.6
_LINKS = frozenset({"of", "as", "for"})
_CHARGES = frozenset({"of", "for"})


def passive(s: Tagged, clause: Clause, end: int) -> Draft | None:
    """The draft of a passive; its source is whoever is named behind "by", or nobody.

    The content is what follows; the grammatical subject belongs to it, unless it is only "it".
    """
    at = clause.cue.end
    while at < end and s.tags[at] in "rD":
        at += 1
    speaker = None
    if s.words[at : at + 1] == ["by"]:
        stop = phrase_after(s, at + 1)
        speaker, at = (s.cut(at + 1, stop), stop) if stop > at + 1 else (None, at)
    if clause.subject is None or not _opens_content(s, clause, at, end, speaker is not None):
        return None
    at += s.tags[at] == "T" or (speaker is None and s.tags[at] == "f")
    draft = drafted(s, clause, s.cut(at, end), clause.cue.end)
    draft.source, draft.rule, draft.confidence = speaker, "passive", _SURE
    if s.tags[clause.subject.start] not in "hw":
        draft.more.append(s.cut(clause.subject.start, clause.subject.end))
    return draft


def _opens_content(s: Tagged, clause: Clause, at: int, end: int, spoken: bool) -> bool:
    """Whether an infinitive, a that, a charge, or behind a named speaker a reason follows."""
    if at + 1 >= end:
        return False
    strong = clause.cue.verb.strong
    if s.tags[at] == "t":  # "was reported to the board" is none
        told = strong and clause.cue.verb.modality == "said"
        return s.tags[at + 1] in ("aCv" if told else "naCvr")
    links = _LINKS if spoken else _CHARGES if strong else ()
    return s.tags[at] == "T" or s.words[at] in links
