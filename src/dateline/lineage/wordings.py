"""Two wordings of one sentence: the words that went, those that came, and the names between them.

The names and spellings of the whole dispatch are told apart inside larger edits, because a house
style is one habit and not as many changes as it has words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.collate.words import Change, changes
from dateline.lineage.traits import Place, Readings, Trait
from dateline.model import Comparison, Row, Sentence, Span
from dateline.text import fold, tokenize

Keys = tuple[str, ...]
_RUN = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some sentences: keys, offsets, and each word's sentence and number in it.

    ``named`` are the words that belong to a renamed or respelled name.
    """

    text: str
    keys: Keys
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: tuple[tuple[Place, int], ...]
    named: frozenset[int] = frozenset()

    @classmethod
    def of(cls, text: str, sentence: Sentence) -> Words:
        """The words of a sentence of ``text``."""
        found = tokenize(text, sentence.start, sentence.end)
        places = tuple((sentence.n, i) for i in range(len(found)))
        return cls(text, found.keys, found.starts, found.ends, places)

    def joined(self, more: Sequence[Words]) -> Words:
        """These words and others of the same text behind them."""
        parts = (self, *more)
        return Words(
            self.text,
            tuple(k for p in parts for k in p.keys),
            tuple(i for p in parts for i in p.starts),
            tuple(i for p in parts for i in p.ends),
            tuple(i for p in parts for i in p.places),
        )

    def without(self, names: Sequence[Span]) -> Words:
        """The same words, those inside the spans marked as names."""
        inside = {
            i
            for i, at in enumerate(self.starts)
            if any(span.start <= at < span.end for span in names)
        }
        return replace(self, named=frozenset(inside))

    def says(self, i: int, j: int) -> str:
        """The text of the words ``[i, j)``, folded, on one line."""
        return " ".join(fold(self.text[self.starts[i] : self.ends[j - 1]]).split()) if i < j else ""


class Text:
    """The words of a report's sentences, each found once."""

    def __init__(self, text: str, sentences: Iterable[Sentence]) -> None:
        self._text = text
        self._sentences = {s.n: s for s in sentences}
        self._words: dict[int, Words] = {}

    def sentence(self, n: int) -> Words:
        """The words of one sentence, by its number."""
        if n not in self._words:
            self._words[n] = Words.of(self._text, self._sentences[n])
        return self._words[n]

    def sentences(self, numbers: Sequence[int]) -> Words:
        """The words of some sentences."""
        first, *more = map(self.sentence, numbers)
        return first.joined(more) if more else first

    @cached_property
    def runs(self) -> set[Keys]:
        """All runs of three words of the whole text."""
        return runs(self.sentences(list(self._sentences)).keys) if self._sentences else set()


def runs(keys: Keys) -> set[Keys]:
    """All runs of three words."""
    return {keys[i : i + _RUN] for i in range(len(keys) - _RUN + 1)}


def held(keys: Keys, there: set[Keys]) -> bool:
    """Whether most of a sentence stands in a text of these runs, joined or cut otherwise."""
    mine = runs(keys)
    return len(mine & there) > len(mine) / 2


class Known:
    """The renames and respellings of a dispatch.

    A word that is replaced by the same other one in several sentences is a habit too.
    """

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        self._by_first: dict[str, dict[tuple[Keys, Keys], str]] = defaultdict(dict)
        places: dict[tuple[Keys, Keys], set[int]] = defaultdict(set)
        for c in comparisons:
            for r in c.renames:
                if r.type != "label":
                    sort = "spelling" if r.type == "spelling" else "name"
                    self._add(tokenize(r.a).keys, tokenize(r.b).keys, sort)
            for row in c.rows:
                for pair in _replaced(row):
                    places[pair].add(row.a[0])
        for (x, y), where in places.items():
            if len(where) > 1:
                self._add(x, y, "name")

    def within(self, a: Words, b: Words, c: Change) -> Iterator[tuple[str, range, range]]:
        """Known pairs inside a change: their sort, the words of a, the words of b."""
        taken_a, taken_b = set(a.named), set(b.named)
        for i in range(c.a0, c.a1):
            for (x, y), sort in self._by_first.get(a.keys[i], {}).items():
                j = _find(y, b.keys, c.b0, c.b1)
                if j is None or i + len(x) > c.a1 or a.keys[i : i + len(x)] != x:
                    continue
                here, there = range(i, i + len(x)), range(j, j + len(y))
                if not taken_a.intersection(here) and not taken_b.intersection(there):
                    taken_a.update(here)
                    taken_b.update(there)
                    yield sort, here, there

    def _add(self, x: Keys, y: Keys, sort: str) -> None:
        """Know a pair without the words that both share, its possessive, and its single words."""
        while x and y and x[0] == y[0]:
            x, y = x[1:], y[1:]
        while x and y and x[-1] == y[-1]:
            x, y = x[:-1], y[:-1]
        if not x or not y:
            return
        owner = (*x[:-1], x[-1] + "s"), (*y[:-1], y[-1] + "s")
        words = zip(x, y, strict=True) if len(x) == len(y) else ()
        for pair in [(x, y), owner, *(((v,), (w,)) for v, w in words if v != w)]:
            self._by_first[pair[0][0]].setdefault(pair, sort)


