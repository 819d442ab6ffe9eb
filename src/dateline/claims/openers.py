"""Who opens a sentence as its subject: a person whom a pronoun behind may mean."""

from __future__ import annotations

import re

from dateline.claims.lexicon.sources import TITLES
from dateline.claims.names import Names, name_of
from dateline.claims.persons import person_in
from dateline.claims.tagging import Tagged

_SUBJECT = re.compile(r"d?[nN]{1,8}(?=r?[vC])")
_NAME = 2  # words of a full one


def opening_person(s: Tagged, names: Names) -> tuple[int, int] | None:
    """The words of the person who is the subject of a sentence from its first word on.

    "Mayor Ida Kestrel left", "Board spokesman Tom Corvane defended"; a surname alone only where the
    report has its full name. ``None`` where it is not plainly a person.
    """
    found = _SUBJECT.match(s.tags)
    if found is None or s.tags[found.end() - 1] != "N":
        return None
    end = found.end()
    if person := person_in(s, 0, end):
        return person
    if set(s.tags[:end]) != {"N"}:
        return None
    if end == 1:
        full = names.fullest(name_of(s, 0, 1)).split()
        return (0, 1) if len(full) == _NAME and full[-1] == name_of(s, 0, 1) else None
    titled = s.words[0].rstrip(".") in TITLES
    return (1, end) if titled else None
