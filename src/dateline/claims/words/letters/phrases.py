"""The letter of a word for phrases that name doers, places and deeds.

The letters: ``h`` head noun of a doer ("forces"), ``m`` one that also stands before another
("army units"), ``j`` adjective of a doer, ``g`` demonym, ``S`` state, ``C`` other capitalised word
(``H M J``: head, modifier, adjective with a capital), ``x`` the end of a compound ("-backed"),
``'`` possessive, ``q`` particle of a name ("al"), ``d`` determiner, ``n`` number, ``D`` weekday or
month, ``r`` pronoun, ``R`` adverb, ``o`` of, ``y`` by, ``f`` for, ``i`` to, ``p`` other
preposition, ``c`` and, ``w`` opens a clause, ``v`` form of be, ``u`` other auxiliary, ``N`` not,
``s`` says, ``L`` kind of place, ``k`` direction, ``t`` may tell a deed, ``a`` anything else,
``( ) , .`` themselves.
"""

from __future__ import annotations

from dateline.claims.words.deeds import TRIGGERS
from dateline.claims.words.demonyms import PEOPLES, STATES
from dateline.claims.words.doers import ADJECTIVES, HEADS, MODIFIERS
from dateline.claims.words.kinds_of_place import DIRECTIONS, KINDS_OF_PLACE
from dateline.text.wordlist import words

_CLOSED = {
    "d": "the a an this these those its their his her our my your some several many most all "
    "both other another any each every no",
    "n": "one two three four five six seven eight nine ten eleven twelve dozen dozens scores "
    "hundreds hundred thousands thousand million twin",
    "r": "they it he she them him we us i you who",
    "o": "of",
    "y": "by",
    "f": "for",
    "i": "to",
    "p": "in on at from against with into towards toward near under over after before during "
    "since until between among around across inside outside through along within without behind "
    "amid beyond above below off up down out via per despite about upon onto beside besides "
    "including following",
    "c": "and or but nor",
    "w": "that which whose whom where when while as if because although though whether unless once "
    "than so then whereas what how why",
    "v": "is are was were be been being",
    "u": "has have had having do does did will would shall should can could may might must",
    "N": "not never n't neither hardly",
    "s": "said says say told added adding reported reports announced claimed stated confirmed "
    "according saying",
    "R": "meanwhile earlier later also however still already now today yesterday tomorrow last "
    "next there here online ago again only just even too almost nearly about approximately around "
    "at-least heavily reportedly allegedly mostly",
    "'": "s",
    "q": "al el de la bin ibn ul ud von van abu ash as-",
}
_DATES = words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)
_EXACT = dict.fromkeys(_DATES, "D") | {
    "State": "C",
    "An": "d",
    "La": "C",
    "De": "C",
    "Al": "q",
    "El": "q",
    "Abu": "C",
}


def _table() -> dict[str, str]:
    table = dict.fromkeys(TRIGGERS, "t")
    table |= dict.fromkeys(ADJECTIVES | MODIFIERS.keys(), "j") | dict.fromkeys(HEADS, "h")
    table |= dict.fromkeys(MODIFIERS.keys() & HEADS.keys(), "m")
    table |= dict.fromkeys(KINDS_OF_PLACE, "L") | dict.fromkeys(DIRECTIONS, "k")
    for tag in reversed(_CLOSED):
        table |= dict.fromkeys(_CLOSED[tag].split(), tag)
    return table


_TABLE = _table()
_STATE_ADJECTIVES = {
    word for word in STATES if word.endswith(("n", "i", "ish", "ese", "ch", "ian"))
}
_ABBREVIATED = {"US", "U.S.", "UK", "U.K."}


def letter(word: str) -> str:
    """The letter of a word as it stands in a text."""
    first = word[0]
    if word in _EXACT:
        return _EXACT[word]
    if not first.isalnum():
        return "x" if len(word) > 2 and first == "-" else _mark(first)
    if first.isdigit():
        return "n"
    lower = word.lower()
    if lower == word:
        return _TABLE.get(word, "R" if word.endswith("ly") else "a")
    if word in PEOPLES or (word in STATES and _is_adjective(word)):
        return "g"
    if word in STATES or (word.endswith("s") and word[:-1] in STATES):
        return "S"
    known = _TABLE.get(lower, "C")
    if known in "hmj":
        return known.upper()
    return "C" if known in "Lkat" and not lower.endswith("ly") else known


def _is_adjective(word: str) -> bool:
    return word in _ABBREVIATED or (word != STATES[word] and not word.isupper())


def _mark(first: str) -> str:
    if first in "'’":
        return "'"
    return "," if first in ",;:—–" else first if first in "()" else "."
