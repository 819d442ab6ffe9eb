"""Datelines: the place, the day and the agency that open a report ("BEIRUT, June 3 (Agency) -")."""

from __future__ import annotations

import re

from dateline.text.agencies import AGENCY
from dateline.text.letters import CASELESS, UPPER
from dateline.text.openers import opens_sentence
from dateline.text.paragraphs import Range
from dateline.text.stamps import DAY

_SPOT = (
    rf"(?:[A-Z]['’ ])?{UPPER}{{2,30}}(?:(?:[ .'’/-]|, ?){{1,2}}{UPPER}{{1,30}}){{0,5}}"
    r"(?:,\s?[^\W\d_][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?)?"
)
_PLACE = rf"{_SPOT}(?:/{_SPOT}){{0,2}}"
_TITLE_PLACE = r"[A-Z][\w'’-]{1,25}(?:[ /-][A-Z][\w'’-]{1,25}){0,3}"
_DAY = rf"(?:(?i:{DAY})|\d{{1,2}} [^\W\d_]{{3,10}}\.?)"
_NAME = rf"{UPPER}[\w&.-]{{0,20}}"
_SIGNED = rf"\((?:{AGENCY}|{_NAME}(?:\s{_NAME}){{0,3}})\)"
_DASH = r"\s{0,3}(?:[-–—―]{1,2}|:)"
# A dash is followed by space; the long ones may touch the lead.
_BARE_DASH = r"\s{0,3}(?:[-–—―]{1,2}(?=\s)|[–—―]|(?<=\s)-(?=[A-Z]))"
_END = r"(?=\s{1,4}\S|(?<=[–—―])\S|(?<=-)[A-Z])"

_DATELINE = re.compile(
    rf"(?:(?P<bare>(?:[A-Z][a-z]{{2,20}}\s)?(?!Getty|EPA){AGENCY}\s?[-–—―](?=\s))"
    rf"|{_PLACE}(?:,?\s{_DAY})?,?\s{{0,2}}{_SIGNED}(?:{_DASH}|\.)?"
    rf"|{_PLACE}(?:,?\s{_DAY})?{_BARE_DASH}"
    rf"|{_TITLE_PLACE}(?:,?\s?{DAY})?,?\s?{_SIGNED}{_DASH}"
    rf"|{_TITLE_PLACE},\s?{DAY}\s?[-–—―]"
    rf"|\({AGENCY}\)\s?[-–—―]"
    rf"|\((?:{AGENCY}|[A-Z][A-Z&.]{{1,12}}(?:\s[A-Z][a-z]\w{{1,12}})?)\)(?=\s{{1,4}}[\"“‘]?[A-Z])"
    rf"|{CASELESS}{{2,20}}(?:[ /]{CASELESS}{{2,20}}){{0,3}}\s?[(（][^()（）]{{2,30}}[)）]{_DASH}"
    rf"|{CASELESS}{{2,12}}\d{{1,2}}月\d{{1,2}}日电)"
    rf"(?:{_END}|(?<=电))"
)
# Without dash or agency a dateline is sure only after other furniture.
_BARE = re.compile(rf"{UPPER}{{4,20}}(?:[ /]{UPPER}{{4,20}}){{0,2}}(?=\s[\"“]?[A-Z])")
_PROSE = re.compile(r"\s[\"“]?[A-Z][\w-]*\s[^A-Z]")
_COUNTRY = re.compile(r"\s[A-Z][a-z]{3,20}\s")
_HYPHENED = re.compile(r"[A-Z][a-z]{2,20}-\s(?=[A-Z])")
_TITLED = re.compile(rf"{_TITLE_PLACE}\s\([A-Z]{{2,8}}\)(?=\s)")
_STRONG = re.compile(
    rf"(?<![\w(]){_PLACE}(?:,?\s{DAY})?,?\s{{0,2}}{_SIGNED}(?:\s{{0,2}}[-–—―])?(?=\s{{1,4}}\S)"
)
# "PLACE: The …": a place, unless a desk's label or one of the speakers of a transcript.
_COLON = re.compile(rf"{_PLACE}(?:,?\s{_DAY})?\s?:(?=\s{{1,4}}[\"“‘]?[A-Z])")
_DESK = re.compile(
    r"(?:UPDATED?|BREAKING|EXCLUSIVE|WATCH|READ|LISTEN|SEE|LIVE|VIDEO|PHOTOS?|PICTURES?|GALLERY"
    r"|ANALYSIS|OPINION|COMMENT|EDITORIAL|FEATURE|INTERVIEW|PROFILE|FACTBOX|TIMELINE|EXPLAINER"
    r"|FACT|NOTE|EDITOR|CORRECTED|CORRECTION|REPORT|REVIEW|BLOG|POLL|QUIZ|RELATED|MORE|ALSO|TIPS?"
    r"|WARNING|SPOILER|ADVERTISEMENT|URGENT|NEWS|SPORTS?|BUSINESS|WORLD|ALERT|DEVELOPING|SOURCES?"
    r"|CAPTION|CREDIT|SUMMARY|KEY|WHO|WHAT|WHEN|WHERE|WHY|HOW|QUESTION|ANSWER)\b"
)
_SPEAKER = re.compile(r"(?:^|\n)\s*[A-Z][A-Z .'’-]{1,30}:\s")
# "Port Name — The …": a place in small letters, a spaced dash, and a word that opens a lead.
_DASHED = re.compile(rf"{_TITLE_PLACE}\s[–—](?=\s)")
_REACH = 160
_LATE = 700
_AGAIN = 3000


