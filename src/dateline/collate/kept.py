"""Words that both versions have: what differs is their form, or the marks between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from dateline.collate.findings import Findings
from dateline.collate.side import Side
from dateline.collate.words import Change
from dateline.text import tokenize
from dateline.text.fold import mend

_QUOTES = re.compile(r"[\"“”„«»‘’'`´]")
_HYPHEN = re.compile(r"^[-‐‑–]$")


def note_kept(out: Findings, c: Change, first: bool, last: bool) -> None:
    """Same words: what differs is their form, or the marks between them."""
    a, b = out.a, out.b
    if a.surface(c.a0, c.a1) != b.surface(c.b0, c.b1):
        _differing(out, c)
    if first:
        _marks(
            out, Change(True, c.a0, c.a0 + 1, c.b0, c.b0 + 1), _before(a, c.a0), _before(b, c.b0)
        )
    if last:
        at = Change(True, c.a1 - 1, c.a1, c.b1 - 1, c.b1)
        _marks(out, at, _behind(a, c.a1 - 1), _behind(b, c.b1 - 1))


def _differing(out: Findings, c: Change) -> None:
    (x, starts_a, ends_a), (y, starts_b, ends_b) = _offsets(out.a), _offsets(out.b)
    for i, j in zip(range(c.a0, c.a1), range(c.b0, c.b1), strict=True):
        if x[starts_a[i] : ends_a[i]] != y[starts_b[j] : ends_b[j]]:
            _same_word(out, Change(True, i, i + 1, j, j + 1))
        if i > c.a0 and x[ends_a[i - 1] : starts_a[i]] != y[ends_b[j - 1] : starts_b[j]]:
            _between(out, i, j)


def _offsets(side: Side) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    return side.text, side.starts, side.ends


def _same_word(out: Findings, c: Change) -> None:
    x, y = out.a.surface(c.a0, c.a1), out.b.surface(c.b0, c.b1)
    if _only_sentence_start(out, c, x, y):
        return
    symbol = out.a.keys[c.a0]
    if symbol.startswith("§"):
        _renamed_symbol(out, c, x, y)
    elif _letters(x) == _letters(y):
        out.edit("mechanical", c)
    else:
        out.naming("spelling", c)


def _only_sentence_start(out: Findings, c: Change, x: str, y: str) -> bool:
    """A capital that came or went because a sentence now begins elsewhere is no edit."""
    starts = (c.a0 in out.a.firsts) != (c.b0 in out.b.firsts)
    return starts and x[1:] == y[1:] and x[0].casefold() == y[0].casefold()


def _renamed_symbol(out: Findings, c: Change, x: str, y: str) -> None:
    forms = _form(x), _form(y)
    if forms[0] == forms[1]:
        _marks(out, c, x, y)
        return
    known = out.names.pairs.get(forms)
    spelled = known or ("spelling" if _letters(x) == _letters(y) else "renamed")
    out.naming(spelled, c)


@lru_cache(maxsize=1 << 12)
def _form(surface: str) -> tuple[str, ...]:
    return tokenize(surface).keys


def _letters(word: str) -> str:
    """A word without case and apostrophes: what is left differs in spelling, not in marks."""
    return re.sub(r"\s|" + _QUOTES.pattern, "", mend(word).casefold())


def _between(out: Findings, i: int, j: int) -> None:
    """The marks between two words that both have: a hyphen in a name is spelling."""
    a, b = out.a, out.b
    x, y = a.gap(i), b.gap(j)
    if x.split() == y.split() and (x != "") == (y != ""):
        return
    at = Change(True, i - 1, i + 1, j - 1, j + 1)
    in_name = a.named[i] or b.named[j]
    joins = [bool(_HYPHEN.match(x)), bool(_HYPHEN.match(y))]
    if in_name and any(joins) and not all(joins) and not (x + y).strip("-‐‑– "):
        out.naming("spelling", at)
    elif (x == "") != (y == "") and not (x + y).strip():
        out.edit("spelling", at)
    else:
        _marks(out, at, x, y)


def _marks(out: Findings, c: Change, x: str, y: str) -> None:
    if "".join(x.split()) != "".join(y.split()):
        out.edit("mechanical", c)


def _before(side: Side, i: int) -> str:
    """The marks in front of the first word of a sentence."""
    k = _sentence(side, i)
    return side.text[side.sentences[k].start : side.starts[i]] if side.ranges[k][0] == i else ""


def _behind(side: Side, i: int) -> str:
    """The marks behind the last word of a sentence."""
    k = _sentence(side, i)
    return side.text[side.ends[i] : side.sentences[k].end] if side.ranges[k][1] == i + 1 else ""


def _sentence(side: Side, i: int) -> int:
    """The number of the body sentence that holds word ``i``."""
    return bisect_right(side.ranges, i, key=lambda r: r[0]) - 1
