"""Numbers written as words or digits, as values."""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: n for n, word in enumerate(_ONES.split())} | {
    word: 10 * n for n, word in enumerate(_TENS.split(), 2)
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "mln": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_WORD = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?")


def count(words: str) -> float | None:
    """The value of "1,500", "twenty-five", "a hundred and two", "1.2 bn", "half a dozen".

    ``None`` where the words name no value. Each scale multiplies what
    stands before it.
    """
    total, group, seen = 0.0, 0.0, False
    for word in _WORD.findall(words.lower()):
        if word in SCALES:
            scale = SCALES[word]
            group = (group or 1) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
        elif word[0].isdigit():
            group += float(word.replace(",", ""))
        elif word in SMALL:
            group += SMALL[word]
        elif word == "half":
            group += 0.5
        elif word in ("a", "an", "couple"):
            group += {"a": 0, "an": 0, "couple": 2}[word]
        elif word not in ("and", "of"):
            return None
        seen = seen or word not in ("and", "of")
    value = total + group
    return (value or (1.0 if words.lower().strip() in ("a", "an") else 0.0)) if seen else None
