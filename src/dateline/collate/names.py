"""Renames: learned from aligned rows, then recognised wherever their words stand.

A pair is learned where one version has other words in the place of a name or of a label for people,
groups and places. It counts as a rename of the house only if the name does not live on elsewhere in
the other version: then another one was meant, and a fact was changed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain, pairwise
from typing import TypeVar

from dateline.collate.lexicon import ACTORS, DAYS, FUNCTION, JUDGING, MONTHS, REPORTING
from dateline.collate.side import Side
from dateline.collate.spelling import is_spaced, is_variant
from dateline.model import RenameType

T = TypeVar("T")
Words = tuple[str, ...]
_LONGEST = 6
_LOOSE = FUNCTION | JUDGING
_INNER = frozenset({"of", "for", "the"})
_ORIGIN = frozenset({"from", "in", "at"})  # "researchers from the University of …"


@dataclass(frozen=True)
class Names:
    """Pairs of wordings for one name.

    ``once`` are pairs seen a single time in which a common noun takes part: told as renames where
    they stand, but too weak to be looked for elsewhere.
    """

    pairs: dict[tuple[Words, Words], RenameType] = field(default_factory=dict)
    once: frozenset[tuple[Words, Words]] = frozenset()

    @property
    def classes(self) -> dict[Words, str]:
        """For each form the symbol of its class; forms that rename each other share one."""
        parent: dict[Words, Words] = {}

        def root(form: Words) -> Words:
            while parent.setdefault(form, form) != form:
                form = parent[form]
            return form

        for x, y in sorted(self.pairs.keys() - self.once):
            parent[max(root(x), root(y))] = min(root(x), root(y))
        return {form: "§" + " ".join(root(form)) for form in parent}

    def joined(self, other: Names) -> Names:
        """The pairs of both, without those that others of them explain with fewer words."""
        if not other.pairs:
            return self
        sure = (self.pairs.keys() - self.once) | (other.pairs.keys() - other.once)
        return Names(_shortest({**other.pairs, **self.pairs}), (self.once | other.once) - sure)


def core(side: Side, i: int, j: int) -> tuple[int, int]:
    """The range ``[i, j)`` without the function words at its edges, nor a name's judging label."""
    i, j = _trimmed(side, i, j, FUNCTION)
    first, last = _trimmed(side, i, j, _LOOSE)
    return (first, last) if any(side.named[first:last]) else (i, j)


def _trimmed(side: Side, i: int, j: int, words: frozenset[str]) -> tuple[int, int]:
    while i < j and side.keys[i] in words:
        i += 1
    while j > i and side.keys[j - 1] in words:
        j -= 1
    return i, j


def rename_type(a: Side, b: Side, at: tuple[int, int, int, int]) -> RenameType | None:
    """What a replacement of words ``[a0, a1)`` by ``[b0, b1)`` is, if it is a renaming at all."""
    a0, a1 = core(a, at[0], at[1])
    b0, b1 = core(b, at[2], at[3])
    if a0 == a1 or b0 == b1 or max(a1 - a0, b1 - b0) > _LONGEST:
        return None
    x, y = a.keys[a0:a1], b.keys[b0:b1]
    named_a, named_b = any(a.named[a0:a1]), any(b.named[b0:b1])
    if is_variant(x, y, named_a or named_b):
        return None if is_spaced(a.surface(a0, a1), b.surface(b0, b1)) else "spelling"
    if _says_more(x) or _says_more(y):
        return None
    if not (_nameable(x, named_a) and _nameable(y, named_b)):
        same_noun = _noun_behind(a, a1) is not None and _noun_behind(a, a1) == _noun_behind(b, b1)
        return "renamed" if same_noun and named_a != named_b and len(x) == len(y) == 1 else None
    return "renamed"


def _noun_behind(side: Side, n: int) -> str | None:
    """The actor that a word describes: "army" behind "national"."""
    return side.keys[n] if n < len(side.keys) and is_actor(side.keys[n]) else None


def _says_more(words: Words) -> bool:
    """Whether the words are more than a name: verbs of saying, clauses, figures."""
    if any(w in REPORTING or w in DAYS or w in MONTHS or w[0].isdigit() for w in words):
        return True
    inner = _INNER | (_ORIGIN if is_actor(words[0]) else frozenset())
    return any(w in FUNCTION and w not in inner for w in words)


def _nameable(words: Words, named: bool) -> bool:
    return named or is_actor(words[-1])


