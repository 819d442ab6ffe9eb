"""What one version reads where the base reads otherwise: traits, and the places that are gone.

A trait is as small as it can be (one sentence lost, one word cut, one word that stands there now),
because the same edit is cut differently by what else an editor did beside it. Places are sentence
numbers and word numbers of the base; sentences that the base lacks have places of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dateline.collate.words import Change, changes
from dateline.model import Comparison, Edit, Row, Sentence, Span
from dateline.text import fold, tokenize

Place = Hashable  # a sentence of the base (its number) or a sentence added to it
Key = tuple[Hashable, ...]
Keys = tuple[str, ...]
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Trait:
    """One reading. ``words`` are the word numbers of ``place`` that it stands in place of; an
    insertion between two words has the number of the second, negative and less one.
    """

    key: Key
    sort: str
    says: str
    place: Place | None = None
    words: tuple[int, ...] = ()


@dataclass
class Readings:
    """The traits of one version; ``lacks`` are places of the base that it does not have, and
    ``edited`` the words that it changed, by place.
    """

    version: str
    traits: dict[Key, Trait] = field(default_factory=dict)
    lacks: set[Place] = field(default_factory=set)
    edited: dict[Place, set[int]] = field(default_factory=lambda: defaultdict(set))
    uses: dict[Key, set[Place]] = field(default_factory=lambda: defaultdict(set))

    def note(self, trait: Trait) -> None:
        """Add a trait; the first one of a key stays, its other places are kept in ``uses``."""
        self.traits.setdefault(trait.key, trait)
        if trait.place is not None:
            self.uses[trait.key].add(trait.place)


def read(c: Comparison, known: Known) -> Readings:
    """The traits of ``c.b`` against the base ``c.a``, added sentences aside."""
    out = Readings(c.b.id)
    _losses(c, out)
    for row in c.rows:
        if row.a and row.b:
            _row(c, row, known, out)
    _damages(c, out)
    _furniture(c, out)
    return out


# --- sentences --------------------------------------------------------------------------------


def _losses(c: Comparison, out: Readings) -> None:
    body = sorted(n for row in c.rows for n in row.a)
    gone = {n for row in c.rows if not row.b for n in row.a}
    kept = [n for n in body if n not in gone]
    end = kept[-1] if kept else -1
    text = {s.n: s.text for s in c.sentences_a}
    mine = grams(k for s in c.sentences_b for k in tokenize(s.text).keys)
    for n in sorted(gone):
        says = f"“{short(text[n])}”"
        out.lacks.add(n)
        if held(tokenize(text[n]).keys, mine):
            continue
        out.note(Trait(("lost", n), "lost", says))
        if n < end:
            out.note(Trait(("inside", n), "cut inside", says))
    if tail := [n for n in body if n > end]:
        out.note(Trait(("tail", tail[0]), "cut at the end", f"“{short(text[tail[0]])}” and on"))


def grams(keys: Iterable[str]) -> set[Keys]:
    """All runs of three words."""
    words = tuple(keys)
    return {words[i : i + 3] for i in range(len(words) - 2)}


def held(keys: Keys, there: set[Keys]) -> bool:
    """Whether most of a sentence stands somewhere in the other text, joined or cut otherwise."""
    mine = grams(keys)
    return len(mine & there) > len(mine) / 2


def _damages(c: Comparison, out: Readings) -> None:
    """What a file lost on its way: it cannot come back in a copy of that file."""
    mine, base = {d.kind for d in c.damage_b}, {d.kind for d in c.damage_a}
    for kind in sorted(mine - base):
        out.note(Trait(("damaged", kind), "damaged", kind))
    for kind in sorted(base - mine):
        out.note(Trait(("whole", kind), "whole", kind))


def _furniture(c: Comparison, out: Readings) -> None:
    """The agency's slug, and captions: the rest of the furniture is each outlet's own."""
    mine = {fold(s.text) for s in c.sentences_b}
    for s in c.sentences_a:
        if s.role == "dateline" and "(" in s.text and fold(s.text) not in mine:
            out.note(Trait(("slug", s.n), "slug cut", f"“{short(s.text)}”"))
    base = {fold(s.text) for s in c.sentences_a}
    for s in c.sentences_b:
        if s.role == "caption" and fold(s.text) not in base:
            out.note(Trait(("caption", fold(s.text)), "caption", f"“{short(s.text)}”"))


def short(text: str) -> str:
    """The first words of a sentence, for a line of evidence."""
    words = text.split()
    return " ".join(words) if len(words) <= _SHORT else " ".join(words[:_SHORT]) + " …"


# --- words ------------------------------------------------------------------------------------


def _row(c: Comparison, row: Row, known: Known, out: Readings) -> None:
    here = [s for s in c.sentences_a if s.n in row.a]
    if row.moved:
        out.note(Trait(("moved", row.a[0]), "moved", f"“{short(here[0].text)}”", row.a[0]))
    if row.kinds == ("same",):
        return
    for edit in row.edits:
        if edit.kind in {"renamed", "spelling"}:
            out.note(_name(edit, row.a[0]))
    a = words_of(c.a.text, here)
    b = words_of(c.b.text, [s for s in c.sentences_b if s.n in row.b])
    named_a = [e.a for e in row.edits if e.kind in {"renamed", "spelling"} and e.a]
    named_b = [e.b for e in row.edits if e.kind in {"renamed", "spelling"} and e.b]
    facts = {w for pair in row.facts_changed for w in tokenize(pair[1]).keys}
    note_changes(out, a.without(named_a), b.without(named_b), known, facts)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some sentences: keys, and for each its sentence and its number in it."""

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: tuple[tuple[Place, int], ...]
    named: frozenset[int] = frozenset()

    def without(self, names: Sequence[Span]) -> Words:
        """The same words, those inside renamed or respelled names marked."""
        inside = {
            i
            for i, at in enumerate(self.starts)
            if any(span.start <= at < span.end for span in names)
        }
        return replace(self, named=frozenset(inside))

    def says(self, i: int, j: int) -> str:
        """The text of the words ``[i, j)``, folded."""
        return fold(self.text[self.starts[i] : self.ends[j - 1]]) if i < j else ""


