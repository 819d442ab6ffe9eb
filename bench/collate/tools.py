"""What is timed: for each tool what it is given ready, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

from rapidfuzz.distance import Indel

from dateline.collate import Side, Vocabulary, collate, collate_sides
from dateline.model import Anatomy, Comparison, Report
from dateline.text import analyse, tokenize

Words = tuple[str, ...]


def _anatomies(a: Report, b: Report) -> tuple[Anatomy, Anatomy]:
    return analyse(a), analyse(b)


def _sides(a: Report, b: Report) -> tuple[Side, Side]:
    vocabulary = Vocabulary()
    return Side.of(analyse(a), vocabulary), Side.of(analyse(b), vocabulary)


def _words(a: Report, b: Report) -> tuple[Words, Words]:
    return tokenize(a.text).keys, tokenize(b.text).keys


def _ids(a: Report, b: Report) -> tuple[list[int], list[int]]:
    x, y = _words(a, b)
    numbers = {word: n for n, word in enumerate({*x, *y})}
    return [numbers[w] for w in x], [numbers[w] for w in y]


def _collate(ready: tuple[Anatomy, Anatomy]) -> Comparison:
    return collate(*ready)


def _collate_sides(ready: tuple[Side, Side]) -> Comparison:
    return collate_sides(*ready)


def _difflib(ready: tuple[Words, Words]) -> object:
    return SequenceMatcher(None, *ready, autojunk=False).get_opcodes()


def _rapidfuzz(ready: tuple[list[int], list[int]]) -> object:
    return list(Indel.opcodes(*ready))


TOOLS: dict[str, tuple[Callable[[Report, Report], Any], Callable[[Any], object]]] = {
    "dateline": (_anatomies, _collate),
    "dateline, words cut before": (_sides, _collate_sides),
    "difflib": (_words, _difflib),
    "RapidFuzz": (_ids, _rapidfuzz),
}
