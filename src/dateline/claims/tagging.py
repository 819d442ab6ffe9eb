"""A light tagging of English: each word of a sentence gets one letter.

A sentence is then a string of letters beside its words, and grammar is looking at neighbouring
letters. The letters are those of a word alone (``words.letters.grammar``), as its neighbours change
them, and ``e`` participle without a helping verb, ``q`` and ``Q`` the marks around a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dateline.claims.lexicon.settings import DOCUMENTS
from dateline.claims.lexicon.sources import SPEAKERS
from dateline.claims.settled import settle
from dateline.claims.words.known import ALPHABETS, GRAMMAR, known
from dateline.claims.words.letters.grammar import plain_letter
from dateline.text.abbreviations import TITLES
from dateline.text.paragraphs import Range

_TITLES = "|".join(sorted(TITLES, key=len, reverse=True))
_TOKEN = re.compile(
    rf"((?=\w)(?:(?=[^\W\d_]{{1,6}}[.-])(?:(?:[A-Z]-)?(?:[^\W\d_]\.){{2,}}(?:-\w+)?"
    rf"|(?:{_TITLES}|[A-Z]|[A-Z]-[A-Z][a-z]{{1,4}})\.(?=[\s,)]))"
    r"|\d[\d.,:]*\d(?!-[a-z])|[^\W_]+(?:[-'’&/][^\W_]+|(?<=s)[’'](?=\s)|\.(?:com|org|net|gov|info|co|uk|cn|ru|tv)\b)*+)"
    r"|''|``|--+|\.{2,}|[^\w\s])"
)


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
    every, lower = known(words)
    letters = list(every[GRAMMAR::ALPHABETS])
    if '"' in letters:
        for i in [i for i, letter in enumerate(letters) if letter == '"']:
            letters[i] = "q" if ends[i] in opens else "Q" if starts[i] in closes else "'"
    _sentence_start(words, letters)
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


_OPENING = re.compile("(?:^|(?<=[q:']))[-(.]*+N")


def _sentence_start(words: list[str], letters: list[str]) -> None:
    """A capital at the start of a sentence or a quotation says nothing."""
    for match in _OPENING.finditer("".join(letters)):
        i = match.end() - 1
        letters[i] = _opening_letter(words[i].lower(), letters[i + 1 : i + 2] == ["N"])


def _opening_letter(word: str, before_name: bool) -> str:
    """The letter of a word whose capital may be that of the sentence."""
    known = word in SPEAKERS or word in DOCUMENTS
    return "n" if known and not before_name else plain_letter(word, unknown="N")
