"""Paragraphs as ranges, in text that is wrapped hard or broken at its links as well."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.text.fold import APOSTROPHES, DOUBLE_QUOTES

Range = tuple[int, int]

_BREAK = re.compile("[\n\r\u2028\u2029]+")
_BLANK_OR_INDENTED = re.compile(r"\r?\n[ \t]*+\r?\n\s*+|\n(?=[ \t]{2,}+\S)")
_WRAPPED_WIDTH = 100
_WRAPPED_SHARE = 0.5
_FULL_SHARE = 0.75
_LOWER_START = re.compile(r"\s*+[a-z]")
# A line that opens like this goes on with the line before: scrapers break lines at links.
_GOES_ON = re.compile(r"(?!(?:al|el)-)[a-zß-öø-ÿ](?![A-Z])|[,;:)\]”](?!\w)|[.!?](?:\s|$)")
_DANGLING = re.compile(
    r"\b(?:the|an?|of|in|at|by|to|and|or|from|with|for|that|than|as|its?|his|her|their)$"
)
_TERMINAL = re.compile(
    rf"(?:[.!?:;…。！？؟۔।॥]|--|—)(?:[\s)\]*_{DOUBLE_QUOTES}{APOSTROPHES}]|â€\W?)*$"
)
# How an embedded post is signed: "— Name (@handle) May 9, 2018".
_POST = re.compile(r"\(@\w{1,30}\) \w{3,9} \d{1,2}, \d{4}$")


def trim(text: str, start: int, end: int) -> Range | None:
    """The range without the white space around it, or ``None`` if nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def is_finished(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` ends as a sentence does (or as an embedded post)."""
    return bool(
        _TERMINAL.search(text, max(start, end - 12), end)
        or _POST.search(text, max(start, end - 60), end)
    )


def paragraphs(text: str) -> list[Range]:
    """The paragraphs of ``text`` as trimmed ranges.

    A line break ends a paragraph, except in text that is wrapped hard (there only a blank line or
    an indented one does) and where the next line plainly goes on in mid-sentence.
    """
    if "\n" not in text and text.isascii() and "\r" not in text:
        return [at] if (at := trim(text, 0, len(text))) else []
    wrapped = _is_wrapped(text)
    breaks = _BLANK_OR_INDENTED if wrapped else _BREAK
    edges = [0, *(e for m in breaks.finditer(text) for e in m.span()), len(text)]
    found = [r for i in range(0, len(edges), 2) if (r := trim(text, edges[i], edges[i + 1]))]
    return found if wrapped else _joined(text, found)


def _is_wrapped(text: str) -> bool:
    """Whether most lines go on in mid-sentence, and there is a sign that this is their width.

    That sign is indented or blank lines between paragraphs, or lines about as long as the longest.
    """
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    widest = max(map(len, lines), default=0)
    if len(lines) < 3 or widest > _WRAPPED_WIDTH:
        return False
    goes_on = [
        len(line)
        for line, after in pairwise(lines)
        if _LOWER_START.match(after) or line.rstrip()[-1:] not in ".!?”\"':"
    ]
    enough = len(goes_on) >= _WRAPPED_SHARE * (len(lines) - 1)
    if not enough or _BLANK_OR_INDENTED.search(text):
        return enough
    return sum(goes_on) >= _FULL_SHARE * widest * len(goes_on)


def _joined(text: str, lines: list[Range]) -> list[Range]:
    """Lines with those that go on with them."""
    out = lines[:1]
    for start, end in lines[1:]:
        before = out[-1]
        if _goes_on(text, before, start, end):
            out[-1] = (before[0], end)
        else:
            out.append((start, end))
    return out


def _goes_on(text: str, before: Range, start: int, end: int) -> bool:
    if is_finished(text, *before):
        return False
    dangling = _DANGLING.search(text, max(before[0], before[1] - 8), before[1])
    return bool(dangling or _GOES_ON.match(text, start, end))
