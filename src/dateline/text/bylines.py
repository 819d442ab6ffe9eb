"""Bylines: who wrote it ("By Name Surname", "Name Surname." behind a headline)."""

from __future__ import annotations

import re

_NAME = r"(?:(?:[Aa]l-|[Ee]l-|de\s|von\s|van\s)?[A-Z][\w.'’-]{1,25})"
_BYLINE = re.compile(
    rf"(?i:by)[:\s]\s?{_NAME}(?:,?\s(?:and\s|in\s|for\s|at\s|&\s)?{_NAME}){{1,9}}(?:\s?[,|].{{0,60}})?$"
)
_STAFF = (
    r"(?:staff|correspondents?|reporters?|writers?|desk|bureau|newsroom|agencies|web\sdesk)"
    r"(?:\s(?:and\sagencies|writers?|reporters?|correspondents?))?"
)
_BY_STAFF = re.compile(
    rf"(?i:by)[:\s]\s?(?:(?:[Oo]ur(?:\sown)?|[Aa]|{_NAME})\s){{0,4}}(?i:{_STAFF})$"
)
_NAMES = re.compile(rf"{_NAME}(?:\s{_NAME}){{1,5}}\.")
_BY_TWO = re.compile(rf"by\s{_NAME}\s{_NAME}(?=\s)")


def is_byline(piece: str) -> bool:
    """Whether a stripped paragraph is a byline from end to end."""
    if piece[:1] not in "Bb" or len(piece) >= 300:
        return False
    return bool(_BYLINE.match(piece) or _BY_STAFF.match(piece))


def is_names(piece: str) -> bool:
    """Whether a sentence is nothing but the names of its writers: "Name Surname Name Surname."."""
    return len(piece) < 160 and bool(_NAMES.fullmatch(piece))


def stamped_byline(text: str, start: int, end: int) -> int:
    """Where "by Name Surname" behind a date stamp ends, or ``start``."""
    match = _BY_TWO.match(text, start, min(end, start + 80))
    return match.end() if match else start
