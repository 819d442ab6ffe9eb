"""Dates as sites stamp them on an article: "Last updated at Jul 17, 2015", "05-07-2013"."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?"
_YEAR = r"(?:19|20)\d\d"
DATE = (
    rf"(?:(?:{_WEEKDAY}\s{{1,3}})?(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s?/?\s?{_MONTH},?\s?/?\s?{_YEAR}"
    rf"|{_MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?\s?,?\s?{_YEAR}"
    rf"|\d{{1,2}}\s?[-./]\s?\d{{1,2}}\s?[-./]\s?{_YEAR}"
    rf"|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}))"
)
# The date inside a dateline has no year: "DAMASCUS, Feb 26 (Agency) -".
DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s?{_YEAR})?"
_HALF = r"(?:[AaPp]\s?\.?\s?[Mm]\.?)"
_ZONE = r"(?:GMT|UTC|BST|E[SD]?T|P[SD]?T|C[SD]?T)"
_CLOCK = (
    rf"(?:,?\s(?:at\s)?\d{{1,2}}\s?[:.]\s?\d{{2}}(?:[:.]\d{{2}})?(?:\s?{_HALF})?(?:\s?{_ZONE})?"
    rf"|,?\sat\s\d{{3,4}}|,?\s\d{{3,4}}\s?(?:[AP]M|{_ZONE})|T\d\d:\d\d\S{{0,12}}"
    r"|\s[012]\d[0-5]\d[0-5]\d(?=\s))"
)
_WORDS = (
    r"(?:(?:date of publication|date|first published|published|last update|last updated"
    r"|last modified|updated|posted|issued)(?:\s(?:at|on))?\s?:?\s?)"
)
STAMP = re.compile(rf"\W{{0,3}}(?i:{_WORDS})?(?<!\w){DATE}(?!\d){_CLOCK}?")

# What sites hang on the stamp: a second stamp in brackets, a share link, counters.
_HANGS_ON = re.compile(
    r"\s?\(updated\s[\d\s:./]{4,40}+\)|\s?\)|\s?(?:UTC\s?)?[-+]\d{1,2}(?=\s)|\s{0,2}Get short URL"
    r"|\sTopic\s[^.()]{3,80}+\(\d{1,6}\)|\sSEND\shttp\S++"
    r"|\s(?:[Tt]itle|[Hh]eadline)\s?:(?=\s)"
)
_COUNTERS = re.compile(r"(?:\s\d{1,7}(?!\w)){1,4}")
_LAST_COUNTER = re.compile(r"\s[1-9]\d{0,6}$")
_OPENS = re.compile(r"\s*+(?:[^\W_a-zß-öø-ÿ]|[\"“‘(]|by\s[A-Z]|$)")
_REACH = 160


def stamp(text: str, start: int, end: int) -> int:
    """Where a date stamp at ``start`` ends, with what hangs on it, or ``start``."""
    match = STAMP.match(text, start, min(end, start + _REACH))
    if not match:
        return start
    at, hung = match.end(), False
    while (more := _HANGS_ON.match(text, at, end)) and at < start + 3 * _REACH:
        at, hung = more.end(), True
    if not _OPENS.match(text, at, end):
        return start
    return _counters(text, at, end) if hung else at


def _counters(text: str, at: int, end: int) -> int:
    """Behind the counts of shares and comments; the last number may open the lead ("0 85 12 …")."""
    match = _COUNTERS.match(text, at, end)
    if not match:
        return at
    last = _LAST_COUNTER.search(text, at, match.end())
    if last and match.group().count(" ") > 2:
        return last.start()
    return match.end() if _OPENS.match(text, match.end(), end) else at
