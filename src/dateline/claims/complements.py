"""What stands behind a reporting verb as its content."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claims.cues import Cue
from dateline.claims.lexicon.nouns import NOUNS
from dateline.claims.lexicon.settings import SETTINGS
from dateline.claims.phrases import phrase_after, says_something
from dateline.claims.tagging import Tagged
from dateline.text.agencies import AGENCIES

_FINITE = frozenset("vaCH")
_PARTS = frozenset("vCHG;:wWsqQ-")
_SETS, _HEARERS, _PAIR = "ptDr", "odnNS#h", 2
_TELLING = frozenset({"tell", "assure", "remind", "inform"})
_REASONS = frozenset({"for", "over", "as", "because", "after", "saying", "calling"})
# A "that" before one of these points to it.
_COUNTED = [[w] for w in ("claim", "statement", "report", "allegation", "accusation", "argument")]
_HEARING = frozenset(name.lower() for name in AGENCIES if " " not in name)  # "told Reuters Orlen"
_APART = frozenset({"down", "off", "up", "out", "back"})  # "write down" says nothing
_NEAR = frozenset({"last", "this", "next"})
_SPANS = (["week"], ["month"], ["year"], ["night"])
_TIMES = frozenset({"night", "earlier", "late", "early"})


@dataclass(frozen=True, slots=True)
class Complement:
    """The content starts at word ``start``; the cue, with its particle, ends before ``cue_end``.

    ``clause`` says that the content is a clause or a quotation, and so goes on to the clause's end.
    """

    start: int
    cue_end: int
    clause: bool
    hearer: tuple[int, int] | None = None


def complement(s: Tagged, cue: Cue, end: int) -> Complement | None:
    """The content behind ``cue`` within the words before ``end``; ``None`` if it is elsewhere."""
    at = cue.end
    frames = cue.verb.frames
    if _clausal(frames) and (that := _that(s, at, end, heard="h" in frames)):
        return Complement(that + (not _points(s, that)), at, clause=True)
    if "h" in frames and at < end and s.tags[at] in "odnNS#h":
        heard = at + 1 if s.words[at] in _HEARING else phrase_after(s, at)
        told = _told(s, cue, over_setting(s, heard, end), end)
        if told or frames[0] == "h":
            return told
    governs = not _clausal(frames) and s.words[at : at + 1] and s.words[at] in cue.verb.particles
    return _direct(s, cue, at if governs else over_setting(s, at, end), end)


def _that(s: Tagged, at: int, end: int, *, heard: bool) -> int:
    """The "that" of the content behind the setting and hearer of the saying; 0 if there is none.

    "Told the guild's newsletter on Monday that", "warned, as did the board, that".
    """
    that = s.tags.find("T", at, end)
    if that < 0 or s.tags[that + 1 : that + 2] in ("", "v", "a", "C", ",", "."):
        return 0
    between = s.tags[at:that]
    if between[:1] == "," == between[-1:] and between[1:2] in ("s", "p"):
        return that if between.count(",") == _PAIR else 0
    opens = between[:1] in ("", *_SETS) or (heard and between[:1] in _HEARERS)
    owned = s.tags[that - 1] == "d" or s.words[that - 1] in NOUNS  # "with the claim that"
    return that if opens and not owned and _PARTS.isdisjoint(between) else 0


def _told(s: Tagged, cue: Cue, at: int, end: int) -> Complement | None:
    """The content behind a hearer; what plainly opens a clause is one."""
    plain = frozenset() if cue.verb.base in _TELLING else frozenset("TqtW:,")
    return _direct(s, cue, at, end) if not plain or s.tags[at : at + 1] in plain else None


def _direct(s: Tagged, cue: Cue, at: int, end: int) -> Complement | None:
    """The content that starts at word ``at``, if what stands there can be one."""
    if at >= end:
        return None
    frames, letter, after = cue.verb.frames, s.tags[at], s.tags[at + 1 : at + 2]
    cue_end = cue.end
    if letter == "T" and _clausal(frames):
        points = _points(s, at)
        if points and at > cue_end and s.tags[at - 1] != ",":
            return None  # "apologised for a strike that killed"
        return Complement(at + (not points), cue_end, clause=True)
    if letter == "q":
        return Complement(at, cue_end, clause=_clausal(frames) or after == "")
    if letter in ":,-" and after == "q":
        return Complement(at + 1, cue_end, clause=True)
    if letter == ":" and after and _clausal(frames):
        return Complement(at + 1, cue_end, clause=True)
    if letter == "t" and after in ("n", "C", "a", "r", "v", "N", "q"):
        if "i" in frames or ("h" in frames and at > cue_end):
            return Complement(at, cue_end, clause=True)
        if s.words[at] not in cue.verb.particles:
            return None
    if s.words[at] in cue.verb.particles and at == cue_end:
        return (
            Complement(at + 1, at + 1, clause=_has_clause(s, at + 1, end)) if at + 1 < end else None
        )
    if letter in "Ws" and s.words[at] in {
        "whether",
        "if",
        "how",
        "what",
        "why",
        "where",
        "when",
        "who",
    }:
        return Complement(at, cue_end, clause=True) if _clausal(frames) else None
    if letter in "gG":
        if "o" not in frames and _clausal(frames) and _has_clause(s, at, end):
            return Complement(at, cue_end, clause=True)  # "said running the mill was costly"
        return Complement(at, cue_end, clause=False) if "o" in frames else None
    return _phrase(s, cue, at, end)


def _points(s: Tagged, that: int) -> bool:
    """Whether a that is the subject or stands before it: "that would hurt", "that claim is"."""
    after = s.tags[that + 1 : that + 3]
    counted = s.words[that + 1 : that + 2] in _COUNTED
    return after[:1] in ("v", "a", "C") or (counted and after[1:] in ("v", "a", "C"))


def _clausal(frames: str) -> bool:
    return "c" in frames or "h" in frames


def _phrase(s: Tagged, cue: Cue, at: int, end: int) -> Complement | None:
    """A clause without that, or a noun phrase."""
    frames = cue.verb.frames
    if s.tags[at] not in "dehHnNS#opr'vD":
        apart = s.words[at] in _APART or s.tags[at] not in "ps"
        if "c" in frames and not apart and _has_clause(s, at, end):
            return Complement(at, cue.end, clause=True)
        return None
    plain = "o" not in frames and says_something(s, at, end)
    if _clausal(frames) and (_has_clause(s, at, end) or plain):
        return Complement(at, cue.end, clause=True)
    if s.tags[at] in "dehnNSo#'v" and ("o" in frames or ("r" in frames and _reasoned(s, at, end))):
        return Complement(at, cue.end, clause=False)
    return None


def _reasoned(s: Tagged, at: int, end: int) -> bool:
    return any(w in _REASONS for w in s.words[at:end])


def _has_clause(s: Tagged, at: int, end: int) -> bool:
    """Whether a subject and its finite verb follow, before anything that goes on otherwise."""
    seen = False
    for i in range(at, end):
        letter = s.tags[i]
        if letter == "H":
            return True
        if letter in "vaC":
            if seen and (letter == "a" or not _is_reduced(s, i)):
                return True
        elif letter in "dhnNSo#":
            seen = True
        elif letter == "," and seen and s.tags[i + 1 : i + 2] == "w":
            return _has_clause_behind(s, i + 1, end)
        elif letter in ";:wWsT" or (
            letter == "," and s.tags[i + 1 : i + 2] in ("c", "b", "w", "G", "A")
        ):
            if letter == "s" and i == at:
                continue
            if letter in "wW" and seen:
                return _has_clause_behind(s, i, end)
            return False
    return False


def _has_clause_behind(s: Tagged, relative: int, end: int) -> bool:
    """Whether a second finite verb follows that of the relative clause."""
    letters = s.tags[relative:end]
    verbs = [i for i, t in enumerate(letters) if t in "vaC" and letters[i - 1] not in "a!r"]
    return len(verbs) > 1


def _is_reduced(s: Tagged, i: int) -> bool:
    """Whether a form in -ed hangs on the noun before: "militias backed by", "posted on"."""
    return s.words[i].endswith("ed") and s.tags[i + 1 : i + 2] == "p" and s.words[i + 1] == "by"


def over_setting(s: Tagged, at: int, end: int) -> int:
    """Behind the time, place and manner of saying: "on Monday", "in a statement", "in Beirut"."""
    start = at
    while at < end:
        letter = s.tags[at]
        if (
            letter == "D"
            or (at > start and s.tags[at - 1] == "D" and s.words[at] in _TIMES)
            or (
                letter == "r"
                and s.tags[at + 1 : at + 2] in ("", "p", "T", "D", ",", "q", ":", "t", ".")
            )
        ):
            at += 1
        elif s.words[at] in _NEAR and s.words[at + 1 : at + 2] in _SPANS:
            if s.tags[at + 2 : at + 3] in _FINITE:
                break  # "said this week was hard"
            at += 2
        elif letter in "ve" and at > start and s.tags[at + 1 : at + 2] == "p":
            at += 1  # "in a bulletin posted on its website"
        elif letter in "pt" and (over := _over_phrase(s, at, end)) > at:
            at = over
        elif letter == "," and at > start and s.tags[at + 1 : at + 2] in ("T",):
            at += 1
        else:
            break
    return at


def _over_phrase(s: Tagged, at: int, end: int) -> int:
    """Behind a phrase that tells of the saying; ``at`` where it tells of the content."""
    if s.tags[at + 1 : at + 2] == "D":
        return at + 2
    behind = phrase_after(s, at + 1)
    if behind <= at + 1 or (s.tags[at] == "t" and s.tags[behind : behind + 1] not in ("T", "p")):
        return at
    if s.words[behind - 1] in SETTINGS or any(w in SETTINGS for w in s.words[at + 1 : behind]):
        return behind
    over = over_setting(s, behind, end)
    goes_on = s.tags[over : over + 1]
    if goes_on == "q" and s.tags[over + 1 : over + 2] in _FINITE:
        return at  # "said including the mill “remains …”"
    if (
        over >= end
        or goes_on in ("T", "q")
        or (goes_on in (",", ":") and s.tags[over + 1 : over + 2] == "q")
    ):
        return behind
    return at