def dateline(text: str, start: int, end: int, after_furniture: bool) -> int:
    """Where a dateline at ``start`` ends ("BEIRUT (Agency) -"), or ``start``."""
    last = min(end, start + _REACH)
    if match := _DATELINE.match(text, start, last):
        return match.end()
    if (at := _colon(text, start, last) or _dashed(text, start, end)) > start:
        return at
    titled = _TITLED.match(text, start, last)
    if titled and opens_sentence(text, titled.end() + 1, end):
        return titled.end()
    return _unsigned(text, start, last) if after_furniture else start


def opens_lead(text: str, start: int, end: int) -> bool:
    """Whether a dateline at ``start`` shows that all before it is furniture.

    The name of an agency and a dash alone may credit a picture.
    """
    match = _DATELINE.match(text, start, min(end, start + _REACH))
    return bool(match and not match["bare"])


def _colon(text: str, start: int, end: int) -> int:
    match = _COLON.match(text, start, end)
    if not match or _DESK.match(match.group()) or _SPEAKER.search(text, match.end()):
        return 0
    return match.end()


def _dashed(text: str, start: int, end: int) -> int:
    """A place before a dash, with a sentence behind it and no second dash that closes a remark."""
    match = _DASHED.match(text, start, min(end, start + _REACH))
    if not match or not opens_sentence(text, match.end() + 1, end):
        return 0
    lead = text[match.end() : min(end, start + _REACH)].partition(". ")[0]
    return 0 if "–" in lead or "—" in lead or _DESK.match(match.group().upper()) else match.end()


def _unsigned(text: str, start: int, end: int) -> int:
    hyphened = _HYPHENED.match(text, start, end)
    return hyphened.end() - 1 if hyphened else _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> int:
    """A place in capitals, with its country where a capital that opens a sentence follows it."""
    match = _BARE.match(text, start, end)
    # An abbreviation ("ISIL attacks …") comes again, a place in capitals does not.
    if not match or match.group() in text[match.end() : start + _AGAIN]:
        return start
    country = _COUNTRY.match(text, match.end(), end)
    if country and opens_sentence(text, country.end(), end):
        return country.end() - 1
    at = match.end()
    prose = _PROSE.match(text, at, end) or opens_sentence(text, at + 1, end)
    return at if prose else start


def late_dateline(text: str, start: int, end: int, fewest: int) -> Range | None:
    """A dateline in the same paragraph behind a headline of at least ``fewest`` words."""
    reach = min(end, start + _LATE)
    match = _STRONG.search(text, start, reach) if text.find("(", start, reach) >= 0 else None
    if not match or len(text[start : match.start()].split()) < fewest:
        return None
    return match.span()
