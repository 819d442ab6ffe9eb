"""Whether a deed is told as done, planned, not done, doubted, or only thought of."""

from __future__ import annotations

from typing import NamedTuple

from dateline.claims.words.deeds import Form
from dateline.claims.words.tagged import Tagged
from dateline.text.wordlist import words

_DONE = words(
    """
    began begun started continued continues managed able helped advanced marched moved pushed
    succeeded went proceeded enabled allowed failed unable refused allowing helping
    """
)
_FAILED = words("failed unable refused fails failing declined without avoid prevented prevent stop")
_INTENDED = words(
    """
    plan plans planned planning vow vowed vows aim aims aimed aiming bid want wants wanted intend
    intends intended intention seek seeks sought seeking try tries tried trying attempt attempts
    attempted effort efforts prepare prepares prepared preparing preparations ready set expected
    order orders ordered hope hopes hoped waiting wait pledged promised threatened poised pledge
    goal objective aimed bidding operation offensive campaign drive push battle mission
    """
)
_FUTURE = words("will shall would 'll")
_THOUGHT = words("could may might can cannot if whether unless should")
_ALLEGED = words("reportedly allegedly alleged suspected purported apparently reported")
_PLANNED_NOUN = words(
    """
    plan plans planned planning looming imminent expected possible upcoming prepare prepares
    prepared preparing preparations threatened impending potential anticipated future vowed
    """
)
_ORDINAL = words("first second third last latest only next")
_SAME = words("hit overrun thrust")  # the past is like the present
_CLAUSE = frozenset(".,sw")


class Status(NamedTuple):
    """How a deed is told."""

    planned: bool = False
    negated: bool = False
    alleged: bool = False


def of_verb(tagged: Tagged, at: int, group: int, lo: int, form: Form = "past") -> Status | None:
    """How the verb at ``at``, its group beginning at ``group``, is told; ``None``: only thought."""
    auxiliaries = set(tagged.lower[group:at])
    before = tagged.lower[group - 1] if group > lo else ""
    if auxiliaries & _THOUGHT or _opened(tagged, group, lo) in ("if", "unless", "whether"):
        return None
    negated = bool(auxiliaries & {"not", "never", "n't", "neither"})
    negated = negated or before in ("without", "denied", "denies", "denying")
    alleged = bool(auxiliaries & _ALLEGED) or "alleged" in before
    if before == "to" and "have" in auxiliaries:
        return Status(False, negated, alleged)
    if before == "about":
        return None
    if before == "to":
        return _infinitive(tagged, group - 1, lo, negated, alleged)
    if (
        before in ("and", "or")
        and form == "base"
        and "i" in tagged.tags[max(lo, group - 9) : group]
    ):
        return _infinitive(tagged, tagged.tags.rindex("i", lo, group), lo, negated, alleged)
    planned = bool(auxiliaries & _FUTURE) or _is_awaited(tagged, at, group, lo, form)
    return Status(planned, negated, alleged)


def _infinitive(tagged: Tagged, to: int, lo: int, negated: bool, alleged: bool) -> Status:
    """By the word that governs it: "failed to", "managed to"; any other says what is meant."""
    governors = tagged.lower[max(lo, to - 5) : to]
    near = [w for w in governors[-2:] if w in _DONE or w in _FAILED]
    if near:
        return Status(False, negated or near[-1] in _FAILED, alleged)
    if set(governors) & _ORDINAL:  # "the first blast to hit the town"
        return Status(False, negated, alleged)
    result = any(w in _DONE for w in governors) and not any(w in _INTENDED for w in governors)
    return Status(not result, negated, alleged)


def _is_awaited(tagged: Tagged, at: int, group: int, lo: int, form: Form) -> bool:
    """Whether "when" or "once" opens a clause in the present: it has not happened yet."""
    present = group == at and form in ("base", "third") and tagged.lower[at] not in _SAME
    return present and _opened(tagged, group, lo) in ("when", "once", "until", "before")


def _opened(tagged: Tagged, group: int, lo: int) -> str:
    """The word that opens the clause, if it is near."""
    for i in range(group - 1, max(lo, group - 8) - 1, -1):
        if tagged.tags[i] in _CLAUSE or tagged.lower[i] in ("until", "before"):
            return tagged.lower[i]
    return tagged.lower[group - 8] if group - 8 > lo else ""


def of_noun(tagged: Tagged, first: int, at: int, lo: int) -> Status | None:
    """How the deed named by the noun at ``at``, whose phrase begins at ``first``, is told."""
    near = tagged.lower[max(lo, first - 3) : at]
    if set(near) & {"if", "could", "may", "might", "whether", "possible"}:
        return None
    own = tagged.lower[first:at]
    return Status(
        bool(set(near) & _PLANNED_NOUN) or bool(set(near) & {"will", "would"}),
        bool(set(near[-4:]) & {"no", "not", "denied", "without"}),
        bool(set(own) & _ALLEGED),
    )
