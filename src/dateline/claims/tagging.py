"""A light tagging of English: each word of a sentence gets one letter.

A sentence is then a string of letters beside its words, and grammar is looking at neighbouring
letters. The letters are those of ``lexicon.closed`` and: ``n`` common noun or adjective (what
nothing else claims), ``N`` name, ``S`` possessive, ``C`` reporting verb, ``G`` the same in -ing,
``e`` participle without a helping verb, ``q`` and ``Q`` the marks around a quotation, ``,`` ``;``
``:`` ``-`` ``(`` ``)`` ``.`` punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dateline.claims.lexicon.closed import LETTERS
from dateline.claims.lexicon.settings import DOCUMENTS
from dateline.claims.lexicon.sources import SPEAKERS
from dateline.claims.lexicon.verbs import FORMS
from dateline.claims.settled import settle
from dateline.text.abbreviations import TITLES
from dateline.text.fold import DOUBLE_QUOTES
from dateline.text.paragraphs import Range

_TITLES = "|".join(sorted(TITLES, key=len, reverse=True))
_TOKEN = re.compile(
    rf"((?=\w)(?:(?=[^\W\d_]{{1,6}}[.-])(?:(?:[A-Z]-)?(?:[^\W\d_]\.){{2,}}(?:-\w+)?"
    rf"|(?:{_TITLES}|[A-Z]|[A-Z]-[A-Z][a-z]{{1,4}})\.(?=[\s,)]))"
    r"|\d[\d.,:]*\d|[^\W_]+(?:[-'’&/][^\W_]+|(?<=s)[’'](?=\s)|\.(?:com|org|net|gov|info|co|uk|cn|ru|tv)\b)*+)"
    r"|''|``|--+|\.{2,}|[^\w\s])"
)
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
_REMEMBERED = 1 << 16
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "de", "la", "von", "van", "der", "ul", "abu", "du"}
)
_MARKS = frozenset((*DOUBLE_QUOTES, "'", "’", "‘", "''", "``"))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as words with letters; ``starts`` and ``ends`` are offsets into the whole text."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    tags: str
    quoted: bytes

    def __len__(self) -> int:
        return len(self.tags)

    def cut(self, first: int, last: int) -> Range:
        """The offsets of words ``first`` up to, not including, ``last``."""
        return self.starts[first], self.ends[last - 1]


def tag(
    text: str,
    start: int,
    end: int,
    opens: frozenset[int] = frozenset(),
    closes: frozenset[int] = frozenset(),
    *,
    inside: bool = False,
) -> Tagged:
    """Tag the sentence ``text[start:end]``.

    ``opens`` are the offsets where quotations start, ``closes`` where they end, the marks outside
    (as :func:`dateline.text.quotations.quotations` gives them); ``inside`` says that the sentence
    starts in one.
    """
    pieces = _TOKEN.split(text[start:end])
    edges = list(accumulate(map(len, pieces), initial=start))
    words, starts, ends = pieces[1::2], edges[1:-1:2], edges[2::2]
    letters = list(map(_LETTERS.__getitem__, words))
    if '"' in letters:
        for i in [i for i, letter in enumerate(letters) if letter == '"']:
            letters[i] = "q" if ends[i] in opens else "Q" if starts[i] in closes else "'"
    _sentence_start(words, letters)
    lower = list(map(str.lower, words))
    settle(lower, letters)
    quoted = _quoted(letters, inside=inside)
    return Tagged(text, lower, starts, ends, "".join(letters), quoted)


def _quoted(letters: list[str], *, inside: bool) -> bytes:
    """For each word whether it stands in a quotation; ``inside`` says that the first one does."""
    if not inside and "q" not in letters:
        return bytes(len(letters))
    out = bytearray()
    for letter in letters:
        inside = (inside and letter != "Q") or letter == "q"
        out.append(inside)
    return bytes(out)


def _sentence_start(words: list[str], letters: list[str]) -> None:
    """A capital at the start of a sentence or a quotation says nothing."""
    opening = True
    for i, letter in enumerate(letters):
        if opening and letter == "N":
            letters[i] = _opening_letter(words[i].lower(), letters[i + 1 : i + 2] == ["N"])
        opening = letter in "q:'" or (opening and letter in "-(.")


def _opening_letter(word: str, before_name: bool) -> str:
    """The letter of a word whose capital may be that of the sentence."""
    known = word in SPEAKERS or word in DOCUMENTS
    return "n" if known and not before_name else _plain_letter(word, unknown="N")


def _letter(word: str) -> str:
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
    return _plain_letter(word)


class _Letters(dict[str, str]):
    """The letters of words met so far; forgets all when it grows too large."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        letter = self[word] = _letter(word)
        return letter


_LETTERS = _Letters()


def _possessive(word: str) -> str:
    return "H" if word[:-2].lower() in _CONTRACTED else "S"


def _capitalised(word: str) -> str:
    low = word.lower()
    if low == "i":
        return "h"
    return "D" if LETTERS.get(low) == "D" else "N"


def _plain_letter(word: str, unknown: str = "n") -> str:
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
