"""Sentence boundaries with exact offsets.

Syntok finds them; what it does not know is added here: sentences glued together without a space
("ended.The next"), and the full stops of scripts that need no space after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from syntok import segmenter

from dateline.text.fold import APOSTROPHES, DOUBLE_QUOTES

Range = tuple[int, int]

_CLOSERS = rf"[{DOUBLE_QUOTES}{APOSTROPHES})\]]*"
# "swept.The", "2013.In", "he said.”She": a lower-case letter or digit, a stop, a capital.
_GLUED = re.compile(rf"(?:(?<=[a-z0-9)])|(?<=[A-Z]{{2}}))[.!?]{_CLOSERS}(?=[{DOUBLE_QUOTES}‘]?[A-Z][a-z ])")
_OTHER_STOPS = re.compile(rf"[。！？؟۔।॥]+{_CLOSERS}\s*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]{2,}\S)")
_WRAPPED_SHARE = 0.5
_LOWER_START = re.compile(r"\s*[a-z]")


def paragraphs(text: str) -> list[Range]:
    """The paragraphs of ``text`` as trimmed ranges.

    A line break ends a paragraph, except in text that is wrapped hard: there only a blank line or
    an indented one does.
    """
    breaks = _PARAGRAPH if _is_wrapped(text) else re.compile(r"\n+")
    edges = [0, *(e for m in breaks.finditer(text) for e in m.span()), len(text)]
    return [r for i in range(0, len(edges), 2) if (r := trim(text, edges[i], edges[i + 1]))]


def _is_wrapped(text: str) -> bool:
    """Whether most lines go on in the middle of a sentence."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 3 or max(map(len, lines)) > 100:
        return False
    goes_on = sum(
        bool(_LOWER_START.match(after)) or line.rstrip()[-1:] not in ".!?”\"':"
        for line, after in zip(lines, lines[1:], strict=False)
    )
    return goes_on >= _WRAPPED_SHARE * (len(lines) - 1)


def trim(text: str, start: int, end: int) -> Range | None:
    """The range without the white space around it, or ``None`` if nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def sentences(text: str, start: int, end: int) -> Iterator[Range]:
    """The sentences of ``text[start:end]``, one paragraph, as trimmed ranges in order."""
    for first, last in _unglued(text, start, end):
        yield from _segment(text, first, last)


def _unglued(text: str, start: int, end: int) -> Iterator[Range]:
    at = start
    cuts = {_glue_cut(text, start, m) for m in _GLUED.finditer(text, start, end)}
    cuts |= {m.end() for m in _OTHER_STOPS.finditer(text, start, end)}
    for cut in [*sorted(cuts), end]:
        if piece := trim(text, at, cut):
            yield piece
        at = cut


def _glue_cut(text: str, start: int, glued: re.Match[str]) -> int:
    """Behind the stop and its closing marks; a straight quote that opens goes with what follows."""
    opens = glued.group().endswith('"') and text.count('"', start, glued.end() - 1) % 2 == 0
    return glued.end() - opens


def _segment(text: str, start: int, end: int) -> Iterator[Range]:
    """Syntok's sentences, made to cover every word of the range."""
    starts = [
        start + tokens[0].offset
        for paragraph in segmenter.analyze(text[start:end])
        for tokens in paragraph
        if tokens
    ]
    edges = [start, *starts[1:], end]
    pieces = [trim(text, a, b) for a, b in zip(edges, edges[1:], strict=False)]
    yield from _mended(text, [p for p in pieces if p])


def _mended(text: str, pieces: list[Range]) -> list[Range]:
    """Pieces without a letter or digit join the one before; so does a lower-case start."""
    out: list[Range] = []
    for first, last in pieces:
        piece = text[first:last]
        wordless = not any(c.isalnum() for c in piece)
        if out and (wordless or (piece[0].islower() and not _ends(text, out[-1][1]))):
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return out


def _ends(text: str, end: int) -> bool:
    """Whether the sentence that ends at ``end`` has its full stop."""
    tail = text[max(0, end - 8) : end].rstrip(DOUBLE_QUOTES + APOSTROPHES + ")] ")
    return tail[-1:] in {".", "!", "?"}
