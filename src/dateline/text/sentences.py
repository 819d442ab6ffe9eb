"""Sentence boundaries with exact offsets, for whole, damaged and tokenised text.

A stop is a candidate; the word before it and the word behind it decide (the approach of Mikheev,
"Periods, Capitalized Words, etc.", 2002, with lists instead of a model). Sentences glued together
without a space ("ended.The next") and stops of scripts that need no space are cut as well.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.text.abbreviations import ABBREVIATIONS, TITLES
from dateline.text.fold import APOSTROPHES, DOUBLE_QUOTES
from dateline.text.openers import opens_sentence
from dateline.text.paragraphs import Range, trim

_CLOSERS = rf"(?:[{DOUBLE_QUOTES}{APOSTROPHES})\]」』）》】]|â€[™\x9d])*+"
_OPENERS = rf"(?:[{DOUBLE_QUOTES}{APOSTROPHES}(\[「『（《【\x80-\x84\x86-\x9f]|â€[œ˜])*+"
_STOP = re.compile(
    rf"(?P<stop>[.!?…](?<![.!?…].)[.!?…]*+)(?P<close>{_CLOSERS})\s++"
    rf"(?P<open>{_OPENERS})(?P<lone>\s*+)(?P<bullet>(?:[-–—*•·▪■●►]\s++)?+)(?=\S)"
)
_SPACELESS_STOP = re.compile(rf"[。！？｡؟۔।॥።။។]++{_CLOSERS}\s*+")
# "swept.The", "2013.In", "he said.”She", "the UK.The": a letter or digit, a stop, a capital.
_GLUED = re.compile(
    rf"[.!?](?<=[A-Za-zß-öø-ÿа-яё0-9)].){_CLOSERS}"
    rf"(?=[{DOUBLE_QUOTES}‘]?[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zß-öø-ÿа-яё ])(?!(?:Com|Org|Net|Gov)\b)"
)
_BRACKETS = re.compile(r"[(\[](?:(?<=\()[^()]{1,200}+\)|(?<=\[)[^\[\]]{1,200}+\])")
_STARTS_LOWER = re.compile(r"[^\W\d_]{1,3}[-'’][^\W\d_a-zß-öø-ÿ]|[a-z][A-Z]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|Ph\.D")
_BARE = DOUBLE_QUOTES + APOSTROPHES + "([<*"
_SYMBOLS = "$£€¥<#@&"
_REACH = 24

_CLOCK = frozenset({"a.m", "p.m", "A.M", "P.M"})
_NOT_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|Eastern|Central|Pacific|Mountain"
    r"|(?:[A-Z]\w++ ){1,2}[Tt]ime\b"
)
_MONTH = re.compile(r"(?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Ju[nl]|Aug|Sep|O[ck]t|Nov|De[cz])[a-zä]*+\b")


class _Straight:
    """Whether a straight quotation mark opens: an even number of them stands before it.

    Asked at growing offsets only, so that a paragraph is counted once.
    """

    def __init__(self, text: str, start: int) -> None:
        self._text, self._at, self._even = text, start, True

    def opens(self, at: int) -> bool:
        self._even ^= self._text.count('"', self._at, at) % 2 == 1
        self._at = at
        return self._even


def sentences(text: str, start: int, end: int) -> list[Range]:
    """The sentences of ``text[start:end]``, one paragraph, as trimmed ranges in order.

    Every letter and digit of the range is in exactly one of them.
    """
    edges = [start, *_cuts(text, start, end), end]
    return _with_words(text, [r for a, b in pairwise(edges) if (r := trim(text, a, b))])


def _with_words(text: str, pieces: list[Range]) -> list[Range]:
    """A piece without a letter or digit joins the one before; the first one, the one behind."""
    out: list[Range] = []
    bare = False
    for start, end in pieces:
        wordless = not any(c.isalnum() for c in text[start:end])
        if out and (wordless or bare):
            out[-1] = (out[-1][0], end)
            bare = bare and wordless
        else:
            out.append((start, end))
            bare = wordless
    return out


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets between sentences, in order."""
    straight = _Straight(text, start)
    brackets = _BRACKETS.finditer(text, start, end)
    bracket = next(brackets, None)
    cuts = []
    for match in _STOP.finditer(text, start, end):
        while bracket and bracket.end() <= match.start():
            bracket = next(brackets, None)
        inside = bracket and bracket.start() < match.start() and match.end("close") < bracket.end()
        if not inside and _is_boundary(text, start, end, match):
            cuts.append(_place(match, straight))
    straight = _Straight(text, start)
    glued = [c for m in _GLUED.finditer(text, start, end) if (c := _glue_cut(text, m, straight))]
    plain = text.isascii()
    spaceless = [] if plain else [m.end() for m in _SPACELESS_STOP.finditer(text, start, end)]
    return sorted({*cuts, *glued, *spaceless}) if glued or spaceless else cuts


def _place(match: re.Match[str], straight: _Straight) -> int:
    """The offset between the two sentences; a mark that stands apart goes where it belongs."""
    quote = match["open"]
    if not quote or not match["lone"] or set(quote) & set("`“‘(["):
        return match.start("open")
    opens = quote == '"' and straight.opens(match.start("open"))
    return match.start("open") if opens else match.end("open")


def _glue_cut(text: str, glued: re.Match[str], straight: _Straight) -> int | None:
    """Behind the stop and its closing marks; a straight quote that opens goes with what follows."""
    stop, at = glued.span()
    if _word_before(text, max(0, stop - _REACH), stop) in TITLES:
        return None
    if text[stop - 1].isupper() and not opens_sentence(text, at, at + _REACH):
        return None
    opens = glued.group().endswith('"') and straight.opens(at - 1)
    return at - opens


def _is_boundary(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether the stop, closing marks, space and opening marks of ``match`` end a sentence."""
    at = match.end()
    first = text[at]
    if first.islower() and not _STARTS_LOWER.match(text, at, end):
        return False
    if not first.isalnum() and first not in _SYMBOLS:
        return False
    return match["stop"] != "." or _ends_sentence(text, start, end, match)


def _ends_sentence(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether a single full stop is more than the mark of an abbreviation."""
    stop, at = match.start(), match.end()
    word = _word_before(text, max(start, stop - _REACH), stop)
    if match["close"]:
        return not (")" in match["close"] and word.startswith("("))
    word = word.lstrip(_BARE)
    if word in TITLES:
        return False
    if text[at].isdigit():
        return _ends_before_number(word, spaced=text[stop - 1].isspace())
    if word.isdigit():
        return not _numbers_item(text, start, stop - len(word)) and not _MONTH.match(text, at, end)
    if word in _CLOCK:
        return not _NOT_AFTER_CLOCK.match(text, at, end)
    if word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or _DOTTED.fullmatch(word):
        return opens_sentence(text, at, end)
    return True


def _numbers_item(text: str, start: int, at: int) -> bool:
    """Whether the number at ``at`` stands where a sentence starts: "1. The quay. 2. The crane."."""
    before = _word_before(text, max(start, at - _REACH), at)
    return not before or (before[-1] in ".!?" and before[:-1] not in ABBREVIATIONS)


def _ends_before_number(word: str, spaced: bool) -> bool:
    if word.isdigit() and spaced:  # "4 . 6" in tokenised text
        return False
    return not (word in ABBREVIATIONS or len(word) == 1 or _DOTTED.fullmatch(word))


def _word_before(text: str, start: int, stop: int) -> str:
    words = text[start:stop].replace("/", " ").split()
    return words[-1] if words else ""
