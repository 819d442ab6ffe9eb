"""Words that English capitalises at the start of a sentence only.

They show where a lead begins behind a headline without a full stop, and that the stop of an
abbreviation ("in the U.S. He …") ends its sentence as well.
"""

from __future__ import annotations

import re

from dateline.text.wordlist import words

OPENERS = words("""
A About According After All Also Although Among An And Another Any As At Because Before Being
Between Both But By Despite Dozens During Each Earlier Even Every Few Following For Fresh From Had
Hundreds However If In Instead It Its Just Last Later Many Meanwhile More Moreover Most Nearly No
Not Now Nobody Nothing On Once Only Other Others Over Scores Separately Several She He Since So Some
Such That The Their Then There These They This Those Thousands Though Through Thus To Together Under
Until Up We What When Where Whether Which While Who Why With Within Without Yet You I Our My Your
His Her
""")
NUMBERS = words("""
One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen
Seventeen Eighteen Nineteen Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety
""")

# Words that a headline, a caption or a name cannot end with.
UNFINISHED = words(
    """
    a an the of in on at to by for from with and or but as than that into over near after before
    between against amid during is are was were be has have had says said told
    """
)
_WORD = re.compile(r"\w+")


def opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether the word at ``start`` is capitalised only where a sentence starts."""
    word = _WORD.match(text, start, end)
    if not word or word.group() not in OPENERS:
        return False
    # "A. Smith", "No. 5" and "He-Man" open nothing.
    return text[word.end() : word.end() + 1] not in {".", "-", "&"}
