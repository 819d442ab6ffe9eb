"""Whether something that should have no texts in it has some."""

from __future__ import annotations

import re


def has_words_of(written: str, text: str, run: int = 5) -> bool:
    """Is there a run of words of the text?"""
    words = re.findall(r"\w+", text)
    said = " ".join(re.findall(r"\w+", written))
    runs = (" ".join(words[i : i + run]) for i in range(len(words) - run + 1))
    return any(one in said for one in runs)
