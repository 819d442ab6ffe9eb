"""The versions of a dispatch side by side, cut where any of them differs (parallel segmentation).

The method is that of the TEI Guidelines, chapter 12 (Critical Apparatus): every version is the
text of the segments, one after the other, each in that version's reading. The order is the base's;
what a version moved stands where the base has it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from dateline.model import Collation, Comparison, Report, Sentence

__all__ = ["Block", "Reading", "Segment", "blocks", "witnesses"]

_WORD = re.compile(r"\S+")
Places = list[int]  # a place in each reading, in words


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a report, and where it is there."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one version in a segment."""

    witness: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join(word.text for word in self.words)

    def stretches(self) -> list[tuple[int, int]]:
        """Where the words are in the report, as offsets of unbroken runs."""
        runs: list[tuple[int, int]] = []
        for word in self.words:
            if runs and 0 <= word.start - runs[-1][1] <= 1:
                runs[-1] = (runs[-1][0], word.end)
            else:
                runs.append((word.start, word.end))
        return runs


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in the readings of all versions that have the block."""

    readings: tuple[Reading, ...]

    @property
    def grouped(self) -> dict[str, list[Reading]]:
        """The different readings, the base's first, each with those that have it."""
        groups: dict[str, list[Reading]] = defaultdict(list)
        for reading in self.readings:
            groups[reading.text].append(reading)
        return groups


@dataclass(frozen=True, slots=True)
class Block:
    """One sentence or more of the base, or what a version added between them."""

    segments: tuple[Segment, ...]


def witnesses(collation: Collation) -> dict[str, Report]:
    """The versions with a text of their own, the base first."""
    both = (report for c in collation.comparisons for report in (c.a, c.b))
    return {report.id: report for report in both}


def blocks(collation: Collation) -> Iterator[Block]:
    """The body of all versions in the order of the base's."""
    if not collation.comparisons:
        return
    versions = [_Version(c) for c in collation.comparisons]
    base = collation.comparisons[0].sentences_a
    yield from _added(versions, -1, -1)
    for first, last in _groups([s.n for s in base if s.role == "body"], versions):
        own = Reading(collation.base, tuple(_words(s for s in base if _in(s, first, last))))
        others = [v.reading(first, last) for v in versions]
        yield Block(tuple(_segments([own, *others])))
        yield from _added(versions, first, last)


def _in(sentence: Sentence, first: int, last: int) -> bool:
    return sentence.role == "body" and first <= sentence.n <= last


class _Version:
    """One version, with the base's sentences that its own come from."""

    def __init__(self, comparison: Comparison) -> None:
        self.id = comparison.b.id
        self.rows = comparison.rows
        self._sentences = {s.n: s for s in comparison.sentences_b}
        self.added = self._placed()

    def reading(self, first: int, last: int) -> Reading:
        """The version's words for the base's sentences ``first`` to ``last``."""
        own = {n for row in self.rows for n in row.b if row.a and first <= row.a[0] <= last}
        return Reading(self.id, tuple(_words(self._sentences[n] for n in sorted(own))))

    def _placed(self) -> dict[int, list[Reading]]:
        """What the version added, by the sentence of the base that it comes after (-1: none)."""
        origin = {n: row.a for row in self.rows for n in row.b}
        placed: dict[int, list[Reading]] = defaultdict(list)
        after = -1
        for n in sorted(origin):
            if origin[n]:
                after = max(origin[n])
            else:
                reading = Reading(self.id, tuple(_words([self._sentences[n]])))
                placed[after].append(reading)
        return placed


def _added(versions: Sequence[_Version], first: int, last: int) -> Iterator[Block]:
    for version in versions:
        for after in range(first, last + 1):
            for reading in version.added.get(after, ()):
                yield Block((Segment((reading,)),))


def _groups(body: Iterable[int], versions: Sequence[_Version]) -> list[tuple[int, int]]:
    """The base's sentences in groups that no version's row reaches across."""
    spans = [(n, n) for n in body]
    spans += [(min(row.a), max(row.a)) for v in versions for row in v.rows if row.a]
    groups: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if groups and first <= groups[-1][1]:
            groups[-1] = (groups[-1][0], max(last, groups[-1][1]))
        else:
            groups.append((first, last))
    return groups


def _words(sentences: Iterable[Sentence]) -> Iterator[Word]:
    for sentence in sentences:
        for found in _WORD.finditer(sentence.text):
            yield Word(found.group(), sentence.start + found.start(), sentence.start + found.end())


def _segments(readings: Sequence[Reading]) -> Iterator[Segment]:
    """The block cut where versions differ; one that lacks the block lacks each segment."""
    present = [r for r in readings if r.words]
    lacking = tuple(r for r in readings if not r.words)
    for starts, ends in _cuts(present):
        yield Segment((*_between(present, starts, ends), *lacking))


def _cuts(readings: Sequence[Reading]) -> Iterator[tuple[Places, Places]]:
    """Where each segment starts and ends in each reading: by turns all agree and all differ."""
    base = readings[0].words
    alike = [_alike(readings[0], reading) for reading in readings]
    starts = [0] * len(readings)  # of the run of common words at hand
    ends = starts  # of that run, so far
    for i in range(len(base) + 1):
        if i < len(base) and not all(i in one for one in alike):
            continue
        here = [one[i] for one in alike] if i < len(base) else [len(r.words) for r in readings]
        if here != ends:
            if starts != ends:
                yield starts, ends
            yield ends, here
            starts = here
        ends = [place + 1 for place in here]
    if starts[0] < len(base):
        yield starts, [len(r.words) for r in readings]


def _alike(base: Reading, other: Reading) -> dict[int, int]:
    """Which word of the other stands for a word of the base and is the same."""
    texts = [[w.text for w in r.words] for r in (base, other)]
    return {
        i: block.b + i - block.a
        for block in Levenshtein.editops(*texts).as_matching_blocks()
        for i in range(block.a, block.a + block.size)
    }


def _between(readings: Iterable[Reading], starts: Places, ends: Places) -> Iterator[Reading]:
    for reading, start, end in zip(readings, starts, ends, strict=True):
        yield Reading(reading.witness, reading.words[start:end])
