"""Reporting clauses that no comma parts from what is said, as in texts that lost their commas.

"The mill was shelled on Monday a source at the dam said": nothing but the words shows where the
speaker begins.
"""

from __future__ import annotations

from dateline.claims.clause import Clause
from dateline.claims.cues import Cue
from dateline.claims.drafting import drafted
from dateline.claims.drafts import Draft
from dateline.claims.phrases import phrase_after, says_something
from dateline.claims.speakers import quoted_speaker, speaker_before
from dateline.claims.tagging import Tagged
from dateline.text.wordlist import words

_SURE = 0.7
_SAYING = words(
    """
    say tell report add announce confirm state claim continue reveal warn write reply explain insist
    declare stress note
    """
)
_ABOUT = (["for"], ["about"], ["of"], ["with"])
_GOVERNED = "wWTst"


def unmarked(s: Tagged, clause: Clause, done: int, end: int) -> Draft | None:
    """The draft of a reporting clause that ends the sentence before word ``end``.

    Its content starts at word ``done``.
    """
    cue = clause.cue
    if s.words[cue.end : cue.end + 1] in _ABOUT or s.words[-1] == "?":
        return None  # "the song he wrote for", "What do the papers reveal?"
    if clause.shared or cue.negated or cue.passive or cue.verb.base not in _SAYING:
        return None
    behind = phrase_after(s, cue.end)
    if clause.inverted or _ends_with(s, cue, behind, end):
        start, speaker = cue.first, (cue.at + 1, behind)
    else:
        first = cue.first
        if cue.form == "g" and clause.subject:
            first = clause.subject.end  # "… the guild was quoted as saying"
        start = _speaker(s, first)
        speaker = start, first
        behind = cue.end
    if start <= done or s.tags[start - 1] in _GOVERNED or s.words[start - 1] in {"said", "says"}:
        return None
    told = s.tags[start - 1] == "Q" or says_something(s, done, start)
    if not told or says_something(s, behind, _to_comma(s, behind, end)):
        return None
    draft = drafted(s, clause, s.cut(done, start), cue.end)
    draft.source = s.cut(*speaker)
    draft.rule, draft.confidence = "content first, no comma", _SURE
    return draft


def _speaker(s: Tagged, first: int) -> int:
    quoted = quoted_speaker(s, first)
    return quoted if quoted >= 0 else speaker_before(s, first)


def _ends_with(s: Tagged, cue: Cue, behind: int, end: int) -> bool:
    """Whether only the speaker and what hangs on him follow the verb: "… said the mayor"."""
    if behind <= cue.end or cue.form not in "fs" or "h" in cue.verb.frames:
        return False
    spoken = s.tags[cue.end] in "dnN" and "o" not in cue.verb.frames
    return spoken and not says_something(s, behind, end)


def _to_comma(s: Tagged, start: int, end: int) -> int:
    comma = s.tags.find(",", start, end)
    return comma if comma >= 0 else end


def closing(s: Tagged, clauses: list[Clause], end: int) -> Draft | None:
    """The draft of the last of several clauses where it reports all of a sentence without commas.

    "The board denied that it knew of the fire a guild official said."
    """
    if len(clauses) < 2 or "," in s.tags:
        return None
    return unmarked(s, clauses[-1], 0, end)
