"""Where a subject begins that no comma parts from the words that open its clause."""

from __future__ import annotations

from calendar import month_name

from dateline.claims.persons import person_in
from dateline.claims.tagging import Tagged

_PARTS_OF_TIME = frozenset({"early", "late", "mid", "last"})
_MONTHS = frozenset(name.lower() for name in month_name[1:])


def named_before(s: Tagged, start: int, end: int) -> int:
    """The name that opens a clause and is set before an office: "Tom Corvane the head of …"."""
    named = start
    while named > 0 and s.tags[named - 1] == "N":
        named -= 1
    opens = named == 0 or s.tags[named - 1] in ",;:.QqcbsT"
    return named if opens and person_in(s, named, end) == (named, start) else -1


def behind_setting(s: Tagged, start: int, end: int) -> int:
    """Where the subject begins behind the place or day that opens a sentence without a comma.

    "In Ostmere harbour officials", "On March 22 media", "Late March media".
    """
    opens = start == 0 or start == 1 or s.tags[start - 2] in "r,"
    common = start
    while common < end and (s.tags[common] in "N#" or s.words[common] in _PARTS_OF_TIME):
        common += 1
    dated = any(w in _MONTHS for w in s.words[start:common])
    plain = common < end and set(s.tags[common:end]) == {"n"}
    return common if opens and plain and (dated or start > 0) else start
