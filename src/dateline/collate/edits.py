"""What became of a row: the edits inside it and their kinds.

The kinds are those of the collation gold (see the docs): noise is ``mechanical``, another form of
the same words ``spelling``, another name or label ``renamed``; the rest is told by what came and
went.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.collate.lexicon import (
    ARTICLES,
    AUXILIARIES,
    FUNCTION,
    LABEL_TIES,
    LABEL_WORDS,
    NEGATIONS,
    NUMBERS,
    OPPOSITES,
    REPORTING,
)
from dateline.collate.names import Names, another, core, is_actor, rename_type
from dateline.collate.side import Side
from dateline.collate.words import Change, changes
from dateline.collate.spelling import is_contraction
from dateline.model import Edit, Kind, RenameType, Span, Use
from dateline.text import tokenize

_LABEL_WORDS = 6
_LONGER = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """A rename found in a row: the words on both sides and the use that shows them."""

    a: str
    b: str
    type: RenameType
    use: Use


@dataclass(frozen=True, slots=True)
class RowEdits:
    """All that happened in one row."""

    edits: tuple[Edit, ...]
    namings: tuple[Naming, ...]
    facts: tuple[tuple[str, str], ...]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of the edits in the order of the vocabulary."""
        found = {e.kind for e in self.edits}
        order: tuple[Kind, ...] = (
            "mechanical",
            "spelling",
            "renamed",
            "shortened",
            "extended",
            "reworded",
        )
        return tuple(k for k in order if k in found)


class _Row:
    """Two word ranges being compared; collects what is found."""

    def __init__(self, a: Side, b: Side, names: Names, row: int) -> None:
        self.a, self.b, self.names, self.row = a, b, names, row
        self.edits: list[Edit] = []
        self.namings: list[Naming] = []
        self.facts: list[tuple[str, str]] = []

    def edit(self, kind: Kind, c: Change) -> None:
        a, b = self.a.span(c.a0, c.a1), self.b.span(c.b0, c.b1)
        if (kind, a, b) not in [(e.kind, e.a, e.b) for e in self.edits]:
            self.edits.append(Edit(kind, a, b, self.quoted(c)))

    def quoted(self, c: Change) -> bool:
        """Whether the change is inside a quotation, as far as the marks of both can tell."""
        in_a = _all_quoted(self.a, c.a0, c.a1)
        in_b = _all_quoted(self.b, c.b0, c.b1)
        return in_a and in_b if any(self.a.quoted) and any(self.b.quoted) else in_a or in_b

    def naming(self, type_: RenameType, c: Change, label: str = "") -> None:
        a, b = self.a.span(c.a0, c.a1), self.b.span(c.b0, c.b1)
        if a and b:
            use = Use(self.row, a, b, self.quoted(c), label)
            self.namings.append(Naming(_bare(a.text), _bare(b.text), type_, use))
            self.edit("spelling" if type_ == "spelling" else "renamed", c)
            if _bare(a.text) != a.text and " " in a.text:
                self.edit("mechanical", c)


def _bare(name: str) -> str:
    """A name without its possessive ending, or what was left of one."""
    return re.sub(r"(?:['’ʼ]s| s|['’])$", "", name)


def _all_quoted(side: Side, i: int, j: int) -> bool:
    if i == j:
        return 0 < i < len(side.quoted) and side.quoted[i - 1] and side.quoted[i]
    return all(side.quoted[i:j])


def compare_words(
    a: Side, b: Side, words_a: Sequence[int], words_b: Sequence[int], names: Names, row: int
) -> RowEdits:
    """Compare the words (numbers, ascending) of one row of two sides."""
    out = _Row(a, b, names, row)
    found = changes([a.keys[i] for i in words_a], [b.keys[j] for j in words_b])
    placed = [_placed(c, words_a, words_b) for c in found]
    for n, change in enumerate(placed):
        before = placed[n - 1] if n else None
        after = placed[n + 1] if n + 1 < len(placed) else None
        if change.same:
            _kept(out, change, n == 0, n + 1 == len(placed))
        else:
            _changed(out, change, before, after)
    _reattributed(out)
    _rearranged(out)
    return RowEdits(tuple(_told_once(out.edits)), tuple(out.namings), tuple(out.facts))


def _placed(c: Change, words_a: Sequence[int], words_b: Sequence[int]) -> Change:
    """The change in word numbers of the sides in place of positions in the row."""

    def at(words: Sequence[int], first: int, last: int) -> tuple[int, int]:
        if first < last:
            return words[first], words[last - 1] + 1
        here = words[first] if first < len(words) else (words[-1] + 1 if words else 0)
        return here, here

    return Change(c.same, *at(words_a, c.a0, c.a1), *at(words_b, c.b0, c.b1))


