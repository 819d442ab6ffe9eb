"""The letter of a word for grammar, as far as the word alone shows it.

The letters are those of ``lexicon.closed`` and: ``n`` common noun or adjective (what nothing else
claims), ``N`` name, ``S`` possessive, ``C`` reporting verb, ``G`` the same in -ing, ``"`` a mark of
quotation, ``,`` ``;`` ``:`` ``-`` ``(`` ``)`` ``.`` punctuation, ``'`` any other mark.
"""

from __future__ import annotations

from dateline.claims.lexicon.closed import LETTERS
from dateline.claims.lexicon.verbs import FORMS
from dateline.text.fold import DOUBLE_QUOTES

_PUNCTUATION = {
    **dict.fromkeys(",،、", ","),
    **dict.fromkeys(";", ";"),
    **dict.fromkeys(":", ":"),
    **dict.fromkeys(("-", "--", "---", "–", "—", "―", "‒"), "-"),
    **dict.fromkeys("([", "("),
    **dict.fromkeys(")]", ")"),
    **dict.fromkeys((".", "!", "?", "…", "...", ".."), "."),
}
_CONTRACTED = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "that", "there", "who", "what", "here", "let"}
)
_VERB_LEFT = ("'ll", "’ll", "'ve", "’ve", "'re", "’re", "'d", "’d", "'m", "’m")
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "de", "la", "von", "van", "der", "ul", "abu", "du"}
)
_MARKS = frozenset((*DOUBLE_QUOTES, "'", "’", "‘", "''", "``"))


def letter(word: str) -> str:
    """The letter of a word as it stands in a text."""
    first = word[0]
    if not first.isalnum():
        return '"' if word in _MARKS else _PUNCTUATION.get(word, "'")
    if first.isdigit():
        return "#"
    if word.endswith(("'s", "’s", "s'", "s’")):
        return _possessive(word)
    if word.endswith(_VERB_LEFT):
        return "H"
    if first.isupper() or (len(word) > 2 and any(c.isupper() for c in word)):
        return _capitalised(word)
    return plain_letter(word)


def _possessive(word: str) -> str:
    return "H" if word[:-2].lower() in _CONTRACTED else "S"


def _capitalised(word: str) -> str:
    low = word.lower()
    if low in ("i", "according"):
        return "h" if low == "i" else "A"
    return "D" if LETTERS.get(low) == "D" else "N"


def plain_letter(word: str, unknown: str = "n") -> str:
    """The letter of a word in lower case; ``unknown`` where nothing tells what it is."""
    if letter := LETTERS.get(word):
        return letter if word not in FORMS else _reporting(word)
    if word in FORMS:
        return _reporting(word)
    if word in _PARTICLES:
        return "N"
    if word == "according":
        return "A"
    return _by_ending(word, unknown)


def _reporting(word: str) -> str:
    return "G" if FORMS[word][1] == "g" else "C"


def _by_ending(word: str, unknown: str) -> str:
    if "-" in word:
        return unknown
    if word.endswith(("n't", "n’t")):
        return "a"
    if len(word) > 4 and word.endswith("ly"):
        return "r"
    if len(word) > 4 and word.endswith("ed"):
        return "v"
    return "g" if len(word) > 5 and word.endswith("ing") else unknown
