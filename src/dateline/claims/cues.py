"""Reporting verbs of a sentence, each with the words that make it finite."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.claims.lexicon.verbs import FORMS, Form, Verb
from dateline.claims.settled import group_start
from dateline.claims.tagging import Tagged

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "’s", "'s"})
# "went on to say", "refused to say": the verb before the to has the subject.
_CHAINS = frozenset(
    [
        "went",
        "go",
        "goes",
        "gone",
        "going",
        "continue",
        "continues",
        "continued",
        "began",
        "begin",
        "begins",
        "started",
        "start",
        "wanted",
        "wants",
        "want",
        "tried",
        "tries",
        "refused",
        "refuses",
        "refuse",
        "declined",
        "declines",
        "decline",
        "failed",
        "fails",
        "seemed",
        "seems",
        "appeared",
        "appears",
        "used",
        "had",
        "has",
        "have",
        "proceeded",
        "vowed",
        "promised",
        "happened",
        "rushed",
        "hastened",
        "dared",
    ]
)
_WITHHELD = frozenset(
    {"refused", "refuses", "refuse", "declined", "declines", "decline", "failed", "fails"}
)


@dataclass(frozen=True, slots=True)
class Cue:
    """The verb at word ``at``; its group starts at word ``first``.

    ``finite`` says that it has a subject of its own. ``negated`` that it is not said at all.
    """

    at: int
    first: int
    verb: Verb
    form: Form
    finite: bool
    passive: bool = False
    negated: bool = False
    modal: bool = False

    @property
    def end(self) -> int:
        """Behind the last word of the cue: "put it" has two."""
        return self.at + 1 + (self.verb.base == "put")


_REPORTING = re.compile("[CG]")


def cues(s: Tagged) -> list[Cue]:
    """The reporting verbs of a sentence in order, but those inside quotations."""
    places = (match.start() for match in _REPORTING.finditer(s.tags))
    return [cue for i in places if not s.quoted[i] and (cue := _cue(s, i))]


def _cue(s: Tagged, i: int) -> Cue | None:
    verb, form = FORMS[s.words[i]]
    before = s.tags[i - 1 : i]
    if before == "t" and form == "b":
        return _chained(s, i, verb)
    first = group_start(s.tags, i)
    helpers = s.words[first:i]
    be = not _BE.isdisjoint(helpers) or (form == "g" and before == "H")
    negated = "!" in s.tags[first:i] or any(w.endswith(("n't", "n’t")) for w in helpers)
    modal = not _MODALS.isdisjoint(helpers)
    if form == "g" and not be:
        return Cue(i, i, verb, form, finite=False) if before not in ("d", "S") else None
    if form == "n" and not helpers:
        return None
    passive = be and form in "fn"
    return Cue(i, first, verb, form, finite=True, passive=passive, negated=negated, modal=modal)


_MODALS = frozenset(
    {
        "would",
        "could",
        "should",
        "may",
        "might",
        "must",
        "will",
        "shall",
        "can",
        "’d",
        "’ll",
        "won't",
    }
)


def _chained(s: Tagged, i: int, verb: Verb) -> Cue | None:
    """A verb behind "to" whose subject is that of the verb before."""
    before = i - 2
    while before > 0 and (s.tags[before] in "r" or s.words[before] in {"on", "ahead"}):
        before -= 1
    if before < 0 or s.words[before] not in _CHAINS:
        return None
    negated = s.words[before] in _WITHHELD
    first = group_start(s.tags, before)
    return Cue(i, first, verb, "b", finite=True, negated=negated)
