"""Capitals as a doer: a name that no other words of the report explain."""

from __future__ import annotations

import re

from dateline.claims.words.demonyms import STATES
from dateline.claims.words.tagged import Tagged
from dateline.model import Actor, SourceType

RUN_BACK = re.compile("[CHMJgSq]+$")
RUN_ON = re.compile("[CHMJgS](?:[CHMJgSq]|o(?=[CHM]))*")


def named(tagged: Tagged, first: int, last: int) -> Actor:
    """The words ``first`` up to ``last`` as a doer: a state is its government, else unknown."""
    while tagged.tags[first] in "'q" and first < last - 1:
        first += 1
    span = tagged.span(first, last)
    state = STATES.get(span.text) or STATES.get(span.text.removesuffix("s"))
    kind: SourceType = "government" if state else "unknown"
    return Actor(span.start, span.end, span.text, state or span.text, kind)
