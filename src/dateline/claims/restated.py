"""Attributed claims that say again what an earlier one of the report says."""

from __future__ import annotations

import re

from dateline.claims.figures import agree
from dateline.claims.lexicon.closed import LETTERS
from dateline.model import Claim

_WORD = re.compile(r"\w+")
_CLOSED = frozenset(LETTERS)
_FEWEST = 4  # words in common
_SHARE = 0.6  # of the shorter one's words
_OTHER_SOURCE, _ONE_DEED = 0.6, 0.5  # of all words, where sources differ (Dice)
_STEM, _LETTERS = 5, 3
# "They planned to …": the words of the source stand for the pronoun.
_HIMSELF = re.compile(r"\W*(?:they|it|he|she|its|their|his|her)\b", re.IGNORECASE)
_ASSERTED = frozenset({"said", "planned", "estimated", "warned"})

_Words = dict[str, str]  # what is compared, a stem or a deed, and the word as it stands


class Restated:
    """Remembers the claims of a report in text order, to know one that is said again."""

    def __init__(self) -> None:
        self._seen: list[tuple[Claim, _Words]] = []

    def earlier(self, claim: Claim) -> tuple[str, str] | None:
        """The id of the first claim that says the same, and the ground; remember this one.

        Two claims say the same where most of the shorter one's content words are in the other:
        verbs by the deed that they tell, a pronoun for the speaker by the words that name him.
        Sources with different names remain different ones (:func:`one_word`).
        """
        if claim.kind != "attributed":
            return None
        words = _content_words(claim)
        if len(words) < _FEWEST:
            return None
        same = ((c, w) for c, w in self._seen if _says_again(c, w, claim, words))
        first = next(same, None)
        self._seen.append((claim, words))
        return (first[0].restates or first[0].id, _ground(*first, claim, words)) if first else None


def one_word(a: Claim, b: Claim) -> bool:
    """Whether two claims of a report can be on one word: of one name, or one without a name."""
    if not a.source or not b.source:
        return a.source is b.source
    names = a.source.canonical, b.source.canonical
    return None in names or names[0] == names[1]


def _says_again(a: Claim, known: _Words, b: Claim, words: _Words) -> bool:
    """Whether ``b`` says what ``a`` says; a claim inside the other is no second saying."""
    shared = len(known.keys() & words.keys())
    enough = shared >= _FEWEST and shared >= _SHARE * min(len(known), len(words))
    if not enough or a.negated != b.negated or b.parent == a.id or a.parent == b.id:
        return False
    if one_word(a, b):
        return a.modality == b.modality
    apart = a.content.end <= b.content.start or b.content.end <= a.content.start
    if not a.source or not b.source or not apart or shared <= _FEWEST:
        return False
    one_deed = not _deeds(a).isdisjoint(_deeds(b))
    dice = 2 * shared / (len(known) + len(words))
    return dice >= (_ONE_DEED if one_deed else _OTHER_SOURCE) and _one_matter(a, b)


def _one_matter(a: Claim, b: Claim) -> bool:
    """Whether manner, figures, deeds and names exclude nothing.

    Of two places or people one each is another matter; that one names more than the other is not.
    """
    names, others = _names(a), _names(b)
    return (
        {a.modality, b.modality} <= _ASSERTED
        and agree(a.numbers, b.numbers) is not False
        and not (_deeds(a) and _deeds(b) and _deeds(a).isdisjoint(_deeds(b)))
        and (names <= others or others <= names)
    )


def _deeds(claim: Claim) -> set[tuple[str, str | None]]:
    return {(told.deed, told.aim) for told in claim.happenings}


def _names(claim: Claim) -> set[str]:
    """The stems of the capitalised words inside a claim, but days."""
    words = _WORD.findall(claim.content.text)[1:]
    found = {w.lower() for w in words if w[0].isupper() and len(w) >= _LETTERS}
    return {w[:_STEM] for w in found if LETTERS.get(w) != "D"}


def _ground(a: Claim, known: _Words, b: Claim, words: _Words) -> str:
    """In plain words why the later claim ``b`` is thought to say what ``a`` says."""
    shared = ", ".join(word for key, word in words.items() if key in known)
    return f"{'the same source' if one_word(a, b) else 'another source'}; both say: {shared}"


def _says_something(word: str) -> bool:
    """Whether a word is no part of grammar, and no piece of one such as the "al" of a name."""
    return word not in _CLOSED and (len(word) >= _LETTERS or word.isdigit())


def _content_words(claim: Claim) -> _Words:
    """The words that carry what is said: of each the stem, to join its forms, or its deed."""
    text = claim.content.text
    if claim.source and _HIMSELF.match(text):
        text = f"{claim.source.canonical or claim.source.text} {text}"
    words = {w[:_STEM]: w for w in _WORD.findall(text.lower()) if _says_something(w)}
    for told in claim.happenings:
        verb = told.words.text.lower()
        if words.pop(verb[:_STEM], None):
            words[f"deed {told.aim or told.deed}"] = verb
    return words
