"""Marks put back where they stood: a text that lost them has a space in the place of each.

"The pier is closed,  the mayor said" had two marks, "the mayor s harbour" one. What is put back is
as long as what stands there, so that every offset holds.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dateline.text.paragraphs import Range

_SAID = (
    "(?:said|says|say|told|tells|added|adds|wrote|writes|tweeted|asked|noted|explained|continued"
    "|warned|insisted|argued|recalled|declared|stated)"
)
MARKS_LOST = frozenset({"quotation marks lost", "apostrophes lost"})
_LONGEST, _MOST_WORDS = 1500, 20
_GAP = re.compile(r"(?<=\S)  +(?=\S)")
# "the town,  he said": a gap between speech and the clause that tells who speaks.
_SPEECH_ENDS = re.compile(
    rf"(?<=[,?!])  (?!(?:including|and|but|which|who|because|although|while)\b)"
    rf"(?=(?:[\w.'’&-]+,? ){{0,9}}?(?:{_SAID}|as saying)\b)"
)
# "he said:  The town", "she told reporters,  We": a gap that leads into speech.
_SPEECH_BEGINS = re.compile(rf"\b(?:{_SAID}|saying|adding)(?: [\w.]+){{0,4}}[:,]  (?=[A-Z])")
_STOPS = ".?!"
# Somebody speaks there already: "…, the mayor said. The …".
_SPOKEN = re.compile(rf", [^,.?!]{{2,60}}\b{_SAID}\. ")
_INSIDE = re.compile(r"(?<=\S)  +(?=\S)|(?<=\w) (?=[,.;:](?:\s|$))")
_PLURAL = re.compile(r"\b(?!this|thus|does|less|plus)[^\W\d_]{3,}s$")
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
_ELSEWHERE = re.compile(r"[a-z0-9)][.?!] (?=[A-Z])")
_APOSTROPHES = re.compile(
    r"(?<=[^\W\d_]{2}) (?=s\b[\s.,;:)])|(?<=[nN]) (?=t\b[\s.,;:)])"
    r"|\b(?<=[Ww]e|ey|ou| I|ho|ld|he) (?=(?:re|ve|ll|d)\b\s)|(?<=\bI) (?=(?:m|ve|ll|d)\b\s)"
)


def with_marks(text: str, sentences: Sequence[Range], lost: Collection[str]) -> str:
    """The text, as long as before, with quotation marks and apostrophes in the gaps of lost ones.

    ``sentences`` are its ranges, ``lost`` the kinds of damage that it has
    (:class:`dateline.model.Damage`). A gap whose mark is not sure is left alone.
    """
    if MARKS_LOST.isdisjoint(lost):
        return text
    letters = list(text)
    if "apostrophes lost" in lost:
        for gap in _APOSTROPHES.finditer(text):
            letters[gap.start()] = "’"
    if "quotation marks lost" in lost:
        speech = list(_speech(text))
        inside = [*speech, *_phrases(text, sentences, speech, letters)]
        for start, end in inside:
            letters[start], letters[end] = "“", "”"
    return "".join(letters)


def _speech(text: str) -> Iterator[Range]:
    """The places of the two marks around each stretch of speech, in text order."""
    gaps = [(gap.start(), gap.end()) for gap in _GAP.finditer(text)]
    ends = {m.start() for m in _SPEECH_ENDS.finditer(text)}
    begins = {m.end() for m in _SPEECH_BEGINS.finditer(text)}
    done = 0
    for n, (start, end) in enumerate(gaps):
        if start in ends:
            opened = _opened(text, gaps[:n], done)
            long = not 0 <= opened < start <= opened + _LONGEST
            if not long and not _SPOKEN.search(text, opened, start):
                yield opened, start
                done = end
        elif end in begins or (done and _goes_on(text, done, start, gaps[n + 1 :])):
            close = next((a for a, b in gaps[n + 1 :] if a in ends or _closes(text, a, b)), start)
            if close not in ends and 0 < close - end <= _LONGEST and "\n" not in text[end:close]:
                yield end - 1, close
                done = close


def _opened(text: str, gaps: Sequence[Range], done: int) -> int:
    """The place of the mark that opens the speech behind the last of ``gaps``; -1 if none does."""
    for start, end in reversed(gaps):
        if start < done - 1:
            break
        if text[start - 1] in ".?!:,” " and not text[end].islower():
            return end - 1
    return -1


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the mark in a gap may close speech: "…. The", "…, though he"."""
    return text[start - 1] in _STOPS or (text[start - 1] == "," and text[end].islower())


def _goes_on(text: str, done: int, start: int, gaps: Sequence[Range]) -> bool:
    """Whether speech goes on at the gap ``start``: behind its reporting clause, and in person."""
    if text[start - 1] not in _STOPS or _ELSEWHERE.search(text, done, start):
        return False
    stop = next((a for a, _ in gaps if text[a - 1] in _STOPS), start)
    return bool(_PERSONAL.search(text, start, stop))


def _phrases(
    text: str, sentences: Sequence[Range], speech: Sequence[Range], letters: list[str]
) -> Iterator[Range]:
    """The marks around words quoted inside a sentence; a gap behind a plural is an apostrophe."""
    for start, end in sentences:
        gaps = [
            (gap.start(), gap.end() - 1)
            for gap in _INSIDE.finditer(text, start, min(end + 3, len(text)))
            if not any(a <= gap.start() <= b or a < gap.end() <= b for a, b in speech)
        ]
        inner = [gap for gap in gaps if text[gap[0] - 1] not in _STOPS]
        if len(inner) % 2 and (plural := [g for g in inner if _PLURAL.search(text, start, g[0])]):
            letters[plural[0][0]] = "’"
            inner.remove(plural[0])
        if len(inner) % 2 and gaps[-1] != inner[-1]:
            inner.append(gaps[-1])
        if len(inner) % 2 == 0:
            pairs = zip(inner[::2], inner[1::2], strict=True)
            yield from ((a[1], b[0]) for a, b in pairs if _is_phrase(text[a[1] : b[0]]))


def _is_phrase(quoted: str) -> bool:
    return 0 < len(quoted.split()) <= _MOST_WORDS
