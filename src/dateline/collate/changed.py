"""Words that one version has in the place of the other's: what sort of change it is."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.collate.findings import Findings
from dateline.collate.labels import label_of, note_label
from dateline.collate.lexicon import (
    ARTICLES,
    AUXILIARIES,
    MONTHS,
    NEGATIONS,
    NUMBERS,
    OPPOSITES,
    QUALIFIERS,
    WEEKDAYS,
)
from dateline.collate.names import Words, another, core, is_actor, places, rename_type
from dateline.collate.side import Side
from dateline.collate.spelling import is_contraction, is_spaced
from dateline.collate.words import Change
from dateline.model import Kind

_LOOSE = ARTICLES | AUXILIARIES
_LONGER = 3
_CLAUSE = 8
_SENTENCE = 12  # words against words: nothing is said of the same thing any more
_BARE = 3  # a negation that came or went alone, not with a clause of its own


def note_changed(out: Findings, c: Change, before: Change | None, after: Change | None) -> None:
    """Note what a change between two stretches of kept words is."""
    if is_contraction(out.a.keys[c.a0 : c.a1], out.b.keys[c.b0 : c.b1]):
        out.edit("spelling", c)
        return
    if is_spaced(out.a.surface(c.a0, c.a1), out.b.surface(c.b0, c.b1)):
        out.edit("mechanical", c)
        return
    if label := label_of(out, c, before, after):
        note_label(out, c, label)
        return
    type_ = rename_type(out.a, out.b, (c.a0, c.a1, c.b0, c.b1))
    if type_:
        a0, a1 = core(out.a, c.a0, c.a1)
        b0, b1 = core(out.b, c.b0, c.b1)
        pair = out.a.keys[a0:a1], out.b.keys[b0:b1]
        spelled_out = _literal(out.a, a0, a1), _literal(out.b, b0, b1)
        known = pair in out.names.pairs or spelled_out in out.names.pairs
        if known or not another(pair, type_, out.b, 1):
            out.naming(type_, Change(False, a0, a1, b0, b1))
            return
        if _both_known(out, pair, (a0, a1, b0, b1)):
            out.facts.append((out.a.surface(a0, a1), out.b.surface(b0, b1)))
    if not _absorbed(out, c, before, after):
        out.edit(_kind(out.a.keys[c.a0 : c.a1], out.b.keys[c.b0 : c.b1]), c)
        _facts(out, c)


def _literal(side: Side, i: int, j: int) -> Words:
    """The keys of words as they stand, where a symbol stands for a name."""
    if not any(key.startswith("§") for key in side.keys[i:j]):
        return side.keys[i:j]
    return side.vocabulary.words(side.surface(i, j)).keys


def _both_known(out: Findings, pair: tuple[Words, Words], at: tuple[int, int, int, int]) -> bool:
    """Whether both texts use both proper names elsewhere: then somebody else is meant here.

    Before one noun ("Syrian army", "government army") the words only describe.
    """
    a, b = out.a, out.b
    x, y = (a.vocabulary.ids(words) for words in pair)
    if not any(a.named[at[0] : at[1]]) or not any(b.named[at[2] : at[3]]):
        return False
    behind = a.keys[at[1] : at[1] + 1]
    if behind == b.keys[at[3] : at[3] + 1] and any(map(is_actor, behind)):
        return False
    return bool(places(x, b.ids) and places(y, a.ids))


def _kind(x: Sequence[str], y: Sequence[str]) -> Kind:
    """How a change that is no renaming reads: by what it adds to or takes from the sentence."""
    if _LOOSE.issuperset(x) and _LOOSE.issuperset(y):
        return "reworded"
    x = [w for w in x if w not in ARTICLES]
    y = [w for w in y if w not in ARTICLES]
    if not y or (len(x) >= len(y) + _LONGER and len(x) >= 2 * len(y)):
        return "shortened"
    if not x or (len(y) >= len(x) + _LONGER and len(y) >= 2 * len(x)):
        return "extended"
    return "reworded"


def _absorbed(out: Findings, c: Change, before: Change | None, after: Change | None) -> bool:
    """An article that came or went with a renamed neighbour is part of the renaming."""
    words = [*out.a.keys[c.a0 : c.a1], *out.b.keys[c.b0 : c.b1]]
    if any(w not in ARTICLES for w in words):
        return False
    near = [after.a0] if after and after.same else []
    return any(out.a.keys[i].startswith("§") for i in near)


def _facts(out: Findings, c: Change) -> None:
    x, y = out.a.keys[c.a0 : c.a1], out.b.keys[c.b0 : c.b1]
    if x and y:
        near = len(x) <= _CLAUSE and len(y) <= _CLAUSE  # longer ones say more than the opposite
        told = _other_figures(x, y) or (near and (_other_day(x, y) or _other_sense(x, y)))
    else:
        told = (len(x + y) <= _BARE and _other_sense(x, y)) or _hedges(out, c)
    if told:
        a0, b0, a1, b1 = _with_figure(out, c)
        out.facts.append((out.a.surface(a0, a1), out.b.surface(b0, b1)))


def _hedges(out: Findings, c: Change) -> bool:
    """Whether a figure lost or gained its "at least" or "about"."""
    words = [*out.a.keys[c.a0 : c.a1], *out.b.keys[c.b0 : c.b1]]
    behind = out.a.keys[c.a1 : c.a1 + 1]
    return bool(behind) and bool(_figures(behind)) and all(w in QUALIFIERS for w in words)


def _with_figure(out: Findings, c: Change) -> tuple[int, int, int, int]:
    """The change with the figure behind it, or with the month before it, that it belongs to."""
    a0, b0, a1, b1 = c.a0, c.b0, c.a1, c.b1
    if _hedges(out, c) and not (a0 < a1 and b0 < b1):
        return a0, b0, a1 + 1, b1 + 1
    if a0 and b0 and out.a.keys[a0 - 1] in MONTHS and out.b.keys[b0 - 1] in MONTHS:
        return a0 - 1, b0 - 1, a1, b1
    return a0, b0, a1, b1


def _other_figures(x: Sequence[str], y: Sequence[str]) -> bool:
    if max(len(x), len(y)) > _SENTENCE:
        return False
    before, after = _figures(x), _figures(y)
    return bool(before and after) and before != after


def _other_day(x: Sequence[str], y: Sequence[str]) -> bool:
    """Another weekday or month; "may" is left to its figure."""
    days, others = WEEKDAYS.intersection(x), WEEKDAYS.intersection(y)
    months, more = ({MONTHS[w] for w in z if w in MONTHS and w != "may"} for z in (x, y))
    return bool((days and others and days != others) or (months and more and months != more))


def _other_sense(x: Sequence[str], y: Sequence[str]) -> bool:
    """A negation on one side only, or a word against its opposite."""
    if NEGATIONS & set(x) and not NEGATIONS & set(y):
        return True
    if NEGATIONS & set(y) and not NEGATIONS & set(x):
        return True
    return any(frozenset((v, w)) in OPPOSITES for v in x for w in y)


def _figures(words: Sequence[str]) -> list[str]:
    return sorted(NUMBERS.get(w, w) for w in words if w[0].isdigit() or w in NUMBERS)
