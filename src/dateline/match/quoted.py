"""Words that a report passes on as another's: between quotation marks, and embedded posts.

Two reports that quote one statement share words without being versions of one text, so these words
are weighed apart. Marks of every style are followed, open ones that never close are cut short, and
one that opens again at the head of the next paragraph goes on.
"""

from __future__ import annotations

import re

from dateline.text.fold import DOUBLE_QUOTES

__all__ = ["quoted"]

Range = tuple[int, int]

_LONGEST = 1500
_POST = 400
_OPENERS = ("“", "„", "«", "``", "‘")
_MARK = re.compile(rf"``|''|[{DOUBLE_QUOTES}]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?![\w’'])")
# "— Name (@handle) February 5, 2018", and the link of a picture that a post carries.
_SIGNATURE = re.compile(
    r"[—–-]\s?[^\n—–]{1,60}\(@\w+\)(?:\s+\w+\.? \d{1,2}, \d{4}|\s+\d{1,2} \w+ \d{4})?"
    r"|pic\.?twitter\.com\S*"
)


def quoted(text: str) -> list[Range]:
    """The ranges of quoted words and of embedded posts, as offsets, sorted and disjoint."""
    found = sorted([*_between_marks(text), *_posts(text)])
    out: list[Range] = []
    for start, end in found:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _between_marks(text: str) -> list[Range]:
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
    if mark.group() == "''":
        return False
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


def _posts(text: str) -> list[Range]:
    """From the start of a post's paragraph, or the end of the post before it, to its signature."""
    out: list[Range] = []
    for signature in _SIGNATURE.finditer(text):
        start = max(text.rfind("\n", 0, signature.start()) + 1, signature.start() - _POST)
        start = max(start, out[-1][1]) if out else start
        out.append((start, signature.end()))
    return out
