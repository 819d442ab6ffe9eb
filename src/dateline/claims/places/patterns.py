"""Shapes: the capitalised words of a name, and the words around it that say it is a place."""

from __future__ import annotations

import re

from dateline.claims.words.letters.names import BEFORE_NAMES
from dateline.claims.words.openings import Opened
from dateline.text.letters import UPPER

_ARTICLES = "|".join(BEFORE_NAMES)
_WORD = (
    rf"(?:(?:[A-Z]\.){{2,}}|(?:(?:{_ARTICLES})[-‐’']|(?:al|el|ash|az|ez) )?{UPPER}[^\W_]*"
    rf"(?:['’‘`]{UPPER}?[^\W\d_]{{2,}})*(?:(?<=\b[SMF]t)\.)?)"
)
_JOIN = (
    rf"(?:[ \u00a0]|[-‐–]|[- ](?:{_ARTICLES}|ul|on|upon|in|sur|am)-"
    r"| (?:al|el|ar|ash|az|ez|es|ed|ul) "
    rf"|[ ](?:de|del|de la|du|of|upon)[ ](?={UPPER}))"
)
NAME = rf"{_WORD}(?:{_JOIN}{_WORD})*"
RUN = Opened(rf"(?<![\w@#]){NAME}", "names", "C|b(?=[C*])")
PART = re.compile(_WORD)

_WHERE = (
    r"in|at|near|into|outside|inside|around|towards?|across|throughout|via|reached|entered|"
    r"leaving|left|captured|besieged|retook|seized"
)
_BETWEEN = r"from|to|of|between|over|through|and|against|for"
_DIRECTIONS = r"north|south|east|west|ern|central|rural|greater|nearby"  # as they end
_WIND = r"(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?"
_DIRECTION = rf"(?:{_WIND}|central|rural|greater|nearby)"
_SETTLEMENT = r"(?:city|town|village|district|province|governorate|area|suburb|region|state)"
_PART = r"(?:vicinity|outskirts|edge|centre|center|parts|north|south|east|west)"
# Words before a name that only places have behind them, and words that persons have as well.
STRONG = re.compile(
    rf"\b(?:{_WHERE}|(?:{_SETTLEMENT}|{_PART}) of)\s(?:the\s)?(?:{_SETTLEMENT}\sof\s)?"
    rf"(?:{_DIRECTION}\s(?:and\s{_DIRECTION}\s)?)?$",
    re.IGNORECASE,
)
# How its matches end, so that it is tried only there.
LEADS = tuple(
    word
    for words in (_WHERE, _DIRECTIONS, "of|the")
    for word in words.replace("towards?", "towards|toward").split("|")
)
# What stands before the name of a settlement, known or not.
CALLED = re.compile(
    r"\b(?:city|town|village|hamlet|district|suburb|neighbou?rhood|area|region)s? of $",
    re.IGNORECASE,
)
WEAK = re.compile(rf"\b(?:{_BETWEEN})\s(?:{_DIRECTION}\s)?$|,\s$", re.IGNORECASE)
# "Baghdad said": the government, not the town.
SPOKE = re.compile(
    r"\s(?:has |have |had |also )?(?:said|says|denied|denies|insists?|insisted|accused|accuses|"
    r"warned|warns|announced|rejected|rejects|argues?|argued|vowed|claims|claimed|wants|agreed|"
    r"called)\b"
)
# What a noun cannot be behind: the name before it stands for itself.
ALONE = re.compile(
    r"[^\w\s'’-]|\s(?:as|in|to|and|or|is|was|are|were|has|had|on|that|which|who|by|for|from|with|at|of)\b"
)
# Something lies by the place that is named, not in it.
NEARBY = re.compile(
    rf"\b(?:near|outside|around|close to|(?:outskirts|vicinity|{_WIND}) of)\s(?:the\s)?"
    rf"(?:\w+\s)?(?:{_SETTLEMENT} of\s)?$",
    re.IGNORECASE,
)
# "US-led": whose it is, not where.
MADE = re.compile(
    r"[-‐–](?:led|backed|supported|allied|trained|made|style|born|funded|owned|run)\b"
)
# "Syrian soil": the country; "the Syrian town of Rawa": the town.
LAND = re.compile(
    r"\s(?:territor(?:y|ies)|soil|strongholds?|desert|coast|airspace|waters|countryside|side)\b"
)
# An area behind a comma, or a word for a kind of place.
AREA = re.compile(
    rf",\s({UPPER}[\w.]+(?:\s{UPPER}\w+)?)"
    r"|\s(city|town|village|province|governorate|district|suburb|countryside)\b"
)
