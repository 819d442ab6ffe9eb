"""What a phrase's own words make of a doer: army, government, armed group, coalition, monitor."""

from __future__ import annotations

from dateline.claims.words.demonyms import STATES
from dateline.claims.words.doers import HEADS, MODIFIERS
from dateline.claims.words.tagged import Tagged
from dateline.model import SourceType
from dateline.text.wordlist import words

_STATELY = words("forces force units unit troops convoy convoys patrol patrols")
_PLAIN = words("arab armed national royal")


def kind_of(
    tagged: Tagged, first: int, head: int, name: tuple[int, int] | None = None
) -> SourceType | None:
    """The type that a phrase's head gives it, or the words before an open head ("rebel forces")."""
    kind = HEADS[tagged.lower[head]]
    if name and tagged.tags[head] in "HM":
        return _named_kind(tagged, name, kind)
    said = _modified(tagged, first, name[0] if name else head)
    if said == "armed group" and kind in ("state military", "coalition", "organisation", None):
        return said
    if kind is None and said:
        return said
    if kind is None and tagged.lower[head] in _STATELY:
        return _by_people(tagged, first, head)
    return kind


def _modified(tagged: Tagged, first: int, end: int) -> SourceType | None:
    before = reversed(tagged.lower[first:end])
    return next((MODIFIERS[word] for word in before if word in MODIFIERS), None)


def _by_people(tagged: Tagged, first: int, head: int) -> SourceType | None:
    """Forces called after a state are its own, after a people or a backer an armed group."""
    tags = tagged.tags[first:head]
    if "x" in tags:
        led = tagged.words[first + tags.index("x")] == "-led"
        return "coalition" if led else "armed group"
    for word, tag in zip(tagged.words[first:head], tags, strict=True):
        if tag == "g":
            return "state military" if word in STATES else "armed group"
    return None


def _named_kind(
    tagged: Tagged, name: tuple[int, int], kind: SourceType | None
) -> SourceType | None:
    """A force's word in a name says less than the word alone: a "Free … Army" may be anybody's.

    A demonym and such a word ("Syrian Army", "Iraqi Armed Forces") are the state's.
    """
    if kind in ("monitor", "coalition", "government"):
        return kind
    first, last = name
    plain = all(
        tag in "gHM'" or word.lower() in _PLAIN
        for tag, word in zip(tagged.tags[first:last], tagged.words[first:last], strict=True)
    )
    if not plain or not any(word in STATES for word in tagged.words[first:last]):
        return None
    return kind or "state military"