def words_of(text: str, sentences: Iterable[Sentence]) -> Words:
    """The words of sentences of ``text``."""
    parts = [(s.n, tokenize(text, s.start, s.end)) for s in sentences]
    return Words(
        text,
        tuple(k for _, p in parts for k in p.keys),
        tuple(i for _, p in parts for i in p.starts),
        tuple(i for _, p in parts for i in p.ends),
        tuple((n, i) for n, p in parts for i in range(len(p))),
    )


class Known:
    """The renames and respellings of the whole dispatch, to be told apart inside larger edits."""

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        self._by_first: dict[str, dict[tuple[Keys, Keys], str]] = defaultdict(dict)
        for c in comparisons:
            for r in c.renames:
                x, y = tokenize(r.a).keys, tokenize(r.b).keys
                if x and y and r.type != "label":
                    sort = "spelling" if r.type == "spelling" else "name"
                    self._by_first[x[0]][x, y] = sort

    def within(self, a: Words, b: Words, c: Change) -> Iterator[tuple[str, range, range]]:
        """Known pairs inside a change: sort, words of a, words of b."""
        for i in range(c.a0, c.a1):
            for (x, y), sort in self._by_first.get(a.keys[i], {}).items():
                if i + len(x) <= c.a1 and a.keys[i : i + len(x)] == x:
                    j = _find(y, b.keys, c.b0, c.b1)
                    if j is not None:
                        yield sort, range(i, i + len(x)), range(j, j + len(y))


def _find(words: Keys, keys: Keys, start: int, end: int) -> int | None:
    n = len(words)
    return next((j for j in range(start, end - n + 1) if keys[j : j + n] == words), None)


def note_changes(
    out: Readings, a: Words, b: Words, known: Known, facts: Collection[str] = ()
) -> None:
    """Note the words of ``a`` that ``b`` lacks or has others in the place of."""
    for c in changes(a.keys, b.keys):
        if c.same:
            continue
        named_a, named_b = set(a.named), set(b.named)
        for sort, i, j in known.within(a, b, c):
            if not named_a & set(i) and not named_b & set(j):
                named_a |= set(i)
                named_b |= set(j)
                x, y = a.says(i.start, i.stop), b.says(j.start, j.stop)
                out.note(Trait((sort, x, y), sort, f"“{x}” → “{y}”", a.places[i.start][0]))
        gone = [k for k in range(c.a0, c.a1) if k not in named_a]
        come = [k for k in range(c.b0, c.b1) if k not in named_b]
        x, y = a.says(c.a0, c.a1), b.says(c.b0, c.b1)
        place, at = _spot(a, c, gone)
        if gone or come:
            out.edited[place].update(at)
        if gone and not come:
            for i in at:
                out.note(Trait(("gone", place, i), "cut", f"“{x}” cut", place, (i,)))
        sort = "reworded" if gone else "put in"
        says = f"“{x}” → “{y}”" if x else f"“{y}” added"
        for key in dict.fromkeys(b.keys[j] for j in come):
            now = "figure" if key in facts else sort
            out.note(Trait(("new", place, key), now, says, place, at))


def _spot(a: Words, c: Change, gone: Sequence[int]) -> tuple[Place, tuple[int, ...]]:
    """The sentence that a change is in, and its words: for an insertion the gap, as -1 - n."""
    if gone:
        place = a.places[gone[0]][0]
        return place, tuple(a.places[i][1] for i in gone if a.places[i][0] == place)
    if c.a0 < len(a.places):
        place, n = a.places[c.a0]
        return place, (-1 - n,)
    place, n = a.places[-1]
    return place, (-2 - n,)


def _name(edit: Edit, n: int) -> Trait:
    x = fold(edit.a.text) if edit.a else ""
    y = fold(edit.b.text) if edit.b else ""
    sort = "spelling" if edit.kind == "spelling" else "name"
    says = f"“{x}” → “{y}”" if x and y else f"“{x}” cut" if x else f"“{y}” added"
    return Trait((sort, x, y), sort, says, n)
