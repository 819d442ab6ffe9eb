"""What each character becomes before words are hashed: one table entry per code point.

An entry packs up to three folded code points (21 bits each, first one lowest) and a bit that says
that the entry is known. Word characters keep their folded code point, which is at least ``"0"``;
the separators are told apart as far as joining words needs it (`OTHER`, `SPACE`, `STOP`, `COMMA`);
a character that folds to nothing has an empty entry. Entries are made when a character is first
met, so that a pile pays for the characters it uses and not for all of Unicode.
"""

from __future__ import annotations

import unicodedata
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from dateline.text.fold import APOSTROPHES, fold

Fold = Literal["dateline", "plain"]
FOLDS: tuple[Fold, ...] = get_args(Fold)

OTHER, SPACE, STOP, COMMA = 1, 2, 3, 4
KNOWN = 1 << 63
_BITS = 21
_SLOTS = 3
CODE_POINTS = 0x110000
_TATWEEL = "\u0640"
_SELECTOR = "VARIATION SELECTOR"
_SEPARATORS = {".": STOP, ",": COMMA, ":": COMMA}


def dateline_codes(char: str) -> list[int]:
    """The folded code points of a character: case, diacritics, quote styles and forms are gone.

    Apostrophes and invisible characters vanish. A ligature of more than three letters stands for
    itself.
    """
    category = unicodedata.category(char)
    if category in ("Cf", "Cs"):
        return [] if category == "Cf" else [OTHER]
    if char.isspace():
        return [SPACE]
    codes = [code for part in fold(char) for code in _dateline_code(part)]
    return codes if len(codes) <= _SLOTS else [ord(char)]


def _dateline_code(part: str) -> list[int]:
    if part in APOSTROPHES or part == _TATWEEL or _SELECTOR in unicodedata.name(part, ""):
        return []
    if part.isdecimal():
        return [ord("0") + unicodedata.decimal(part)]
    if part.isalnum() or unicodedata.category(part).startswith("M"):
        return [ord(part)]
    return [_SEPARATORS.get(part, SPACE if part.isspace() else OTHER)]


def plain_codes(char: str) -> list[int]:
    r"""The character itself where it matches ``\w``; lower case is made before the table."""
    return [ord(char) if char.isalnum() or char == "_" else OTHER]


class Letters:
    """The table of one folding; entries are learnt as characters are met.

    Learning the same character twice writes the same entry, so threads may share a table.
    """

    def __init__(self, fold: Fold) -> None:
        self.table: NDArray[np.uint64] = np.zeros(CODE_POINTS, dtype=np.uint64)
        self._codes_of = dateline_codes if fold == "dateline" else plain_codes
        self.learn(range(128))

    def learn(self, code_points: range | list[int]) -> None:
        """Make the entries of these code points."""
        for point in code_points:
            packed = KNOWN
            for slot, code in enumerate(self._codes_of(chr(point))):
                packed |= code << (_BITS * slot)
            self.table[point] = packed
