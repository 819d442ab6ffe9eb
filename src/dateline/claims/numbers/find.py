"""The quantities of a stretch of text, with ranges, qualifiers and units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dateline.claims.dates.whens import spans
from dateline.claims.numbers.qualifiers import AFTER, BEFORE, bounded, plain
from dateline.claims.numbers.quantities import Quantity, quantities
from dateline.claims.numbers.units import MEASURES, unit
from dateline.model import Number

__all__ = ["numbers_in"]

_TO = re.compile(r"\s?(?:[-–—]|to|or)\s?")
_AND = re.compile(r"\s(?:and|to)\s")
_BETWEEN = re.compile(r"\b(?i:between|from|anywhere between)\s$")
_LOOKS_BACK = 24
_OF = re.compile(r"\sof(?=\s)")
_OF_THE = re.compile(r"\sof\s(?:the|its|their|those|his|our)(?=\s)")
_SHARED = re.compile(r"\sof\s(?:the\s|its\s|their\s|all\s)?[^\W\d_][\w’'-]*")
_SAME_QUANTITY = re.compile(r"\s?[(]$|\s?,?\sor\s$")
_Range = tuple[Quantity, Quantity]


def numbers_in(text: str, start: int, end: int) -> list[Number]:
    """The quantities that ``text[start:end]`` names, in text order; dates and times are none.

    "Between 3,000 and 5,000" is one number with a range and no value; "70 km (40 miles)" are two,
    the second marked as the same quantity.
    """
    found = list(quantities(text, start, end))
    dates = spans(text, start, end) if found else []
    found = [q for q in found if not _in_date(q, dates)]
    numbers: list[Number] = []
    for item, following in pairwise([*_ranged(text, found), None]):
        if item:
            to = _first(following).start if following else end
            numbers.append(_number(text, numbers[-1].end if numbers else start, to, item))
    return list(_marked(text, numbers))


def _first(item: Quantity | _Range) -> Quantity:
    return item if isinstance(item, Quantity) else item[0]


def _in_date(q: Quantity, dates: list[tuple[int, int]]) -> bool:
    return any(first < q.end and q.start < last for first, last in dates)


def _ranged(text: str, found: list[Quantity]) -> Iterator[Quantity | _Range]:
    """Quantities, two that make a range as one."""
    taken = False
    for a, b in pairwise([*found, None]):
        if taken or a is None:
            taken = False
        elif b is not None and _is_score(text, a, b):
            taken = True
        elif b is not None and _is_range(text, a, b):
            taken = True
            yield _scaled(a, b), b
        else:
            yield a


def _is_range(text: str, a: Quantity, b: Quantity) -> bool:
    between = text[a.end : b.start]
    if a.value is None or b.value is None or a.share or b.share:
        return False
    joined = _TO.fullmatch(between) or (_AND.fullmatch(between) and _is_between(text, a.start))
    return bool(joined) and (_scaled(a, b).value or 0) < b.value


def _is_score(text: str, a: Quantity, b: Quantity) -> bool:
    """ "3-2": what is joined by a hyphen and does not rise is no quantity."""
    return text[a.end : b.start] in ("-", "–") and (a.value or 0) >= (b.value or 0)


def _is_between(text: str, at: int) -> bool:
    return bool(_BETWEEN.search(text, max(0, at - _LOOKS_BACK), at))


def _scaled(a: Quantity, b: Quantity) -> Quantity:
    """ "Two to three million": the first has the second's scale."""
    if a.value is None or b.value is None:
        return a
    scale = next((s for s in (10**9, 10**6, 1000) if b.value >= s and b.value % s == 0), 1)
    small = a.value < 1000 and scale > 1000 and b.value / scale < 1000
    return replace(a, value=a.value * scale) if small else a


def _number(text: str, start: int, end: int, item: Quantity | _Range) -> Number:
    first, last = (item, item) if isinstance(item, Quantity) else item
    before = _BETWEEN if first is not last else BEFORE
    qualifier = before.search(text, max(start, first.start - _LOOKS_BACK), first.start)
    behind = AFTER.match(text, last.end, end)
    name, to = _unit(text, first, last, behind.end() if behind else last.end, end)
    at = qualifier.start() if qualifier else first.start
    if first is not last:
        how = qualifier.group().split()[0].lower() if qualifier else "to"
        return Number(at, to, text[at:to], None, first.value, last.value, name, how)
    how = plain((qualifier or behind or {"how": ""})["how"]) if qualifier or behind else ""
    value, low, high = _bounds(first, how)
    return Number(at, to, text[at:to], value, low, high, name, how)


def _bounds(q: Quantity, how: str) -> tuple[float | None, float | None, float | None]:
    if q.value is None:
        return None, q.low, None
    return bounded(q.value, how)


def _unit(text: str, first: Quantity, last: Quantity, at: int, end: int) -> tuple[str, int]:
    """The unit with the offset where the number's words end, within ``end``."""
    if money := first.money or last.money:
        return money, at
    if first.share:
        of = _SHARED.match(text, at, end)
        return (text[of.start() + 1 : of.end()], of.end()) if of else ("share", at)
    if of := (_OF if last.value is None else _OF_THE).match(text, at, end):
        at = of.end()
    name, to = unit(text, first.start, at)
    return (name, to) if to <= end else ("", at)


def _marked(text: str, numbers: list[Number]) -> Iterator[Number]:
    """A measure in brackets behind another is the same quantity again."""
    last: Number | None = None
    for number in numbers:
        if last and _is_same(text, last, number):
            how = f"{last.qualifier}, the same quantity".removeprefix(", ")
            number = replace(number, qualifier=how)
        yield number
        last = number


def _is_same(text: str, a: Number, b: Number) -> bool:
    measures = a.unit in MEASURES and b.unit in MEASURES - {a.unit}
    return measures and bool(_SAME_QUANTITY.fullmatch(text[a.end : b.start]))
