"""Where a text names a quantity: figures, number words and words of a rough size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claims.words.openings import Opened
from dateline.text.numerals import SCALES, SMALL, count

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SMALL = "(?:" + "|".join(sorted(SMALL, key=len, reverse=True)) + ")"
_SCALE = "(?:" + "|".join(sorted(SCALES, key=len, reverse=True)) + ")"
_WORDED = (
    rf"(?:(?:half\sa|a|an|one)\s)?{_SCALE}(?:(?:\sand)?\s{_SMALL}(?:-{_SMALL})?)?(?:\s{_SCALE})*"
    rf"|{_SMALL}(?:-{_SMALL})?(?:\s{_SCALE})*(?:\sand\s{_SMALL}(?:-{_SMALL})?)?(?:\s{_SCALE})*"
)
_ROUGH = (
    r"(?:(?:tens|dozens|hundreds|thousands)\sof\s)?(?:thousands|millions|billions)"
    r"|tens|dozens|hundreds|scores(?=\sof\b)|several\s(?:dozen|hundred|thousand|million)|several"
)
_SHARE = r"(?:an?|one|two|three)[\s-](?:half|third|quarter|fifth|tenth)s?(?=\sof\b)|half(?=\sof\b)"
_MONEY = r"(?P<money>(?:US|C|A|NZ)?\$|€|£|¥|₹)\s?"
_PATTERN = (
    rf"(?<![\w.,:/])(?=[\dUCAN$€£¥₹]|(?i:[aefhmnosbtdz])[a-z ])(?:{_MONEY})?"
    rf"(?:(?P<share>(?i:{_SHARE}))\b"
    rf"|(?P<digits>{_DIGITS})(?:[\s-]?(?P<scale>{_SCALE}|m)\b)?"
    rf"|(?P<rough>(?i:{_ROUGH}))\b|(?P<worded>(?i:{_WORDED}))\b)"
)
_FIND = re.compile(_PATTERN)
_OPENED = Opened(_PATTERN, "quantities", "[dw]|a(?=[ws*])")
_SIGN = re.compile("[$€£¥₹]")
_CURRENCY = {"$": "USD", "US$": "USD", "C$": "CAD", "A$": "AUD", "NZ$": "NZD"} | {
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"
}  # fmt: skip
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_LEAST = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "several": 3} | {
    "thousands": 2000, "millions": 2 * 10**6, "billions": 2 * 10**9
}  # fmt: skip
# What makes a figure a name, a time or a score: "T-72", "47th", "10:30", "3-2", "No. 4", "F-16".
_NOT_BEFORE = re.compile(
    r"(?:[^\W\d_]-|\b(?i:no|number|article|resolution|flight|route|highway|channel|chapter|page"
    r"|section|act|room|unit|phase|group|type)\.?\s|#)$"
)
_NOT_AFTER = re.compile(r"(?:st|nd|rd|th)\b|:\d|[-/]\d+[-/]|(?:\s?(?i:[ap]\.?m\b|gmt|hours\sgmt))")
_CLOCK = re.compile(
    r"\s(?i:in\sthe\s(?:early\s)?(?:morning|afternoon|evening)|at\snight|o.?clock)\b"
)
# "1.5m people" are millions, "1.5m from the wall" is a measure.
_COUNTED = re.compile(r"\s(?:[a-z]{3,}s|people|men|women|children)\b")
_PRONOUN = re.compile(
    r"\s(?i:of|another|and|or|to|in|on|at|that|who|which|can|could|would|should|may|might|must|is"
    r"|was|has|had|as|for|by|from|the|north|south|east|west|up|down|after|before|more|side|day)\b|[-.,;:!?’”\"]"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as its own words give it: a value, or the least that a rough word allows."""

    start: int
    end: int
    value: float | None
    low: float | None
    money: str = ""
    share: bool = False


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities of ``text[start:end]`` in text order; offsets count in ``text``."""
    find = _FIND if _SIGN.search(text, start, end) else _OPENED
    for match in find.finditer(text, start, end):
        if _is_quantity(text, match) and (found := _read(text, match)):
            yield found


def _is_quantity(text: str, match: re.Match[str]) -> bool:
    first, last = match.span()
    if _CLOCK.match(text, last):
        return False
    if digits := match["digits"]:
        if len(digits) > 1 and digits[0] == "0" and digits.isdigit():  # "at 0914"
            return False
        if not match["scale"] and _NOT_AFTER.match(text, last):
            return False
        return bool(match["money"]) or not (
            text[first - 1 : first].isalpha() or _NOT_BEFORE.search(text, max(0, first - 14), first)
        )
    # "No one", "one of the", "the one who".
    return match.group().lower() != "one" or not _PRONOUN.match(text, last)


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    money = _CURRENCY.get(match["money"] or "", "")
    if match["share"]:
        return Quantity(*match.span(), _share(match["share"].lower()), None, share=True)
    if match["rough"]:
        return Quantity(*match.span(), None, _least(match["rough"].lower()), money)
    if match["digits"]:
        scale = match["scale"] or ""
        if scale == "m" and not money and not _COUNTED.match(text, match.end()):  # metres
            return Quantity(match.start(), match.end("digits"), count(match["digits"]), None)
        scale = "million" if scale == "m" else scale
        return Quantity(*match.span(), count(f"{match['digits']} {scale}"), None, money)
    value = count(match["worded"])
    return Quantity(*match.span(), value, None, money) if value is not None else None


def _share(words: str) -> float:
    """Exact to the ninth decimal: two thirds are .666666667."""
    parts = re.split(r"[\s-]", words)
    below = _PARTS[parts[-1].removesuffix("s") if parts[-1] != "half" else "half"]
    above = {"two": 2, "three": 3}.get(parts[0], 1) if len(parts) > 1 else 1
    return round(above / below, 9)


def _least(words: str) -> float:
    """The least that a rough word allows: two of its scale; several are three."""
    first, *rest = words.split()  # a line may end in the middle
    if first == "several" and rest:
        return 3 * SCALES[rest[0]]
    scale = SCALES[rest[-1].removesuffix("s")] if rest else 1
    # "Tens of thousands" are at least twenty thousand.
    return float({"tens": 20, "dozens": 24}.get(first, _LEAST[first]) * scale)
