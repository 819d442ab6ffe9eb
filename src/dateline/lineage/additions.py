"""Sentences that the base lacks: which versions have the same one, and how they differ in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Indel

from dateline.lineage.traits import Readings, Trait, short
from dateline.lineage.wordings import Keys, Known, Text, Words, held, note_changes, runs
from dateline.model import Comparison, Sentence

_SAME = 0.6  # share of words in order that makes two added sentences one
_LEAST = 4  # words; less is a credit or a crosshead
_TRIED = 5


@dataclass(frozen=True, slots=True)
class _Copy:
    """An added sentence in one version; ``after`` is the sentence of the base before it."""

    readings: Readings
    sentence: Sentence
    words: Words
    after: int


@dataclass
class Additions:
    """The added sentences of a dispatch; copies of one are found by the runs that they share."""

    names: Known
    _found: list[list[_Copy]] = field(default_factory=list)
    _by_run: dict[Keys, list[int]] = field(default_factory=lambda: defaultdict(list))

    def read(self, c: Comparison, a: Text, b: Text, out: Readings) -> None:
        """Take in the sentences that ``c.b`` has and the base lacks, ``out`` being its traits."""
        number = {s.n: s for s in c.sentences_b}
        after = -1
        for row in c.rows:
            after = max(row.a, default=after)
            for n in row.b if not row.a else ():
                words = b.sentence(n)
                if len(words.keys) >= _LEAST and not held(words.keys, a.runs):
                    self._take(_Copy(out, number[n], words, after))

    def note(self) -> None:
        """Add what was found to the traits of the versions.

        Copies of one sentence are read against the wording that most of them have; of equals,
        against that of the version that changed least elsewhere.
        """
        changed = {id(c.readings): len(c.readings.traits) for f in self._found for c in f}
        for place, copies in zip(self.places(), self._found, strict=True):
            counts = Counter(c.words.keys for c in copies)
            usual = max(copies, key=lambda c: (counts[c.words.keys], -changed[id(c.readings)]))
            at = tuple((place, i) for _, i in usual.words.places)
            words = replace(usual.words, places=at)
            for copy in copies:
                says = short(usual.sentence.text)
                copy.readings.note(Trait(place, "added", says, words=(copy.after,)))
                note_changes(copy.readings, words, copy.words, self.names)

    def places(self) -> Iterator[tuple[str, int]]:
        """The places of all added sentences."""
        return (("added", n) for n in range(len(self._found)))

    def _take(self, copy: _Copy) -> None:
        same = self._same(copy.words.keys)
        if same is None:
            same = len(self._found)
            self._found.append([])
            for run in runs(copy.words.keys):
                self._by_run[run].append(same)
        self._found[same].append(copy)

    def _same(self, keys: Keys) -> int | None:
        """The number of the added sentence that these are the words of."""
        shared: Counter[int] = Counter()
        for run in runs(keys):
            shared.update(self._by_run.get(run, ()))
        near = sorted(shared, key=lambda n: (-shared[n], n))[:_TRIED]
        alike = [
            (Indel.normalized_similarity(self._found[n][0].words.keys, keys), -n) for n in near
        ]
        best = max(alike, default=(0.0, 0))
        return -best[1] if best[0] >= _SAME else None
