"""Labels: words added to or taken from a name that both versions have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.collate.findings import Findings, Naming
from dateline.collate.lexicon import ARTICLES, FUNCTION, LABEL_WORDS
from dateline.collate.names import is_actor
from dateline.collate.side import Side
from dateline.collate.words import Change
from dateline.model import Use

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Label:
    """Words added to or taken from a name that both versions have next to them."""

    name: Change
    words: str
    in_a: bool


def label_of(out: Findings, c: Change, before: Change | None, after: Change | None) -> Label | None:
    """The label that a change is, if it only adds words to or takes words from a name."""
    if (c.a0 < c.a1) == (c.b0 < c.b1):
        return None
    side, i, j = (out.a, c.a0, c.a1) if c.a0 < c.a1 else (out.b, c.b0, c.b1)
    words = [w for w in side.keys[i:j] if w not in ARTICLES]
    if not words or j - i > _LONGEST or _bracketed(side, i, j):
        return None
    if not all(_labelling(w) for w in words) and not _goes_on(side, i, j):
        return None
    for name in _neighbours(out, c, before, after):
        return Label(name, side.surface(i, j), side is out.a)
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
    out: Findings, c: Change, before: Change | None, after: Change | None
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
        tied = n > i and side.text[side.ends[n - 1]] == "-"
        if not tied and not _is_name(side, n) and not _inner(side, n, stop):
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


def note_label(out: Findings, c: Change, label: Label) -> None:
    """A label: told with the renaming of its name if that was renamed too, else on its own."""
    name = label.name
    for n, naming in enumerate(out.namings):
        if naming.use.a.start <= out.a.starts[name.a0] < naming.use.a.end:
            use = naming.use
            words = " … ".join(filter(None, (use.label, label.words)))
            labelled = Use(use.row, use.a, use.b, use.quoted, words)
            out.namings[n] = Naming(naming.a, naming.b, naming.type, labelled)
            out.edit("renamed", c)
            return
    out.naming("label", _hull(c, name), label.words)


def _hull(c: Change, name: Change) -> Change:
    return Change(
        False, min(c.a0, name.a0), max(c.a1, name.a1), min(c.b0, name.b0), max(c.b1, name.b1)
    )
