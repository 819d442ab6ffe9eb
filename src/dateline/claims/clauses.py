"""The reporting clauses of a sentence: each reporting verb with its subject."""

from __future__ import annotations

from dateline.claims.clause import Clause
from dateline.claims.cues import Cue, cues
from dateline.claims.lexicon.sources import SPEAKERS, TITLES
from dateline.claims.participles import participle
from dateline.claims.phrases import FINITE, Phrase, phrase_after, says_something
from dateline.claims.settled import group_start
from dateline.claims.subjects import subject_before
from dateline.claims.tagging import Tagged

_PLURALS = frozenset({"people", "police", "and"})
_SPLITS = frozenset({"as", "while", "although", "though", "whereas"})


def clauses(s: Tagged) -> list[Clause]:
    """The reporting clauses in the order of their verbs."""
    out: list[Clause] = []
    for cue in cues(s):
        if clause := _clause(s, cue, out):
            out.append(clause)
    return out


def _clause(s: Tagged, cue: Cue, before: list[Clause]) -> Clause | None:
    if cue.verb.base == "continue" and s.tags[cue.end : cue.end + 1] == "t":
        return None  # "continued to rise"
    if not cue.finite:
        return participle(s, cue, before)
    if s.tags[max(0, cue.first - 2) : cue.first] == "tn":
        return None  # "is likely to stir fears": a noun behind an infinitive
    if _is_inverted(s, cue):
        end = phrase_after(s, cue.at + 1)
        return Clause(cue, Phrase(cue.at + 1, end, end), cue.first, inverted=True)
    subject = subject_before(s, cue.first)
    if subject:
        if s.words[subject.start] == "you":
            return None  # whoever reads
        return Clause(cue, subject, _edge(s, subject.start))
    at = cue.first - 1
    if at > 0 and s.tags[at] in "cb," and (subject := _shared(s, at, before)):
        return Clause(cue, subject, at - (s.tags[at - 1] == ","), shared=True)
    if cue.verb.strong and cue.form in "fs" and not cue.passive:
        end = phrase_after(s, cue.at + 1)
        if end > cue.at + 1:
            return Clause(cue, Phrase(cue.at + 1, end, end), cue.first, inverted=True)
    return None


def _shared(s: Tagged, at: int, before: list[Clause]) -> Phrase | None:
    """The subject that the verb behind the and at ``at`` has in common with one before it."""
    if before and not before[-1].cue.passive:
        return before[-1].subject
    verb = next((i for i in range(at - 1, 0, -1) if s.tags[i] in FINITE), 0)
    if not verb or s.tags[at] == "," or not set(",;swTq").isdisjoint(s.tags[verb:at]):
        return None
    return subject_before(s, group_start(s.tags, verb))


def _edge(s: Tagged, start: int) -> int:
    """Where the clause of the subject at ``start`` parts from what is before it."""
    at = start - 1
    if at > 0 and (s.tags[at] in "cb;-" or s.words[at] in _SPLITS):
        return at - (s.tags[at - 1] == ",")
    return start if at > 0 and s.tags[at] in ",Q" else 0


def _is_inverted(s: Tagged, cue: Cue) -> bool:
    """Whether the speaker stands behind the verb: "…, said the mayor"."""
    if (
        cue.passive
        or cue.form not in "fsb"
        or cue.verb.frames[0] != "c"
        or cue.at + 1 >= len(s)
        or cue.first == 0
    ):
        return False
    if s.tags[cue.first - 1] not in ",Q-" or s.tags[cue.at + 1] not in "dnNS#h":
        return False
    end = phrase_after(s, cue.at + 1)
    if not _can_speak(s, cue, end):
        return False
    after = s.tags[end : end + 1]
    if s.tags[cue.first - 1] == "Q":
        return True
    return says_something(s, 0, cue.first) and after not in ("v", "a", "C", "r", "T", "q")


def _can_speak(s: Tagged, cue: Cue, end: int) -> bool:
    """Whether the phrase behind a verb can be its subject: not so "…, claimed victory".

    Of a bare form ("say residents") it must be several people.
    """
    first = cue.at + 1
    named = s.words[first:end]
    if cue.form == "b":
        return s.tags[first] != "h" and any(w in _PLURALS or w.endswith("s") for w in named)
    bare = set(s.tags[first:end]) == {"n"}
    known = (w in SPEAKERS or w in TITLES or w.endswith("s") for w in named)
    return not bare or any(known)
