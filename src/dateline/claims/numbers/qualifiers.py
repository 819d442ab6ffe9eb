"""What a qualifier makes of a quantity: "at least", "about", "more than", "up to"."""

from __future__ import annotations

import re

Bounds = tuple[float | None, float | None, float | None]  # value, low, high

_ABOUT = "about|around|approximately|roughly|some|close to|an estimated|estimated|circa"
_LEAST = "at least|no fewer than|not fewer than|no less than|a minimum of"
_MOST = "at most|up to|as many as|as much as|no more than|a maximum of"
_OVER = "more than|over|well over|just over|above|upwards of|greater than"
_UNDER = "less than|fewer than|under|just under|below"
_NEARLY = "nearly|almost|close on"
_ALL = "|".join((_LEAST, _MOST, _OVER, _UNDER, _NEARLY, _ABOUT))
_ORDERED = "|".join(sorted(_ALL.split("|"), key=len, reverse=True)).replace(" ", r"\s")
BEFORE = re.compile(rf"\b(?i:(?P<how>{_ORDERED}))\s(?:(?:a|an|the|another|other)\s)?$")
AFTER = re.compile(r"\s(?i:or\s(?P<how>more|less|fewer|so))\b")
_AFTER = {"more": "at least", "less": "at most", "fewer": "at most", "so": "about"}


def plain(qualifier: str) -> str:
    """The qualifier in its usual form: lower case, one space, "or more" as "at least"."""
    words = " ".join(qualifier.lower().split())
    return _AFTER.get(words, words)


def bounded(value: float, qualifier: str) -> Bounds:
    """Value, low and high of a quantity under a qualifier.

    "At least 14": 14, from 14 on. "More than 30": from 31 on (30 for what is no whole number), and
    30 itself is not the value. "About 600": 600, the range unknown. No qualifier: exactly it.
    """
    whole = float(value).is_integer()
    if qualifier in _LEAST.split("|"):
        return value, value, None
    if qualifier in _MOST.split("|"):
        return value, None, value
    if qualifier in _OVER.split("|"):
        return None, value + whole, None
    if qualifier in _UNDER.split("|"):
        return None, None, value - whole
    if qualifier in _NEARLY.split("|"):
        return value, None, value
    if qualifier in _ABOUT.split("|"):
        return value, None, None
    return value, value, value
