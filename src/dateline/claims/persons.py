"""The person's name inside the words for a source, where no comma parts it from his office."""

from __future__ import annotations

from dateline.claims.lexicon.sources import KINDS, SPEAKERS, TITLES
from dateline.claims.tagging import Tagged
from dateline.claims.words.demonyms import STATES
from dateline.text.wordlist import words

OFFICES = TITLES.union(*(listed for kind, listed in KINDS if kind in ("official", "person")))
_FEWEST = 2  # names: one alone may be a place
# "The rebel group Jaish al-Bahr": what stands behind these is their own name.
_BODIES = words(
    """
    group groups movement faction brigade militia coalition alliance party agency outlet newspaper
    daily channel network site website organisation organization charity company activists
    """
)
# "The envoy for Tazmara Tom Corvane".
_COUNTRIES = frozenset(name.lower() for name in STATES)
_BEFORE_NAMES = SPEAKERS | TITLES | _COUNTRIES
# "Observatorys", "ministrys": possessives that have lost their apostrophe.
LOST_POSSESSIVES = frozenset(w + "s" for w in SPEAKERS if not w.endswith("s")) - SPEAKERS


def person_in(s: Tagged, first: int, last: int) -> tuple[int, int] | None:
    """The words of the name: "the director for the area Tom Corvane", "Tom Corvane head of …"."""
    if any(parted in s.tags[first:last] for parted in (",", "cd", "cN")):
        return None
    start = last
    while start > first and s.tags[start - 1] == "N" and not _is_office(s, start - 1):
        start -= 1
    if start > first and s.tags[start - 1] in "pf" and s.words[start] in _COUNTRIES:
        start += 1  # "envoy for Tazmara Tom Corvane"
    if last - start >= _FEWEST and start > first and _held_behind(s, first, start):
        return start, last
    end = first
    while end < last and s.tags[end] == "N" and not _is_office(s, end):
        end += 1
    return (first, end) if end - first >= _FEWEST and _holds_before(s, end, last) else None


def _is_office(s: Tagged, at: int) -> bool:
    word = s.words[at].rstrip(".")
    return word in TITLES or word in SPEAKERS or word in LOST_POSSESSIVES or _is_initials(s, at)


def _is_initials(s: Tagged, at: int) -> bool:
    """Whether a word is the possessive of initials without its apostrophe: "TFRs"."""
    word = s.text[s.starts[at] : s.ends[at]]
    return len(word) > _FEWEST and word[:-1].isupper() and word[-1] == "s"


def _held_behind(s: Tagged, first: int, start: int) -> bool:
    """Whether the words before a name are its bearer's office."""
    before = s.words[start - 1].rstrip(".")
    if before in LOST_POSSESSIVES:
        return True
    title = start
    while title > first and s.words[title - 1].rstrip(".") in TITLES:
        title -= 1
    if title > first and s.tags[title - 1] in "fp":
        # "Minister of Defence …", not "the government of President …"
        return title - 2 >= first and s.words[title - 2].rstrip(".") in TITLES
    office = any(w.rstrip(".") in OFFICES for w in s.words[first:start])
    ends = s.tags[start - 1] == "n" or before in _BEFORE_NAMES
    return office and before not in _BODIES and ends


def _holds_before(s: Tagged, end: int, last: int) -> bool:
    """Whether an office follows a name: "head of …", "the president of …"."""
    at = end + (s.tags[end : end + 1] == "d" or (end < last and _is_initials(s, end)))
    return at + 1 < last and s.words[at] in OFFICES and s.tags[at] == "n" and s.tags[at + 1] == "f"
