"""Sentences that the base lacks: which versions have the same one, and how they differ in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Indel

from dateline.lineage.readings import (
    Known,
    Readings,
    Trait,
    Words,
    grams,
    held,
    note_changes,
    short,
    words_of,
)
from dateline.model import Comparison, Sentence
from dateline.text import tokenize

_SAME = 0.6  # share of words in order that makes two added sentences one
_LEAST = 4  # words; less is a credit or a crosshead


@dataclass
class _Added:
    """One sentence as the first version has it; the others are read against it."""

    n: int
    words: Words
    says: str


@dataclass
class Additions:
    """The added sentences of a dispatch, found again by three words in a row that they share."""

    names: Known
    known: list[_Added] = field(default_factory=list)
    _by_gram: dict[tuple[str, ...], list[int]] = field(default_factory=lambda: defaultdict(list))

    def read(self, c: Comparison, out: Readings) -> None:
        """Add the sentences that ``c.b`` has and the base lacks to its traits."""
        number = {s.n: s for s in c.sentences_b}
        base = grams(k for s in c.sentences_a for k in tokenize(s.text).keys)
        for row in c.rows:
            for n in row.b if not row.a else ():
                words = words_of(c.b.text, [number[n]])
                if len(words.keys) >= _LEAST and not held(words.keys, base):
                    self._note(words, number[n], out)

    def _note(self, words: Words, sentence: Sentence, out: Readings) -> None:
        same = self._same(words.keys)
        if same is None:
            same = self._new(words, sentence)
        place = ("added", same.n)
        out.note(Trait(place, "added", same.says))
        if same.words.keys != words.keys:
            note_changes(out, same.words, words, self.names)

    def _same(self, keys: Sequence[str]) -> _Added | None:
        shared: dict[int, int] = defaultdict(int)
        for gram in grams(keys):
            for n in self._by_gram.get(gram, ()):
                shared[n] += 1
        ranked = sorted(shared, key=lambda n: (-shared[n], n))[:5]
        close = [(Indel.normalized_similarity(self.known[n].words.keys, keys), -n) for n in ranked]
        best = max(close, default=(0.0, 0))
        return self.known[-best[1]] if best[0] >= _SAME else None

    def _new(self, words: Words, sentence: Sentence) -> _Added:
        n = len(self.known)
        places = tuple((("added", n), i) for _, i in words.places)
        added = _Added(n, replace(words, places=places), f"“{short(sentence.text)}”")
        self.known.append(added)
        for gram in grams(words.keys):
            self._by_gram[gram].append(n)
        return added
