"""Contents that stand before their reporting clause: "The pier was closed, the mayor said."."""

from __future__ import annotations

from dateline.claims.clause import Clause
from dateline.claims.complements import over_setting
from dateline.claims.drafting import drafted
from dateline.claims.drafts import Draft
from dateline.claims.phrases import FINITE
from dateline.claims.tagging import Tagged

_CLAUSE, _SENTENCE = 4, 6  # words


def is_before(s: Tagged, clause: Clause, done: int) -> bool:
    """Whether the content stands before the reporting clause, parted from it by a comma."""
    at = clause.start - 1
    if at <= done or s.tags[at] not in ",Q-." or (s.tags[at + 1] == "w" and not clause.inverted):
        return False
    if clause.inverted or quoted_before(s, clause):
        return True
    if not FINITE.isdisjoint(s.tags[done:at]):
        return True
    behind = over_setting(s, clause.cue.end, len(s))
    if not done and closes(s, clause) and at > _SENTENCE and "q" not in s.tags[:at]:
        return True  # its verb may be one that no list has
    set_in = s.tags[at] == "," and s.tags[behind : behind + 1] == ","
    return set_in and not FINITE.isdisjoint(s.tags[behind:])


def closes(s: Tagged, clause: Clause) -> bool:
    """Whether nothing but when and where it was said follows a clause: "…, the mayor said."."""
    behind = over_setting(s, clause.cue.end, len(s))
    return s.tags[behind : behind + 2] in ("", ".")


def quoted_before(s: Tagged, clause: Clause) -> bool:
    """Whether a quotation ends where the reporting clause begins."""
    at = clause.start - 1
    return at >= 0 and (
        s.tags[at] == "Q" or (at > 0 and s.tags[at] in ",.-" and s.tags[at - 1] == "Q")
    )


def before(s: Tagged, clause: Clause, done: int, end: int) -> Draft:
    """The draft of a clause with its content before it, from word ``done`` on."""
    close = clause.start - 1
    close -= s.tags[close] in ",-." and s.tags[close - 1] != "Q"
    if s.tags[close] in ",-." and s.tags[close - 1] == "Q":
        close -= 1
    start = done
    while start < close and s.tags[start] in ",;cb-":
        start += 1
    draft = drafted(s, clause, s.cut(start, close + 1), clause.cue.end)
    draft.rule = "content first" if not clause.inverted else "content first, inverted"
    behind = clause.subject.end if clause.inverted and clause.subject else clause.cue.at + 1
    goes_on = s.tags.find("q", behind, end)
    if goes_on > 0 and s.tags[goes_on - 1] in ",:.-":
        draft.more.append(s.cut(goes_on, _quote_end(s, goes_on, end)))
    elif not clause.inverted:
        left = s.tags[start : close + 1]
        leads = left.lstrip("r")[:1] == "s" or s.words[start] == "when"
        unfinished = len(left) < _CLAUSE or leads or FINITE.isdisjoint(left)
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
    if unfinished and not FINITE.isdisjoint(s.tags[behind:end]):
        draft.more.append(draft.content)
        draft.content = s.cut(behind, end)
        draft.rule = "reporting clause set in"
    elif opens in ("c", "t", "b") and behind < end and _spoken_on(s, draft, behind):
        draft.more.append(s.cut(behind, end))


def _spoken_on(s: Tagged, draft: Draft, behind: int) -> bool:
    """Whether what follows is still said: behind quoted words only a quotation near is."""
    last = max(i for i in range(len(s)) if s.ends[i] <= draft.content[1])
    quoted = s.quoted[last] or s.tags[last] == "Q"
    return "q" in s.tags[behind : behind + _CLAUSE] or (not quoted and s.tags[behind] != "b")


def _quote_end(s: Tagged, start: int, end: int) -> int:
    closed = s.tags.find("Q", start)
    return closed + 1 if closed > 0 else max(end, len(s))