def _replaced(row: Row) -> Iterator[tuple[Keys, Keys]]:
    """Single words that stand in place of single words."""
    for e in row.edits:
        if e.kind == "reworded" and e.a and e.b:
            x, y = tokenize(e.a.text).keys, tokenize(e.b.text).keys
            if len(x) == len(y) == 1 and not x[0][0].isdigit():
                yield x, y


def _find(words: Keys, keys: Keys, start: int, end: int) -> int | None:
    n = len(words)
    return next((j for j in range(start, end - n + 1) if keys[j : j + n] == words), None)


def note_changes(
    out: Readings, a: Words, b: Words, known: Known, facts: Collection[str] = ()
) -> None:
    """Note the words of ``a`` that ``b`` lacks or has others in the place of.

    ``facts`` are keys of ``b`` that change a fact.
    """
    for c in changes(a.keys, b.keys):
        if c.same:
            continue
        named_a, named_b = set(a.named), set(b.named)
        for sort, i, j in known.within(a, b, c):
            named_a.update(i)
            named_b.update(j)
            pair = bare(a.says(i.start, i.stop)), bare(b.says(j.start, j.stop))
            out.note(name(sort, *pair, a.places[i.start][0]))
        gone = [k for k in range(c.a0, c.a1) if k not in named_a]
        come = [k for k in range(c.b0, c.b1) if k not in named_b]
        if gone or come:
            _note_words(out, a, b, c, gone, come, facts)


def _note_words(
    out: Readings,
    a: Words,
    b: Words,
    c: Change,
    gone: Sequence[int],
    come: Sequence[int],
    facts: Collection[str],
) -> None:
    place, at = _spot(a, c, gone)
    out.edited[place].update(at)
    x, y = a.says(c.a0, c.a1), b.says(c.b0, c.b1)
    if not come:
        for k, i in zip(gone, at, strict=False):
            out.note(Trait(("gone", place, i), "cut", f"“{x}” cut", place, (i,), a.keys[k]))
    says = f"“{x}” → “{y}”" if x else f"“{y}” added"
    for key in dict.fromkeys(b.keys[j] for j in come):
        sort = "figure" if key in facts else "reworded" if gone else "put in"
        out.note(Trait(("new", place, key), sort, says, place, at, key))


def _spot(a: Words, c: Change, gone: Sequence[int]) -> tuple[Place, tuple[int, ...]]:
    """The sentence that a change is in, and its words there; for an insertion the gap."""
    if gone:
        place = a.places[gone[0]][0]
        return place, tuple(a.places[i][1] for i in gone if a.places[i][0] == place)
    if c.a0 < len(a.places):
        place, n = a.places[c.a0]
        return place, (-1 - n,)
    place, n = a.places[-1]
    return place, (-2 - n,)


def name(sort: str, x: str, y: str, place: Place) -> Trait:
    """The trait of writing ``y`` for ``x``."""
    says = f"“{x}” → “{y}”" if x and y else f"“{x}” cut" if x else f"“{y}” added"
    return Trait((sort, x, y), sort, says, place)


def bare(words: str) -> str:
    """A name without its possessive ending."""
    return words.removesuffix("'s").removesuffix("'")
