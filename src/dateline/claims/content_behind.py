"""Contents that stand behind their reporting verb: "The mayor said the pier was closed."."""

from __future__ import annotations

import re

from dateline.claims.clause import Clause
from dateline.claims.complements import Complement
from dateline.claims.drafting import drafted
from dateline.claims.drafts import Draft
from dateline.claims.phrases import FINITE, says_something
from dateline.claims.tagging import Tagged

_BACK = re.compile(",[aC]|,r?v(?!p)")  # the verb of the sentence, behind a clause set into it
_NOMINAL = frozenset("dhnN")
GO_ON = frozenset({"after", "before", "while", "as", "when", "during", "because", "since"})


def behind(s: Tagged, clause: Clause, what: Complement, end: int) -> Draft | None:
    """The draft of a verb with its content behind it, which ends before word ``end``."""
    stop = _content_end(s, what, end)
    if is_relative(s, clause):
        stop = next((i for i in range(what.start, stop) if _BACK.match(s.tags, i)), stop)
    if stop <= what.start:
        return None
    draft = drafted(s, clause, s.cut(what.start, stop), what.cue_end)
    draft.rule = "content behind" if what.clause else "object"
    return draft


def is_relative(s: Tagged, clause: Clause) -> bool:
    """Whether the speaker is a "who" of the sentence's subject: "Kestrel, who said …, is away"."""
    return clause.subject is not None and s.tags[clause.subject.start] == "w"


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
        if letter in ";A" or (letter == "," and after in ("A", "G")):
            return i
        if letter == "," and after == "b" and tags[i + 2 : i + 3] != "T":
            return i
        if (
            not what.clause
            and letter == ","
            and after in ("w", "s", "g", "c", "b", "r", "h", "v", "p", "D")
        ):
            return i
        if not what.clause and letter == "b" and after in ("a", "v", "C", "r"):
            return i
        if not what.clause and i > what.start and letter == "s" and _goes_on(s, i, end):
            return i
    while end > what.start and (tags[end - 1] in ",;:-Tw" or s.words[end - 1] in GO_ON):
        end -= 1
    return end


def _goes_on(s: Tagged, at: int, end: int) -> bool:
    """Whether a clause follows a conjunction: "… the closure as rain fell", not "… as unlawful"."""
    stop = next((i for i in range(at, end) if s.tags[i] in ",;:"), end)
    acts = s.words[at] != "as" or not _NOMINAL.isdisjoint(s.tags[at + 1 : stop])
    return acts and s.words[at] in GO_ON and says_something(s, at + 1, stop)


def announced(s: Tagged, clause: Clause) -> Draft | None:
    """The draft of a verb that governs the colon which ends the sentence: "The mayor said:".

    Its content is empty until the next sentence gives it.
    """
    tail = s.tags[clause.cue.end :]
    if not tail.endswith(":") or not clause.cue.verb.strong or not FINITE.isdisjoint(tail):
        return None
    draft = drafted(s, clause, (s.ends[-1], s.ends[-1]), clause.cue.end)
    draft.rule = "content in the next sentence"
    return draft


def as_told(s: Tagged, clause: Clause) -> Complement | None:
    """What follows "As the mayor put it,"."""
    start, end = clause.start, clause.cue.end
    if not 0 < start <= 2 or s.words[start - 1] != "as" or s.tags[end : end + 1] != ",":
        return None
    return Complement(end + 1, end, clause=True)
