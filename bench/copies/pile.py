"""Seeded piles of news-like reports with known copies, of any size, one report at a time.

::

    python -m bench.copies.pile 216000 > pile.jsonl

Nothing is borrowed: words are made of syllables, sentences are drawn from them as Zipf's law has
it, with stock phrases and the topic's own words. A dispatch runs in one or more versions: whole
with names restyled, abridged, or as an excerpt in another text; outlets glue their furniture on;
now and then one dispatch is popular and runs in hundreds of versions all over the pile. Every
report is made from its number alone, so that ten million need no more memory than ten.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.int64]
Rng = np.random.Generator

_ONSETS = (
    *("b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p"),
    *("pr", "qu", "r", "s", "sh", "st", "t", "tr", "v", "w", "y", "z"),
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "io", "ou")
_CODAS = ("", "", "", "l", "m", "n", "nd", "r", "rs", "s", "st", "t", "th", "x")
_VOCABULARY = 50_000
_PHRASES = 4_000
_REPORTS_PER_OUTLET = 500
_BLOCK = 1_000  # reports in which a family's versions lie before the pile is shuffled
_LARGEST_FAMILY = 40


@dataclass(frozen=True, slots=True)
class Made:
    """A made report: ``dispatch`` and ``kind`` are its truth."""

    id: str
    dispatch: str
    kind: str
    outlet: str
    text: str


@dataclass(frozen=True)
class Pile:
    """``reports`` reports; one in ``popular_every`` is a version of a popular dispatch.

    Each popular dispatch has the versions of ``popular_span`` reports.
    """

    reports: int
    seed: int = 1
    popular_every: int = 250
    popular_span: int = 100_000
    _families: dict[int, list[tuple[int, int]]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return self.reports

    def __iter__(self) -> Iterator[Made]:
        step = self._step()
        return (self._report(i, i * step % self.reports) for i in range(self.reports))

    def _step(self) -> int:
        """A stride through the pile that meets every place once and parts neighbours."""
        step = int(self.reports * 0.618) | 1
        while np.gcd(step, self.reports) != 1:
            step += 2
        return step

    def _rng(self, *key: int) -> Rng:
        return np.random.default_rng([self.seed, *key])

    # --- words ------------------------------------------------------------------------------

    @cached_property
    def _vocabulary(self) -> NDArray[np.object_]:
        syllables = [a + b + c for a in _ONSETS for b in _VOWELS for c in _CODAS]
        rng, words = self._rng(0), dict[str, None]()
        while len(words) < _VOCABULARY:
            parts = rng.integers(0, len(syllables), int(rng.integers(1, 4))).tolist()
            words["".join(syllables[part] for part in parts)] = None
        return np.array(list(words), dtype=object)

    @cached_property
    def _zipf(self) -> NDArray[np.float64]:
        weights = 1 / (np.arange(_VOCABULARY) + 2.7)
        return np.cumsum(weights / weights.sum())

    def _draw(self, rng: Rng, count: int) -> Words:
        return np.searchsorted(self._zipf, rng.random(count))

    @cached_property
    def _phrases(self) -> list[Words]:
        rng = self._rng(1)
        return [self._draw(rng, int(n)) for n in rng.integers(6, 13, _PHRASES)]

    @cached_property
    def _furniture(self) -> list[list[Words]]:
        rng = self._rng(2)
        outlets = 100 + self.reports // _REPORTS_PER_OUTLET
        return [[self._draw(rng, int(n)) for n in rng.integers(6, 22, 2)] for _ in range(outlets)]

    # --- dispatches ---------------------------------------------------------------------------

    def _sentences(self, rng: Rng, count: int) -> list[Words]:
        topic = rng.integers(0, _VOCABULARY, 40)
        lengths = rng.integers(9, 31, count)
        words = self._draw(rng, int(lengths.sum()))
        own = rng.random(len(words)) < 0.25
        words[own] = topic[rng.integers(0, len(topic), int(own.sum()))]
        parts = np.split(words, np.cumsum(lengths)[:-1])
        for s in np.flatnonzero(rng.random(count) < 0.2).tolist():
            phrase = self._phrases[int(_PHRASES * rng.random() ** 3)]
            at = int(rng.integers(0, len(parts[s])))
            parts[s] = np.concatenate([parts[s][:at], phrase, parts[s][at:]])
        return parts

    def _dispatch(self, number: int) -> list[Words]:
        rng = self._rng(3, number)
        return self._sentences(rng, int(np.clip(rng.lognormal(2.2, 0.5), 6, 60)))

    def _place(self, j: int) -> tuple[int, int]:
        """The dispatch and version at place ``j`` of the pile as it is before shuffling."""
        if j % self.popular_every == 0:
            return -1 - j // self.popular_span, j % self.popular_span // self.popular_every
        block, at = divmod(j, _BLOCK)
        if block not in self._families:
            if len(self._families) > 5_000:
                self._families.clear()
            self._families[block] = list(self._block(block))
        return self._families[block][at]

    def _block(self, block: int) -> Iterator[tuple[int, int]]:
        rng = self._rng(4, block)
        at = 0
        while at < _BLOCK:
            size = min(int(rng.pareto(1.6)) + 1, _LARGEST_FAMILY, _BLOCK - at)
            yield from ((block * _BLOCK + at, version) for version in range(size))
            at += size

    # --- versions -----------------------------------------------------------------------------

    def _report(self, i: int, j: int) -> Made:
        dispatch, version = self._place(j)
        rng = self._rng(5, j)
        sentences = self._dispatch(dispatch + (1 << 40))
        kind = (
            "whole"
            if version == 0
            else str(rng.choice(["whole", "abridged", "abridged", "excerpt"]))
        )
        if kind == "abridged":
            sentences = _abridged(rng, sentences)
        elif kind == "excerpt":
            sentences = self._around(rng, sentences)
        if version:
            sentences = _restyled(rng, sentences)
        outlet = int(len(self._furniture) * rng.random() ** 2)
        if rng.random() < 0.5:
            head, foot = self._furniture[outlet]
            sentences = [head, *sentences, foot]
        name = str(self._vocabulary[-1 - outlet % _VOCABULARY]).capitalize()
        return Made(f"r{i}", f"d{dispatch}", kind, f"The {name} Post", self._text(sentences))

    def _around(self, rng: Rng, sentences: list[Words]) -> list[Words]:
        """One to three sentences of the dispatch in the middle of another text."""
        first = int(rng.integers(0, len(sentences)))
        taken = sentences[first : first + int(rng.integers(1, 4))]
        other = self._sentences(rng, int(rng.integers(4, 16)))
        return other[: len(other) // 2] + taken + other[len(other) // 2 :]

    def _text(self, sentences: list[Words]) -> str:
        vocabulary = self._vocabulary
        joined = (" ".join(vocabulary[words].tolist()) for words in sentences)
        return " ".join(f"{line[:1].upper()}{line[1:]}." for line in joined)


def _abridged(rng: Rng, sentences: list[Words]) -> list[Words]:
    """The lead and some of what follows, as an editor short of space keeps it."""
    last = max(4, int(len(sentences) * rng.uniform(0.2, 0.9)))
    kept = rng.random(last) < 0.85
    kept[0] = True
    return [words for words, keep in zip(sentences, kept.tolist(), strict=False) if keep]


def _restyled(rng: Rng, sentences: list[Words]) -> list[Words]:
    """Some words changed here and there, and one word renamed wherever it stands."""
    rate = rng.uniform(0, 0.04)
    old, new = int(rng.choice(sentences[0])), int(rng.integers(0, _VOCABULARY))
    changed = []
    for words in sentences:
        words = np.where(words == old, new, words)
        spots = rng.random(len(words)) < rate
        words[spots] = rng.integers(0, _VOCABULARY, int(spots.sum()))
        changed.append(words)
    return changed


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("reports", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--popular-every", type=int, default=250)
    options.add_argument("--popular-span", type=int, default=100_000)
    given = options.parse_args()
    for made in Pile(given.reports, given.seed, given.popular_every, given.popular_span):
        row = {"id": made.id, "dispatch": made.dispatch, "kind": made.kind, "outlet": made.outlet}
        sys.stdout.write(json.dumps({**row, "text": made.text}) + "\n")


if __name__ == "__main__":
    main()
