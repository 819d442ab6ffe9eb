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
    rf"(?:(?:{_WEEKDAY}\s+)?(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s*/?\s*{_MONTH},?\s*/?\s*{_YEAR}"
    rf"|{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s*{_YEAR}"
    rf"|\d{{1,2}}[-./]\d{{1,2}}[-./]{_YEAR}"
    rf"|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}))"
)
# The date inside a dateline has no year: "DAMASCUS, Feb 26 (Agency) -".
DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s*{_YEAR})?"
_CLOCK = (
    r"(?:,?\s+(?:at\s+)?\d{1,2}\s?[:.]\s?\d{2}(?:[:.]\d{2})?(?:\s*(?:[AaPp]\.?[Mm]\.?|GMT|UTC|BST|E[SD]?T))?"
    r"|,?\s+at\s+\d{3,4}|,?\s+\d{3,4}\s*(?:[AP]M|GMT|UTC)|T\d\d:\d\d\S*)"
)
_WORDS = (
    r"(?:(?:date of publication|date|first published|published|last updated|last modified|updated"
    r"|posted|issued)(?:\s+(?:at|on))?\s*:?\s*)"
)
STAMP = re.compile(rf"\W{{0,3}}(?i:{_WORDS})?(?<!\w){DATE}{_CLOCK}?")
