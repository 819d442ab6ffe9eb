"""A text as words, each with one letter for its class: phrases are found by patterns of letters.

The letters: ``h`` head noun of a doer ("forces"), ``m`` one that also stands before another
("army units"), ``j`` adjective of a doer, ``g`` demonym, ``S`` state, ``C`` other capitalised word
(``H M J``: head, modifier, adjective with a capital), ``x`` the end of a compound ("-backed"),
``'`` possessive, ``q`` particle of a name ("al"), ``d`` determiner, ``n`` number, ``D`` weekday or
month, ``r`` pronoun,
``R`` adverb, ``o`` of, ``y`` by, ``f`` for, ``i`` to, ``p`` other preposition, ``c`` and, ``w``
opens a clause, ``v`` form of be, ``u`` other auxiliary, ``N`` not, ``s`` says, ``L`` kind of
place, ``k`` direction, ``t`` may tell a deed, ``a`` anything else, ``( ) , .`` themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from dateline.claims.words.deeds import TRIGGERS
from dateline.claims.words.demonyms import PEOPLES, STATES
from dateline.claims.words.doers import ADJECTIVES, HEADS, MODIFIERS
from dateline.claims.words.kinds_of_place import DIRECTIONS, KINDS_OF_PLACE
from dateline.model import Span
from dateline.text.wordlist import words

TIED = (
    "backed|led|held|run|controlled|allied|aligned|affiliated|linked|supported|occupied|dominated"
)
_TIED = f"-(?:{TIED}|trained|based|ruled|inspired|loyal)(?![\\w-])"
_TOKEN = re.compile(
    rf"""(
    [^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W_]*)
      (?:(?!{_TIED})[-'’](?!s\b)[^\W_]+)*
    | {_TIED}
    | \d+(?:[.,]\d+)*
    | ['’]s?\b | ['’]
    | [(),;:—–] | [.!?…]+
    )""",
    re.VERBOSE,
)

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
_REMEMBERED = 1 << 16
_ABBREVIATED = {"US", "U.S.", "UK", "U.K."}


def _tag(word: str) -> str:
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


class _Tags(dict[str, str]):
    """The letters of words met so far; forgets all when it grows too large."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        letter = self[word] = _tag(word)
        return letter


_TAGS = _Tags()


def _is_adjective(word: str) -> bool:
    return word in _ABBREVIATED or (word != STATES[word] and not word.isupper())


def _mark(first: str) -> str:
    if first in "'’":
        return "'"
    return "," if first in ",;:—–" else first if first in "()" else "."


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a text with their offsets, and a letter for each.

    ``lower`` are the words in lower case with three empty ones at the end, so that what stands
    before the first word (-1 to -3) and behind the last is the empty word.
    """

    text: str
    words: Sequence[str]
    lower: Sequence[str]
    starts: Sequence[int]
    tags: str

    def end(self, i: int) -> int:
        """The offset behind word ``i``."""
        return self.starts[i] + len(self.words[i])

    def span(self, i: int, j: int) -> Span:
        """The text of the words ``i`` up to, not including, ``j``."""
        start, end = self.starts[i], self.starts[j - 1] + len(self.words[j - 1])
        return Span(start, end, self.text[start:end])

    def cut(self, i: int, j: int) -> str:
        """What :meth:`span` holds, as a string."""
        return self.text[self.starts[i] : self.starts[j - 1] + len(self.words[j - 1])]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words that begin within the offsets ``[start, end)``, as a half-open range."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)


@lru_cache(maxsize=4)
def tagged(text: str) -> Tagged:
    """Cut a text into words and marks and give each its letter; quotation marks are passed over."""
    pieces = _TOKEN.split(text)
    cut, starts = pieces[1::2], list(accumulate(map(len, pieces)))[::2]
    lower = [*map(str.lower, cut), "", "", ""]
    return Tagged(text, cut, lower, starts[:-1], "".join(map(_TAGS.__getitem__, cut)))
