"""How a claim is meant: as said, denied, planned, estimated, warned, asked or withheld."""

from __future__ import annotations

import re

from dateline.claims.drafts import Draft
from dateline.model import Modality
from dateline.text.fold import DOUBLE_QUOTES

_PLANNED = re.compile(
    r"\W*(?:\S+\s){0,8}?"
    r"(?:plan(?:s|ned)?|intend(?:s|ed)?|aim(?:s|ed)?|prepar(?:es|ed|ing)|going) to\b"
    r"|\W*(?:it|they|he|she|we|I) (?:will|would|shall)\b"
)
_ESTIMATED = re.compile(
    r"\b(?:estimated|believed|thought|presumed|feared|expected) to\b|\b(?:probably|reportedly)\b"
)
_MUST = re.compile(r"\W*(?:\S+\s){0,6}?(?:must|should|ought to|have to|need to)\b")
_NEGATED = re.compile(r"\b(?:not|never|no longer|cannot|no|none|nobody|neither)\b|n[’']t\b")
_MARKS = re.compile(f"[{DOUBLE_QUOTES}]|''|``")
_VERB_REACH = 8  # words in which the main verb's negation stands
_QUESTION = re.compile(r"\?[”\"’']?$")


def modality_of(draft: Draft, content: str) -> Modality:
    """The modality of the reporting verb; where that only says, what the content's words add."""
    if draft.kind != "attributed":
        return "said"
    if draft.negated:
        return "withheld"
    if draft.modality != "said":
        return draft.modality
    content = _MARKS.sub("", content)
    if _QUESTION.search(content):
        return "asked"
    if _PLANNED.match(content):
        return "planned"
    if _ESTIMATED.search(content):
        return "estimated"
    return "asked" if _MUST.match(content) else "said"


def is_negated(content: str) -> bool:
    """Whether the content itself says no, near its start where its main verb stands."""
    return bool(_NEGATED.search(" ".join(content.split(None, _VERB_REACH)[:_VERB_REACH])))
