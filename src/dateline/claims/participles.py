"""Reporting verbs in -ing: whose words they tell is seen from the clause that they hang on."""

from __future__ import annotations

from dateline.claims.clause import Clause
from dateline.claims.cues import Cue, cues
from dateline.claims.lexicon.settings import DOCUMENTS, ISSUES
from dateline.claims.phrases import FINITE, NOMINAL, Phrase, phrase_after
from dateline.claims.settled import group_start
from dateline.claims.subjects import subject_before
from dateline.claims.tagging import Tagged


def participle(s: Tagged, cue: Cue, before: list[Clause]) -> Clause | None:
    """A form in -ing: its subject is that of the clause that it hangs on, or a document."""
    at = cue.at
    if at and s.tags[at - 1] == "c" and before and before[-1].cue.form == "g":
        return None  # "calling on … and urging …" is one statement
    edge = at - (s.tags[at - 1 : at] == ",") if at else 0
    if s.words[at - 1 : at] == ["as"] and (quoted := _quoted_as(s, at - 1)):
        return quoted
    if at and s.tags[at - 1] in NOMINAL:
        return _by_document(s, cue, before)
    if before and not before[-1].cue.passive:
        return Clause(cue, before[-1].subject, edge, shared=True)
    governor = next((i for i in range(at) if s.tags[i] in "vaC" and _starts_group(s, i)), -1)
    subject = subject_before(s, group_start(s.tags, governor)) if governor > 0 else None
    return Clause(cue, subject, edge, shared=True) if subject else None


def _quoted_as(s: Tagged, at: int) -> Clause | None:
    """ "She was quoted as saying", "the agency quoted her as saying": whoever is quoted speaks."""
    quoted = next(
        (i for i in range(at - 1, -1, -1) if s.words[i] in {"quoted", "cited", "quotes"}), -1
    )
    if quoted < 0:
        return None
    (cue,) = [c for c in cues(s) if c.at == at + 1]
    if quoted + 1 < at and s.tags[quoted + 1] != "p":
        end = phrase_after(s, quoted + 1)
        return Clause(cue, Phrase(quoted + 1, end, end), cue.at, shared=True)
    subject = subject_before(s, group_start(s.tags, quoted))
    first = subject is not None and s.words[at + 2 : at + 3] in ([], ["."], ["by"])
    return Clause(cue, subject, cue.at, shared=not first) if subject else None


def _starts_group(s: Tagged, i: int) -> bool:
    return i > 0 and s.tags[i - 1] in "nNSho)d#,D"


def _by_document(s: Tagged, cue: Cue, before: list[Clause]) -> Clause | None:
    """ "leaflets calling on …": the document speaks, unless somebody issues it there."""
    verb = next((i for i in range(cue.at - 1, 0, -1) if s.tags[i] in FINITE), -1)
    noun = next((i for i in range(cue.at - 1, verb, -1) if s.words[i] in DOCUMENTS), -1)
    if noun < 0:
        told = before and before[-1].cue.verb.strong and not before[-1].cue.passive
        if s.tags[cue.at - 1] == "N" and not told and (named := subject_before(s, cue.at)):
            return Clause(cue, named, cue.at, shared=True)
        if before and s.tags[cue.at - 1] in "nN" and not before[-1].cue.passive:
            return Clause(cue, before[-1].subject, cue.at, shared=True)
        return None
    if s.words[verb] in ISSUES and verb > 0 and (issuer := subject_before(s, verb)):
        return Clause(cue, issuer, cue.at, shared=True)
    if s.tags[0] == "p" and "," in s.tags[cue.at :] and not before:
        return None  # "In a statement welcoming the truce, the ministry said": the frame of another
    start = noun
    while start > 0 and s.tags[start - 1] in "nNS#d":
        start -= 1
    return Clause(cue, Phrase(start, noun + 1, noun + 1), cue.at, shared=True)
