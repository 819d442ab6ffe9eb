"""Words that a report passes on as another's: between quotation marks, and embedded posts.

Two reports that quote one statement share words without being versions of one text, so these words
are weighed apart.
"""

from __future__ import annotations

import re

from dateline.text.quotations import quotations

__all__ = ["quoted"]

Range = tuple[int, int]

_POST = 400
# "— Name (@handle) February 5, 2018", and the link of a picture that a post carries.
_SIGNATURE = re.compile(
    r"[—–-]\s?[^\n—–]{1,60}\(@\w+\)(?:\s+\w+\.? \d{1,2}, \d{4}|\s+\d{1,2} \w+ \d{4})?"
    r"|pic\.?twitter\.com\S*"
)


def quoted(text: str) -> list[Range]:
    """The ranges of quoted words and of embedded posts, as offsets, sorted and disjoint."""
    found = sorted([*quotations(text), *_posts(text)])
    out: list[Range] = []
    for start, end in found:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _posts(text: str) -> list[Range]:
    """From the start of a post's paragraph, or the end of the post before it, to its signature."""
    out: list[Range] = []
    for signature in _SIGNATURE.finditer(text):
        start = max(text.rfind("\n", 0, signature.start()) + 1, signature.start() - _POST)
        start = max(start, out[-1][1]) if out else start
        out.append((start, signature.end()))
    return out
