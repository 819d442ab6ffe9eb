"""Quotations: the words between quotation marks of any style."""

from __future__ import annotations

import re

from dateline.text.fold import DOUBLE_QUOTES
from dateline.text.paragraphs import Range

_LONGEST = 1500
_OPENERS = ("“", "„", "«", "``", "‘")
# One class of characters first, what stands around them after it: so the text is scanned fast.
_MARK = re.compile(
    rf"[`'‘’{DOUBLE_QUOTES}](?:(?<=[{DOUBLE_QUOTES}])|(?<=`)`|(?<=')'"
    r"|(?<=[‘'])(?<!\w.)(?=\w)(?!\d\d\b)|(?<=[’'])(?<=[\w.,!?…].)(?![\w’']))"
)


def quotations(text: str) -> list[Range]:
    """The ranges between quotation marks, as offsets in order; they do not overlap.

    Marks of every style are followed. A quotation that never closes ends with its paragraph, one
    that opens again at the head of the next paragraph goes on, and a single mark closes only what a
    single mark opened, so that an apostrophe is none.
    """
    out: list[Range] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        if opened is None:
            opened = mark if _may_open(text, mark) else None
        elif _is_single(mark) != _is_single(opened):
            continue
        elif _opens_again(text, mark, opened):
            out += _span(text, opened.end(), mark.start(), closed=False)
            opened = mark
        else:
            out += _span(text, opened.end(), mark.start(), closed=True)
            opened = None
    if opened:
        out += _span(text, opened.end(), len(text), closed=False)
    return out


def _is_single(mark: re.Match[str]) -> bool:
    return mark.group() in "‘'’"


def _spacing(text: str, mark: re.Match[str]) -> str:
    """``open`` or ``close`` where the space around a mark says so, else nothing."""
    before = text[mark.start() - 1 : mark.start()] or " "
    after = text[mark.end() : mark.end() + 1] or " "
    if (before.isspace() or before in "([—–-") and not after.isspace():
        return "open"
    return "close" if not before.isspace() and not after.isalnum() else ""


def _may_open(text: str, mark: re.Match[str]) -> bool:
    if mark.group() == "''":  # some archives write it for both marks
        return _spacing(text, mark) == "open"
    return mark.group() in _OPENERS or _spacing(text, mark) != "close"


def _opens_again(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    if mark.group() == "“" and opened.group() == "„":
        return False
    return _spacing(text, mark) == "open" or mark.group() in _OPENERS


def _span(text: str, start: int, end: int, closed: bool) -> list[Range]:
    """The quotation from ``start``; one that does not close ends with its paragraph."""
    stop = text.find("\n", start, end)
    if stop >= 0 and not (closed and end - start <= _LONGEST):
        end = stop
    return [(start, end)] if start < end and end - start <= _LONGEST else []


def is_quoted(text: str, at: int) -> bool:
    """Whether the code point ``at`` stands inside quotation marks."""
    return any(start <= at < end for start, end in quotations(text))
