"""Puts back the datelines, bylines and credits that extracting a page's main text left out.

Where a page keeps such a line outside the element that holds the story, or in an element named
after it, extractors take it for clutter; for Dateline it is evidence of whose text this is.
"""

from __future__ import annotations

import re

_NEAR = 6
_AHEAD = 30
_LONGEST_CREDIT = 200
_SHORTEST_PARAGRAPH = 40
_AGENCIES = (
    "Reuters|AP|Associated Press|AFP|Agence France[- ]Presse|dpa|EFE|ANSA|Xinhua|TASS|Interfax|"
    "RIA Novosti|UPI|PTI|ANI|IANS|Kyodo|Jiji|Yonhap|Anadolu|SANA|WAM|Bloomberg|PA Media|"
    "Press Association|Belga|ANP|APA|Bernama|Antara|MENA|Ukrinform|Canadian Press"
)
_CREDIT = re.compile(
    rf"\b(?:{_AGENCIES})\b"
    r"|(?i:\b(?:reporting|writing|written|edited|editing|compiled|report) by\b)"
    r"|(?i:^\W?(?:by|source|credit|text|agency)\b[: ].)"
    r"|^[A-Z][A-Z .,'/-]{2,}.{0,40}[-–—]$"
)


def flat(text: str) -> str:
    """Fold every run of white space into one space."""
    return " ".join(text.split())


def with_credits(lines: list[str], whole: list[str]) -> list[str]:
    """Put into ``lines``, taken from the blocks of the ``whole`` page, the credits they lack.

    A credit is put back where it stands between the lines, or close before or after them.
    """
    at = {block: i for i, block in reversed(list(enumerate(whole)))}
    kept = set(map(flat, lines))
    full: list[str] = []
    last = -1
    for line in lines:
        place, line = _place(line, at, whole, last)
        if place is not None:
            begin = last + 1 if last >= 0 else max(0, place - _NEAR)
            full += [b for b in whole[begin:place] if _is_credit(b) and b not in kept]
            last = place
        full.append(line)
    end = whole[last + 1 : last + 1 + _NEAR] if last >= 0 else []
    return full + [b for b in end if _is_credit(b) and b not in kept]


def _place(line: str, at: dict[str, int], whole: list[str], last: int) -> tuple[int | None, str]:
    """Find the block that a line was taken from, and the line with the credit it lost."""
    place = at.get(flat(line))
    if place is not None:
        return (place if place > last else None), line
    bare = flat(line)
    ahead = range(last + 1, min(last + 1 + _AHEAD, len(whole)))
    for i in ahead if len(bare) >= _SHORTEST_PARAGRAPH else ():
        before, found, after = whole[i].partition(bare)
        if found:
            lost = [part for part in (before, after) if part.strip()]
            return i, whole[i] if lost and all(map(_is_credit, lost)) else line
    return None, line


def _is_credit(block: str) -> bool:
    return len(block) <= _LONGEST_CREDIT and _CREDIT.search(block.strip()) is not None