# --- words that stayed ------------------------------------------------------------------------

_QUOTES = re.compile(r"[\"“”„«»‘’'`´]")
_HYPHEN = re.compile(r"^[-‐‑–]$")


def _kept(out: _Row, c: Change, first: bool, last: bool) -> None:
    """Same words: what differs is their form, or the marks between them."""
    a, b = out.a, out.b
    for k in range(c.a1 - c.a0):
        i, j = c.a0 + k, c.b0 + k
        here = Change(True, i, i + 1, j, j + 1)
        _same_word(out, here)
        if k:
            _between(out, i, j)
    if first:
        _marks(out, Change(True, c.a0, c.a0 + 1, c.b0, c.b0 + 1), _before(a, c.a0), _before(b, c.b0))
    if last:
        at = Change(True, c.a1 - 1, c.a1, c.b1 - 1, c.b1)
        _marks(out, at, _behind(a, c.a1 - 1), _behind(b, c.b1 - 1))


def _same_word(out: _Row, c: Change) -> None:
    x, y = out.a.surface(c.a0, c.a1), out.b.surface(c.b0, c.b1)
    if x == y or _only_sentence_start(out, c, x, y):
        return
    symbol = out.a.keys[c.a0]
    if symbol.startswith("§"):
        _renamed_symbol(out, c, x, y)
    elif _letters(x) == _letters(y):
        out.edit("mechanical", c)
    else:
        out.naming("spelling", c)


def _only_sentence_start(out: _Row, c: Change, x: str, y: str) -> bool:
    """A capital that came or went because a sentence now begins elsewhere is no edit."""
    starts = (c.a0 in out.a.firsts) != (c.b0 in out.b.firsts)
    return starts and x[1:] == y[1:] and x[0].casefold() == y[0].casefold()


def _renamed_symbol(out: _Row, c: Change, x: str, y: str) -> None:
    forms = _form(x), _form(y)
    if forms[0] == forms[1]:
        _marks(out, c, x, y)
        return
    known = out.names.pairs.get(forms)
    spelled = known or ("spelling" if _letters(x) == _letters(y) else "renamed")
    out.naming(spelled, c)


def _form(surface: str) -> tuple[str, ...]:
    return tokenize(surface).keys


def _letters(word: str) -> str:
    """A word without case and apostrophes: what is left differs in spelling, not in marks."""
    return re.sub(r"\s|" + _QUOTES.pattern, "", word.casefold())


def _between(out: _Row, i: int, j: int) -> None:
    """The marks between two words that both have: a hyphen in a name is spelling."""
    a, b = out.a, out.b
    x = a.text[a.ends[i - 1] : a.starts[i]]
    y = b.text[b.ends[j - 1] : b.starts[j]]
    if x.split() == y.split() and bool(x.strip()) == bool(y.strip()) and (x != "") == (y != ""):
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


def _marks(out: _Row, c: Change, x: str, y: str) -> None:
    if "".join(x.split()) != "".join(y.split()):
        out.edit("mechanical", c)


def _before(side: Side, i: int) -> str:
    """The marks in front of the first word of a sentence."""
    start = next((s.start for s, r in zip(side.sentences, side.ranges, strict=True) if r[0] == i), None)
    return "" if start is None else side.text[start : side.starts[i]]


def _behind(side: Side, i: int) -> str:
    end = next((s.end for s, r in zip(side.sentences, side.ranges, strict=True) if r[1] == i + 1), None)
    return "" if end is None else side.text[side.ends[i] : end]


# --- words that changed -----------------------------------------------------------------------


def _changed(out: _Row, c: Change, before: Change | None, after: Change | None) -> None:
    if is_contraction(out.a.keys[c.a0 : c.a1], out.b.keys[c.b0 : c.b1]):
        out.edit("spelling", c)
        return
    if label := _label(out, c, before, after):
        _labelled(out, c, label)
        return
    type_ = rename_type(out.a, out.b, (c.a0, c.a1, c.b0, c.b1))
    if type_:
        a0, a1 = core(out.a, c.a0, c.a1)
        b0, b1 = core(out.b, c.b0, c.b1)
        pair = out.a.keys[a0:a1], out.b.keys[b0:b1]
        if pair in out.names.pairs or not another(pair, type_, out.b, 1):
            out.naming(type_, Change(False, a0, a1, b0, b1))
            return
    if not _absorbed(out, c, before, after):
        out.edit(_kind(out.a.keys[c.a0 : c.a1], out.b.keys[c.b0 : c.b1]), c)
        _facts(out, c)


