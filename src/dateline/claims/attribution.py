"""Attributions of one sentence by its reporting verbs: who says, by which verb, and what."""

from __future__ import annotations

from bisect import bisect_left

from dateline.claims.clause import Clause
from dateline.claims.clauses import clauses
from dateline.claims.complements import complement, over_setting
from dateline.claims.content_behind import GO_ON, announced, as_told, behind, is_relative
from dateline.claims.content_first import before, is_before, quoted_before
from dateline.claims.drafts import Draft
from dateline.claims.passive import passive
from dateline.claims.phrases import FINITE
from dateline.claims.tagging import Tagged
from dateline.claims.unmarked import closing, unmarked

_CLOSED = ("", ".", ",s", ",g", ",p")  # what may follow a clause that closes its sentence


def reporting(s: Tagged) -> list[Draft]:
    """The attributions of a sentence by its reporting verbs, in the order of the verbs."""
    if "C" not in s.tags and "G" not in s.tags:
        return []
    found = clauses(s)
    last = closing(s, found, _last(s))
    stop = _word_after(s, last.content[1]) if last else _last(s)
    drafts = [last] if last else []
    done = 0
    for n, clause in enumerate(found[:-1] if last else found):
        later = (c.edge for c in found[n + 1 :] if c.edge > clause.cue.at and _parts(s, c))
        end = min([*later, stop])
        draft = _draft(s, clause, done, end) or _of_all(s, clause, drafts, done)
        if draft:
            drafts.append(draft)
            # A thought may stand in what a later clause attributes.
            if draft.strong and not _set_in(s, clause, draft):
                ends = [r[1] for r in (draft.cue, draft.content, *draft.more) if r]
                done = max([done, *(_word_after(s, e) for e in ends)])
    return drafts


def _set_in(s: Tagged, clause: Clause, draft: Draft) -> bool:
    """Whether the sentence goes on behind a relative clause: "Kestrel, who said …, is away"."""
    behind = _word_after(s, draft.content[1])
    return is_relative(s, clause) and s.tags[behind : behind + 1] == ","


def _of_all(s: Tagged, clause: Clause, drafts: list[Draft], done: int) -> Draft | None:
    """The draft of a closing clause that reports claims: "The guild warned us, a clerk said"."""
    cue, at = clause.cue, clause.start - 1
    told = cue.verb.strong and cue.verb.frames[0] == "c" and not (cue.passive or cue.negated)
    named = clause.subject is not None and not clause.shared and not is_relative(s, clause)
    bare = FINITE.isdisjoint(s.tags[done:at]) and "Q" not in s.tags[done - 1 : at]
    if not (drafts and told and named and bare and s.tags[at] == ","):
        return None
    behind = over_setting(s, cue.end, len(s))
    closed = s.tags[behind : behind + 2] in _CLOSED
    return before(s, clause, 0, len(s)) if closed else None


def _last(s: Tagged) -> int:
    """Behind the last word that is not the full stop."""
    end = len(s)
    while end and s.tags[end - 1] == ".":
        end -= 1
    return end


def _parts(s: Tagged, clause: Clause) -> bool:
    """Whether a clause ends the content before it; thoughts do where a comma stands there."""
    return clause.cue.verb.strong or s.tags[clause.edge] in ",;"


def _word_after(s: Tagged, offset: int) -> int:
    return bisect_left(s.starts, offset)


def _draft(s: Tagged, clause: Clause, done: int, end: int) -> Draft | None:
    """The attribution of a clause: content named as "As she put it, …", before it, or behind it.

    ``done`` is the word behind what earlier clauses take up, ``end`` where the next one begins.
    """
    if clause.cue.passive:
        return passive(s, clause, end)
    if told := as_told(s, clause):
        return behind(s, clause, told, end)
    what = None if clause.inverted else complement(s, clause.cue, end)
    parted = clause.subject is not None and not clause.shared and is_before(s, clause, done)
    if parted and (what is None or quoted_before(s, clause) or s.words[what.start] in GO_ON):
        return before(s, clause, done, end)
    if what is not None:
        return behind(s, clause, what, end) if what.start < end else None
    return announced(s, clause) or unmarked(s, clause, done, end)
