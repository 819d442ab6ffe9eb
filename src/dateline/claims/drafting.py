"""The draft of a reporting clause and its content."""

from __future__ import annotations

import re

from dateline.claims.clause import Clause
from dateline.claims.drafts import Draft
from dateline.claims.phrases import Phrase
from dateline.claims.tagging import Tagged
from dateline.text.paragraphs import Range

_WORDS, _THOUGHTS = 0.9, 0.6  # a report of words; of thoughts, or of what might be said


def drafted(s: Tagged, clause: Clause, content: Range, cue_end: int) -> Draft:
    """The draft without the name of its rule; the cue ends before word ``cue_end``."""
    cue, subject = clause.cue, clause.subject
    draft = Draft(
        rule="",
        confidence=_WORDS if cue.verb.strong and not cue.modal else _THOUGHTS,
        source=_named(s, subject) if subject else None,
        cue=s.cut(cue.at, cue_end),
        content=content,
        modality=cue.verb.modality,
        negated=cue.negated,
        strong=cue.verb.strong,
    )
    if subject and subject.aside:
        draft.asides.append(s.cut(*subject.aside))
    return draft


def _named(s: Tagged, subject: Phrase) -> Range:
    """The range of a subject, without a verb that is contracted with it: "they've"."""
    start, end = s.cut(subject.start, subject.end)
    if s.tags[subject.end - 1] == "H":
        end = s.starts[subject.end - 1] + len(re.split("['’]", s.words[subject.end - 1])[0])
    return start, end