def _kind(x: Sequence[str], y: Sequence[str]) -> Kind:
    """How a change that is no renaming reads: by what it adds to or takes from the sentence."""
    loose = ARTICLES | AUXILIARIES
    if not [w for w in x if w not in loose] and not [w for w in y if w not in loose]:
        return "reworded"
    x = [w for w in x if w not in ARTICLES]
    y = [w for w in y if w not in ARTICLES]
    if not y or (len(x) >= len(y) + _LONGER and len(x) >= 2 * len(y)):
        return "shortened"
    if not x or (len(y) >= len(x) + _LONGER and len(y) >= 2 * len(x)):
        return "extended"
    return "reworded"


def _absorbed(out: _Row, c: Change, before: Change | None, after: Change | None) -> bool:
    """An article that came or went with a renamed neighbour is part of the renaming."""
    words = [*out.a.keys[c.a0 : c.a1], *out.b.keys[c.b0 : c.b1]]
    if any(w not in ARTICLES for w in words):
        return False
    near = [after.a0] if after and after.same else []
    return any(out.a.keys[i].startswith("§") for i in near)


def _facts(out: _Row, c: Change) -> None:
    x, y = out.a.keys[c.a0 : c.a1], out.b.keys[c.b0 : c.b1]
    if _figures(x) != _figures(y) and _figures(x) and _figures(y):
        pass
    elif frozenset(NEGATIONS & set(x)) != frozenset(NEGATIONS & set(y)):
        pass
    elif not any(frozenset((v, w)) in OPPOSITES for v in x for w in y):
        return
    out.facts.append((out.a.surface(c.a0, c.a1), out.b.surface(c.b0, c.b1)))


def _figures(words: Sequence[str]) -> list[str]:
    return sorted(NUMBERS.get(w, w) for w in words if w[0].isdigit() or w in NUMBERS)


# --- labels -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Label:
    """Words added to or taken from a name that both versions have next to them."""

    name: Change
    words: str
    in_a: bool


def _label(out: _Row, c: Change, before: Change | None, after: Change | None) -> _Label | None:
    if (c.a0 < c.a1) == (c.b0 < c.b1):
        return None
    side, i, j = (out.a, c.a0, c.a1) if c.a0 < c.a1 else (out.b, c.b0, c.b1)
    words = [w for w in side.keys[i:j] if w not in ARTICLES]
    if not words or j - i > _LABEL_WORDS or _bracketed(side, i, j):
        return None
    if not all(_labelling(w) for w in words) and not _goes_on(side, i, j):
        return None
    for name in _neighbours(out, c, before, after):
        return _Label(name, side.surface(i, j), side is out.a)
    return None


def _labelling(word: str) -> bool:
    return word in LABEL_WORDS or is_actor(word) or word in {"as", "of", "and"}


def _bracketed(side: Side, i: int, j: int) -> bool:
    return side.text[side.starts[i] - 1] == "(" and side.text[side.ends[j - 1]] == ")"


def _goes_on(side: Side, i: int, j: int) -> bool:
    """Whether the words only continue a name: "of Iraq and the Levant"."""
    content = [n for n in range(i, j) if side.keys[n] not in FUNCTION]
    return side.keys[i] == "of" and bool(content) and all(side.named[n] for n in content)


def _neighbours(
    out: _Row, c: Change, before: Change | None, after: Change | None
) -> Iterator[Change]:
    """The named words that stand directly behind or before the change on both sides."""
    a, b = out.a, out.b
    if after and after.same and _is_name(a, after.a0) and _is_name(b, after.b0):
        width = _name_length(a, after.a0, after.a1)
        yield Change(True, after.a0, after.a0 + width, after.b0, after.b0 + width)
    if before and before.same and _is_name(a, before.a1 - 1) and _is_name(b, before.b1 - 1):
        width = _name_length_back(a, before.a0, before.a1)
        yield Change(True, before.a1 - width, before.a1, before.b1 - width, before.b1)


def _is_name(side: Side, i: int) -> bool:
    return side.named[i] and side.keys[i] not in FUNCTION


def _name_length(side: Side, i: int, stop: int) -> int:
    """How many words from ``i`` on are one name: "Observatory for Human Rights"."""
    n = i
    while n < stop and (n == i or side.text[side.ends[n - 1] : side.starts[n]] in {" ", "-"}):
        if not _is_name(side, n) and not _inner(side, n, stop):
            break
        n += 1
    return n - i


