"""Reporting clauses of one sentence: who says, by which verb, and what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.claims.complements import Complement, complement, over_setting
from dateline.claims.cues import Cue, cues
from dateline.claims.drafts import Draft
from dateline.claims.lexicon.settings import DOCUMENTS, ISSUES
from dateline.claims.lexicon.verbs import Verb
from dateline.claims.phrases import NOMINAL, Phrase, phrase_after, subject_before
from dateline.claims.settled import group_start
from dateline.claims.tagging import Tagged
from dateline.model import Modality
from dateline.text.paragraphs import Range

_CLAUSE = 4  # words
_SPLITS = frozenset({"as", "while", "although", "though", "whereas"})
_FINITE = frozenset("vaCH")


@dataclass(slots=True)
class Clause:
    """A cue with its subject; ``edge`` is the word where its clause begins inside the sentence."""

    cue: Cue
    subject: Phrase | None
    edge: int
    shared: bool = False
    inverted: bool = False


def reporting(s: Tagged) -> list[Draft]:
    """The attributions of a sentence by its reporting verbs, in the order of the verbs."""
    clauses = _clauses(s)
    drafts: list[Draft] = []
    done = 0
    for n, clause in enumerate(clauses):
        end = min((c.edge for c in clauses[n + 1 :] if c.edge > clause.cue.at), default=_last(s))
        draft = _draft(s, clause, done, end)
        if draft:
            drafts.append(draft)
            if draft.strong:  # a thought may stand in what a later clause attributes
                ends = [r[1] for r in (draft.cue, draft.content, *draft.more) if r]
                done = max([done, *(_word_after(s, e) for e in ends)])
    return drafts


def _last(s: Tagged) -> int:
    """Behind the last word that is not the full stop."""
    end = len(s)
    while end and s.tags[end - 1] == ".":
        end -= 1
    return end


def _word_after(s: Tagged, offset: int) -> int:
    return next((i for i in range(len(s)) if s.starts[i] >= offset), len(s))


def _clauses(s: Tagged) -> list[Clause]:
    out: list[Clause] = []
    for cue in cues(s):
        if clause := _clause(s, cue, out):
            out.append(clause)
    return out


def _clause(s: Tagged, cue: Cue, before: list[Clause]) -> Clause | None:
    if not cue.finite:
        return _participle(s, cue, before)
    if _is_inverted(s, cue):
        end = phrase_after(s, cue.at + 1)
        return Clause(cue, Phrase(cue.at + 1, end, end), cue.first, inverted=True)
    subject = subject_before(s, cue.first)
    if subject:
        return Clause(cue, subject, _edge(s, subject.start))
    at = cue.first - 1
    if at > 0 and s.tags[at] in "cb," and (subject := _shared(s, at, before)):
        return Clause(cue, subject, at - (s.tags[at - 1] == ","), shared=True)
    return None


def _shared(s: Tagged, at: int, before: list[Clause]) -> Phrase | None:
    """The subject that the verb behind the and at ``at`` has in common with one before it."""
    if before and not before[-1].cue.passive:
        return before[-1].subject
    verb = next((i for i in range(at - 1, 0, -1) if s.tags[i] in _FINITE), 0)
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
        or cue.form not in "fs"
        or cue.verb.frames.startswith("h")
        or cue.at + 1 >= len(s)
        or cue.first == 0
    ):
        return False
    if s.tags[cue.first - 1] not in ",Q-" or s.tags[cue.at + 1] not in "dnNS#h":
        return False
    end = phrase_after(s, cue.at + 1)
    after = s.tags[end : end + 1]
    if s.tags[cue.first - 1] == "Q":
        return True
    told = "o" not in cue.verb.frames or _says_something(s, 0, cue.first)
    return told and after not in ("v", "a", "C", "r", "T", "q")


def _says_something(s: Tagged, start: int, end: int) -> bool:
    """Whether a finite verb stands there outside relative clauses."""
    inside = False
    for letter in s.tags[start:end]:
        inside = letter == "w" or (inside and letter != ",")
        if letter in _FINITE and not inside:
            return True
    return False


def _participle(s: Tagged, cue: Cue, before: list[Clause]) -> Clause | None:
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
    subject = subject_before(s, governor) if governor > 0 else None
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
    return Clause(cue, subject, cue.at, shared=True) if subject else None


def _starts_group(s: Tagged, i: int) -> bool:
    return i > 0 and s.tags[i - 1] in "nNSho)d#,"


def _by_document(s: Tagged, cue: Cue, before: list[Clause]) -> Clause | None:
    """ "leaflets calling on …": the document speaks, unless somebody issues it there."""
    verb = next((i for i in range(cue.at - 1, 0, -1) if s.tags[i] in _FINITE), -1)
    noun = next((i for i in range(cue.at - 1, verb, -1) if s.words[i] in DOCUMENTS), -1)
    if noun < 0:
        if s.tags[cue.at - 1] == "N" and (named := subject_before(s, cue.at)):
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


def _draft(s: Tagged, clause: Clause, done: int, end: int) -> Draft | None:
    cue, subject = clause.cue, clause.subject
    if cue.passive:
        return None
    if behind := _as_told(s, clause):
        return _behind(s, clause, behind, end)
    first = subject is not None and not clause.shared and _content_first(s, clause, done)
    what = None if clause.inverted else complement(s, cue, end)
    if first and (what is None or _quoted_before(s, clause)):
        return _before(s, clause, done, end)
    if what is None and _announces(s, clause):
        draft = _made(s, clause, (s.ends[-1], s.ends[-1]), cue.end)
        draft.rule = "content in the next sentence"
        return draft
    if what is None or what.start >= end:
        return None
    return _behind(s, clause, what, end)


def _announces(s: Tagged, clause: Clause) -> bool:
    """Whether the sentence ends in a colon that this verb governs: "The mayor said:"."""
    tail = s.tags[clause.cue.end :]
    return tail.endswith(":") and clause.cue.verb.strong and _FINITE.isdisjoint(tail)


def _as_told(s: Tagged, clause: Clause) -> Complement | None:
    """What follows "As the mayor put it,"."""
    start, end = _clause_start(clause), clause.cue.end
    if not 0 < start <= 2 or s.words[start - 1] != "as" or s.tags[end : end + 1] != ",":
        return None
    return Complement(end + 1, end, clause=True)


def _clause_start(clause: Clause) -> int:
    if clause.inverted or clause.subject is None:
        return clause.cue.first
    return clause.subject.start


def _quoted_before(s: Tagged, clause: Clause) -> bool:
    at = _clause_start(clause) - 1
    return at >= 0 and (
        s.tags[at] == "Q" or (at > 0 and s.tags[at] in ",.-" and s.tags[at - 1] == "Q")
    )


def _content_first(s: Tagged, clause: Clause, done: int) -> bool:
    """Whether the content stands before the reporting clause, parted from it by a comma."""
    at = _clause_start(clause) - 1
    if at <= done or s.tags[at] not in ",Q-.":
        return False
    if clause.inverted or _quoted_before(s, clause):
        return True
    if not _FINITE.isdisjoint(s.tags[done:at]):
        return True
    behind = over_setting(s, clause.cue.end, len(s))
    set_in = s.tags[at] == "," and s.tags[behind : behind + 1] == ","
    return set_in and not _FINITE.isdisjoint(s.tags[behind:])


def _before(s: Tagged, clause: Clause, done: int, end: int) -> Draft:
    close = _clause_start(clause) - 1
    close -= s.tags[close] in ",-." and s.tags[close - 1] != "Q"
    if s.tags[close] in ",-." and s.tags[close - 1] == "Q":
        close -= 1
    start = done
    while start < close and s.tags[start] in ",;cb-":
        start += 1
    draft = _made(s, clause, s.cut(start, close + 1), clause.cue.end)
    draft.rule = "content first" if not clause.inverted else "content first, inverted"
    behind = clause.subject.end if clause.inverted and clause.subject else clause.cue.at + 1
    goes_on = s.tags.find("q", behind, end)
    if goes_on > 0 and s.tags[goes_on - 1] in ",:.-":
        draft.more.append(s.cut(goes_on, _quote_end(s, goes_on, end)))
    elif not clause.inverted:
        left = s.tags[start : close + 1]
        unfinished = len(left) < _CLAUSE or left[0] == "s" or _FINITE.isdisjoint(left)
        _go_on(s, draft, behind, end, unfinished)
    return draft


def _go_on(s: Tagged, draft: Draft, behind: int, end: int, unfinished: bool) -> None:
    """Take in what follows a reporting clause that is set into the content.

    "The tide, he noted, may turn": what is before has no verb, so what is behind is the content.
    """
    behind = over_setting(s, behind, end)
    if s.tags[behind : behind + 1] not in (",", "-"):
        return
    behind += 1
    opens = s.tags[behind : behind + 1]
    if unfinished and not _FINITE.isdisjoint(s.tags[behind:end]):
        draft.more.append(draft.content)
        draft.content = s.cut(behind, end)
        draft.rule = "reporting clause set in"
    elif opens in ("c", "t") and behind < end:
        draft.more.append(s.cut(behind, end))


def _quote_end(s: Tagged, start: int, end: int) -> int:
    closed = s.tags.find("Q", start)
    return closed + 1 if closed > 0 else max(end, len(s))


def _behind(s: Tagged, clause: Clause, what: Complement, end: int) -> Draft | None:
    stop = _content_end(s, what, end)
    if stop <= what.start:
        return None
    draft = _made(s, clause, s.cut(what.start, stop), what.cue_end)
    draft.rule = "content behind" if what.clause else "object"
    return draft


_OPENERS_AFTER_OBJECT = frozenset(
    {"after", "before", "while", "as", "when", "during", "because", "since"}
)


def _content_end(s: Tagged, what: Complement, end: int) -> int:
    """The end of the content: that of its clause, or of its noun phrase and what hangs on it."""
    tags = s.tags
    if tags[what.start] == "q":
        closed = tags.find("Q", what.start)
        if closed < 0:
            return len(s)
        if closed - what.start > 4 and (
            tags[closed - 1] in ",." or tags[closed + 1 : closed + 2] in ("", ",", ".", ";")
        ):
            return closed + 1
    for i in range(what.start, end):
        letter, after = tags[i], tags[i + 1 : i + 2]
        if letter in ";A" or (letter == "," and after in ("A", "G", "b")):
            return i
        if (
            not what.clause
            and letter == ","
            and after in ("w", "s", "g", "c", "b", "r", "h", "v", "p", "D")
        ):
            return i
        if (
            not what.clause
            and i > what.start
            and s.words[i] in _OPENERS_AFTER_OBJECT
            and letter == "s"
        ):
            return i
    while end > what.start and tags[end - 1] in ",;:-":
        end -= 1
    return end


def _named(s: Tagged, subject: Phrase) -> Range:
    """The range of a subject, without a verb that is contracted with it: "they've"."""
    start, end = s.cut(subject.start, subject.end)
    if s.tags[subject.end - 1] == "H":
        end = s.starts[subject.end - 1] + len(re.split("['’]", s.words[subject.end - 1])[0])
    return start, end


def _made(s: Tagged, clause: Clause, content: Range, cue_end: int) -> Draft:
    cue, subject = clause.cue, clause.subject
    verb: Verb = cue.verb
    modality: Modality = verb.modality
    draft = Draft(
        rule="",
        confidence=0.9 if verb.strong else 0.6,
        source=_named(s, subject) if subject else None,
        cue=s.cut(cue.at, cue_end),
        content=content,
        modality=modality,
        negated=cue.negated,
        strong=verb.strong,
    )
    if subject and subject.aside:
        draft.asides.append(s.cut(*subject.aside))
    return draft
