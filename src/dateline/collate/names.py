"""Renames: learned from aligned rows, then recognised wherever their words stand.

A pair is learned where one version has other words in the place of a name or of a label for people,
groups and places. It counts as a rename of the house only if the name does not live on elsewhere in
the other version: then another one was meant, and a fact was changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateline.collate.lexicon import ACTORS, DAYS, FUNCTION, JUDGING, MONTHS, REPORTING
from dateline.collate.side import Side
from dateline.collate.spelling import is_variant
from dateline.model import RenameType

Words = tuple[str, ...]
_LONGEST = 6
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
        """The pairs of both."""
        sure = (self.pairs.keys() - self.once) | (other.pairs.keys() - other.once)
        return Names({**other.pairs, **self.pairs}, (self.once | other.once) - sure)


def core(side: Side, i: int, j: int) -> tuple[int, int]:
    """The range ``[i, j)`` without the function words at its edges, nor a name's judging label."""
    i, j = _trimmed(side, i, j, FUNCTION)
    first, last = _trimmed(side, i, j, FUNCTION | JUDGING)
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
        return "spelling"
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
    return occurrences(x, b.keys) >= count


def occurrences(words: Words, keys: Sequence[str]) -> int:
    """How often ``words`` stand in a row in ``keys``."""
    n = len(words)
    return sum(
        keys[i] == words[0] and tuple(keys[i : i + n]) == words for i in range(len(keys) - n + 1)
    )


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
            len(p) + len(q) < len(x) + len(y) and occurrences(p, x) and occurrences(q, y)
            for p, q in pairs
        )
    }


def with_symbols(side: Side, names: Names) -> Side:
    """The side with the words of each known name replaced by the symbol of its class."""
    classes = names.classes
    if not classes:
        return side
    first: dict[str, list[Words]] = defaultdict(list)
    for known in sorted(classes, key=len, reverse=True):
        first[known[0]].append(known)
    pieces: list[tuple[str, int, int]] = []
    ranges: list[tuple[int, int]] = []
    for begin, end in side.ranges:
        opened = len(pieces)
        while begin < end:
            forms = first.get(side.keys[begin], ())
            form: Words | None = next(
                (f for f in forms if side.keys[begin : min(end, begin + len(f))] == f), None
            )
            key, width = (classes[form], len(form)) if form else (side.keys[begin], 1)
            pieces.append((key, begin, begin + width))
            begin += width
        ranges.append((opened, len(pieces)))
    return replace(
        side,
        keys=tuple(key for key, _, _ in pieces),
        starts=tuple(side.starts[i] for _, i, _ in pieces),
        ends=tuple(side.ends[j - 1] for _, _, j in pieces),
        ranges=tuple(ranges),
        named=tuple(any(side.named[i:j]) for _, i, j in pieces),
        quoted=tuple(all(side.quoted[i:j]) for _, i, j in pieces),
    )
