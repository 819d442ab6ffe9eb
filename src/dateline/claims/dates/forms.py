"""The forms in which English names days and stretches of time.

Each form is a pattern with named parts; `named` and `counted` have the rules that
make an interval of each. A form earlier in the list wins where two match at one place.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.claims.words.openings import Opened

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_FULL_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_FULL_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY = rf"(?:{_FULL_WEEKDAY}|Mon|Tue|Wed|Thu|Thurs|Fri|Sat|Sun)\b\.?"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d,.]*\d)"
_NTH = r"(?:st|nd|rd|th)?"
_DASH = r"\s?(?:[-–—]|to|and|or|through)\s?"
_PART = r"(?i:early|late|mid|the (?:start|beginning|end|middle) of)"
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
    r"|several|a few|few|many|a couple of|couple of)"
)
_UNIT = r"(?:hour|day|week|month|year|decade)"
_STRETCH = r"(?:week|weekend|month|year|decade|spring|summer|autumn|fall|winter)"
_TIME = r"(?i:night|morning|afternoon|evening)"
_THAT_YEAR = r"(?:\s(?:of\s)?(?P<rel>last|this|next)\syear)?"
_NAMED_DAY = rf"(?:(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?)?"


class Form(NamedTuple):
    """A kind of expression, and its pattern with the parts that resolving needs."""

    name: str
    pattern: str


FORMS = (
    Form("iso", r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    Form(
        "day_month_range",
        rf"(?P<d>\d{{1,2}}){_NTH}{_DASH}(?P<d2>\d{{1,2}}){_NTH}\s(?P<mon>{_MONTH})"
        rf"(?:,?\s(?P<y>{_YEAR}))?",
    ),
    Form(
        "month_day_range",
        rf"(?P<mon>{_MONTH})\s(?P<d>\d{{1,2}}){_NTH}{_DASH}(?P<d2>\d{{1,2}}){_NTH}(?![\d:])"
        rf"(?:,?\s(?P<y>{_YEAR}))?",
    ),
    Form(
        "day_month",
        rf"{_NAMED_DAY}(?P<d>\d{{1,2}}){_NTH}(?:\sof)?\s(?P<mon>{_MONTH})"
        rf"(?:(?:,?\s(?P<y>{_YEAR}))|{_THAT_YEAR})",
    ),
    Form(
        "month_day",
        rf"{_NAMED_DAY}(?P<mon>{_MONTH})\s(?P<d>\d{{1,2}}){_NTH}(?![\d:]|[.,]\d)"
        rf"(?:(?:,?\s(?P<y>{_YEAR}))|{_THAT_YEAR})",
    ),
    Form("month_year", rf"(?:(?P<part>{_PART})[-\s])?(?P<mon>{_MONTH}),?\s(?:of\s)?(?P<y>{_YEAR})"),
    Form(
        "season_year",
        rf"(?:the\s)?(?P<season>(?i:spring|summer|autumn|fall|winter))\s(?:of\s)?(?P<y>{_YEAR})",
    ),
    Form("first_of", r"(?i:the\s(?P<d>first)\sof\s(?P<which>this|last|next)\smonth)"),
    Form(
        "month",
        rf"(?:(?P<which>(?i:last|next|this)|{_PART})[-\s])?(?P<mon>{_FULL_MONTH})"
        rf"{_THAT_YEAR}",
    ),
    Form(
        "weekday",
        rf"(?:(?P<which>(?i:last|next|this|coming|past))\s)?(?P<weekday>{_FULL_WEEKDAY})\b"
        rf"(?:\s(?P<time>{_TIME}))?",
    ),
    Form("decade", r"(?:the\s)?(?:(?:early|mid|late)[-\s])?(?P<y>(?:1[5-9]|20)\d0)s"),
    Form("years", rf"(?P<y>(?:19|20)\d\d)\s?(?:[-–—]|to|and)\s?(?P<y2>{_YEAR})"),
    Form("year", rf"(?:(?P<part>{_PART})[-\s])?(?P<y>{_YEAR})"),
    Form(
        "deictic",
        r"(?i:the day before yesterday|yesterday|today|tonight|tomorrow|overnight|last night"
        r"|this (?:morning|afternoon|evening)|earlier in the day|later in the day"
        r"|at (?:noon|midday|dawn|daybreak|dusk|nightfall)(?!\s(?:on|of|each|every)\b))",
    ),
    Form(
        "stretch",
        rf"(?i:(?:(?P<part>earlier|later|early|late|the (?:start|beginning|end) of)\s)?"
        rf"(?P<which>this|last|next)\s(?P<unit>{_STRETCH}))",
    ),
    Form("begin", r"(?i:the (?P<part>start|beginning|end) of the (?P<unit>week|month|year))"),
    Form("weekend", r"(?i:(?:at|over) the weekend)"),
    Form(
        "span",
        rf"(?i:(?:the\s)?(?P<which>past|last|previous|recent|coming|next)\s"
        rf"(?:(?P<n>{_COUNT})\s)?(?P<unit>{_UNIT})s?)",
    ),
    Form("ago", rf"(?i:(?:(?P<n>{_COUNT})\s)?(?P<unit>{_UNIT})s?\s(?:ago|earlier today))"),
)

# Every form's pattern without its inner names, as one alternative of its own.
_PLAIN = "|".join(f"(?P<{f.name}>{re.sub(r'[?]P<[a-z0-9]+>', '?:', f.pattern)})" for f in FORMS)
# Where a form may begin, by the words behind it.
_WHERE = "[dmx]|u(?=[gx])|h(?=[dmuxp*])|a(?=.?.?u[gx])|t(?=n|hu)"
ANY = Opened(rf"(?<![\w.,:/-])(?:{_PLAIN})(?![\w])", "days", _WHERE)
DETAIL = {f.name: re.compile(f.pattern) for f in FORMS}

# What stands before and belongs to the expression.
BEFORE = re.compile(
    r"(?i:\b(?:(?P<open>since|until|till|by|before|after|starting|from|between)|on|in|over|during"
    r"|within|for|throughout|as of)\s(?:late\s|early\s|the\s)?|\b(?:early|late)\s(?:on\s)?"
    r"|\b(?:before|after|at|by)\s(?:dawn|noon|midday|midnight|nightfall|dusk|sunset|sunrise)"
    r"\s(?:on\s)?|\bearlier\s(?:on\s|in\s)?|\blater\s(?:on\s|in\s)?)$"
)