def is_actor(word: str) -> bool:
    """Whether a noun, in either number, names people, a group or a seat of power."""
    return (
        word in ACTORS or (word.endswith("s") and word[:-1] in ACTORS) or word[:-3] + "y" in ACTORS
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """A replacement that may be a renaming: word ranges in a and b."""

    a: tuple[int, int]
    b: tuple[int, int]
    type: RenameType


def learn(a: Side, b: Side, seen: Iterable[Seen]) -> Names:
    """The renames that the replacements between two versions show."""
    counts: Counter[tuple[Words, Words]] = Counter()
    types: dict[tuple[Words, Words], RenameType] = {}
    for s in seen:
        pair = (a.keys[slice(*s.a)], b.keys[slice(*s.b)])
        counts[pair] += 1
        types[pair] = s.type
    pairs = _shortest({p: t for p, t in types.items() if not another(p, t, b, counts[p])})
    weak = {p for p, t in pairs.items() if t == "renamed" and counts[p] == 1 and _common(p)}
    return Names(pairs, frozenset(weak))


def _common(pair: tuple[Words, Words]) -> bool:
    return any(is_actor(words[-1]) for words in pair)


def another(pair: tuple[Words, Words], type_: RenameType, b: Side, count: int) -> bool:
    """Whether a replaced proper name goes on being used in b: then another one was meant."""
    x, y = pair
    if type_ == "spelling" or is_actor(x[-1]) or is_actor(y[-1]):
        return False
    return len(places(b.vocabulary.ids(x), b.ids)) >= count


def places(words: str, ids: str) -> list[int]:
    """Where ``words`` stand in a row in ``ids``; a character is a word."""
    out = []
    at = ids.find(words)
    while at >= 0:
        out.append(at)
        at = ids.find(words, at + 1)
    return out


def _holds(words: Words, part: Words) -> bool:
    """Whether ``part`` stands in a row in ``words``."""
    n = len(part)
    return any(words[i : i + n] == part for i in range(len(words) - n + 1))


def _shortest(
    pairs: dict[tuple[Words, Words], RenameType],
) -> dict[tuple[Words, Words], RenameType]:
    """Leave out a pair that another one explains with fewer words.

    "Islamic State → Daesh terror group" is "Islamic State → Daesh" with a label.
    """
    return {
        (x, y): t
        for (x, y), t in pairs.items()
        if not any(
            len(p) + len(q) < len(x) + len(y) and _holds(x, p) and _holds(y, q) for p, q in pairs
        )
    }


def with_symbols(side: Side, classes: Mapping[Words, str]) -> Side:
    """The side with the words of each known name replaced by the symbol of its class."""
    found = _named_at(side, classes)
    if not found:
        return side
    symbols = [symbol for _, _, symbol in found]
    at = [(i, j) for i, j, _ in found]
    return replace(
        side,
        keys=_put(side.keys, at, symbols),
        ids="".join(_put(side.ids, at, side.vocabulary.ids(symbols))),
        starts=_put(side.starts, at, [side.starts[i] for i, _ in at]),
        ends=_put(side.ends, at, [side.ends[j - 1] for _, j in at]),
        ranges=_shrunk(side.ranges, at),
        named=_put(side.named, at, [any(side.named[i:j]) for i, j in at]),
        quoted=_put(side.quoted, at, [all(side.quoted[i:j]) for i, j in at]),
    )


def _named_at(side: Side, classes: Mapping[Words, str]) -> list[tuple[int, int, str]]:
    """Where names stand, each in one sentence, the longest first; with their symbols."""
    hits = sorted(
        (at, -len(form), symbol)
        for form, symbol in classes.items()
        for at in places(side.vocabulary.ids(form), side.ids)
    )
    found: list[tuple[int, int, str]] = []
    ends = [last for _, last in side.ranges]
    done = 0
    for i, width, symbol in hits:
        j = i - width
        if i >= done and j <= ends[bisect_right(ends, i)]:
            found.append((i, j, symbol))
            done = j
    return found


def _put(old: Sequence[T], at: Sequence[tuple[int, int]], new: Iterable[T]) -> tuple[T, ...]:
    """``old`` with one new value in the place of each range."""
    pieces: list[Iterable[T]] = []
    end = 0
    for (i, j), value in zip(at, new, strict=True):
        pieces += [old[end:i], (value,)]
        end = j
    return tuple(chain(*pieces, old[end:]))


def _shrunk(
    ranges: Sequence[tuple[int, int]], at: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The ranges of the sentences when each of the inner ranges has become one word."""
    edges = [first for first, _ in ranges] + [ranges[-1][1]]
    inner = [j for _, j in at]
    lost = list(accumulate((j - i - 1 for i, j in at), initial=0))
    return tuple(pairwise([edge - lost[bisect_right(inner, edge)] for edge in edges]))