def _inner(side: Side, n: int, stop: int) -> bool:
    """A preposition inside a name."""
    return side.keys[n] in {"of", "for", "the"} and n + 1 < stop and side.named[n + 1]


def _name_length_back(side: Side, start: int, j: int) -> int:
    n = j
    while n > start and _is_name(side, n - 1):
        if n < j and side.text[side.ends[n - 1] : side.starts[n]] not in {" ", "-"}:
            break
        n -= 1
    return j - n


def _labelled(out: _Row, c: Change, label: _Label) -> None:
    """A label: told with the renaming of its name if that was renamed too, else on its own."""
    name = label.name
    for n, naming in enumerate(out.namings):
        if naming.use.a.start <= out.a.starts[name.a0] < naming.use.a.end:
            use = naming.use
            labelled = Use(use.row, use.a, use.b, use.quoted, label.words)
            out.namings[n] = Naming(naming.a, naming.b, naming.type, labelled)
            out.edit("renamed", c)
            return
    out.naming("label", _hull(c, name), label.words)


def _hull(c: Change, name: Change) -> Change:
    return Change(
        False, min(c.a0, name.a0), max(c.a1, name.a1), min(c.b0, name.b0), max(c.b1, name.b1)
    )


# --- the row as a whole -----------------------------------------------------------------------

_MOVED_SHARE = 0.6


def _reattributed(out: _Row) -> None:
    """A speaker named at one end who was named at the other is rewording, not cut and addition."""
    cut = [e for e in out.edits if e.kind == "shortened" and e.b is None and _reports(e.a)]
    put = [e for e in out.edits if e.kind == "extended" and e.a is None and _reports(e.b)]
    for x, y in zip(cut, put, strict=False):
        out.edits[out.edits.index(x)] = replace(x, kind="reworded")
        _speaker(out, x, y)
        longer = _count(y.b) >= _count(x.a) + _LONGER
        out.edits[out.edits.index(y)] = y if longer else replace(y, kind="reworded")


def _speaker(out: _Row, cut: Edit, put: Edit) -> None:
    """Another name for the speaker of an attribution that changed its place."""
    x, y = _speaking(out.a, cut.a), _speaking(out.b, put.b)
    if x and y and rename_type(out.a, out.b, (*x, *y)) == "renamed":
        if out.a.keys[slice(*x)] != out.b.keys[slice(*y)]:
            out.naming("renamed", Change(False, *x, *y))


def _speaking(side: Side, span: Span | None) -> tuple[int, int] | None:
    """The words of an attribution without its verb."""
    if span is None:
        return None
    first = bisect_left(side.starts, span.start)
    last = bisect_left(side.starts, span.end)
    while first < last and side.keys[first] in REPORTING | FUNCTION:
        first += 1
    while last > first and side.keys[last - 1] in REPORTING | FUNCTION:
        last -= 1
    return (first, last) if first < last else None


def _reports(span: Span | None) -> bool:
    return span is not None and any(k in REPORTING for k in tokenize(span.text).keys)


def _count(span: Span | None) -> int:
    return len(span.text.split()) if span else 0


def _rearranged(out: _Row) -> None:
    """Words that only changed their place in the row are rewording."""
    gone = [w for e in out.edits if e.kind == "shortened" for w in _content(e.a)]
    come = [w for e in out.edits if e.kind == "extended" for w in _content(e.b)]
    for n, e in enumerate(out.edits):
        if e.kind == "extended" and _held(_content(e.b), gone):
            out.edits[n] = replace(e, kind="reworded")
        elif e.kind == "shortened" and _held(_content(e.a), come):
            out.edits[n] = replace(e, kind="reworded")


def _content(span: Span | None) -> list[str]:
    return [k for k in tokenize(span.text).keys if k not in FUNCTION] if span else []


def _held(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether most of the words stand among the others, endings aside."""
    found = sum(any(w == o or (w[:4] == o[:4] and len(w) > 3) for o in others) for w in words)
    return bool(words) and found >= _MOVED_SHARE * len(words)


def _told_once(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Leave out noise inside a name that is told as respelled or renamed."""
    told = [e for e in edits if e.kind in {"spelling", "renamed"}]
    for e in edits:
        if e.kind != "mechanical" or not any(_within(e, t) for t in told if t.a != e.a):
            yield e


def _within(e: Edit, whole: Edit) -> bool:
    a, w = e.a, whole.a
    return a is not None and w is not None and w.start <= a.start and a.end <= w.end
