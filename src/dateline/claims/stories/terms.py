"""What a dispatch is about: the words of its title and its first paragraphs, with their weight."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.claims.stories.likeness import Vectors
from dateline.collate.lexicon import DAYS, FUNCTION, MONTHS, REPORTING
from dateline.model import Anatomy
from dateline.text import Tokens, tokenize

__all__ = ["Background", "Terms", "rarity", "terms", "vectors"]

_MOST_WORDS = 300
_LEAD_SENTENCES = 4
_LEAD, _TITLE = 1.5, 2.0
_NAME = 1.5
_STRONGEST = 80
_MOST_HOLDERS, _MOST_SHARE = 50, 0.02  # words that more dispatches hold bind none together
# A pile of two says nothing about how common a word is. So each pile is weighed as if this many
# other dispatches stood beside it, with a share of them holding each word, by its looks alone.
_BEHIND = 50
_HELD_BY_NAMED, _HELD_BY_LONG, _HELD_BY_SHORT = 0.01, 0.05, 0.16
_SHORT = 4
_COMMON = FUNCTION | REPORTING | DAYS | frozenset(MONTHS.values())


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a dispatch: how much it speaks of each, and which are names in it."""

    counts: dict[str, float]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Background:
    """A larger pile that some dispatches are taken from: its size, and how many hold each word."""

    size: int
    held: Mapping[str, int]


def terms(anatomy: Anatomy) -> Terms:
    """The words of a dispatch's title and of its first paragraphs."""
    counts: dict[str, float] = defaultdict(float)
    capital: Counter[str] = Counter()
    for tokens, weight in _texts(anatomy):
        for n, key in enumerate(tokens.keys):
            if key not in _COMMON and len(key) > 1:
                counts[key] += weight
                if n:  # the first word of a sentence has its capital anyway
                    capital[key] += 1 if tokens.text[tokens.starts[n]].isupper() else -1
    return Terms(dict(counts), frozenset(key for key, times in capital.items() if times > 0))


def _texts(anatomy: Anatomy) -> Iterator[tuple[Tokens, float]]:
    report, words = anatomy.report, 0
    for n, sentence in enumerate(anatomy.body):
        if words > _MOST_WORDS:
            break
        tokens = tokenize(report.text, sentence.start, sentence.end)
        words += len(tokens)
        yield tokens, _LEAD if n < _LEAD_SENTENCES else 1.0
    yield tokenize(report.title), _TITLE


def vectors(
    pile: Sequence[Terms], background: Background | None = None
) -> tuple[Vectors, list[str]]:
    """TF-IDF vectors of length 1 over a pile, and the words that their columns stand for.

    Names weigh more than other words; of each dispatch the strongest words are kept. How rare a
    word is in ``background`` decides where the pile is only a part of that.
    """
    here = Counter(key for t in pile for key in t.counts)
    known = background or Background(len(pile), here)
    held = {key: max(n, known.held.get(key, 0)) for key, n in here.items()}
    size = max(len(pile), known.size)
    most = max(_MOST_HOLDERS, _MOST_SHARE * size)
    rare = {key for key, n in here.items() if n > 1 and held[key] <= most}
    capital = Counter(key for t in pile for key in t.names)
    names = {key for key, n in capital.items() if 2 * n > here[key]}
    columns = {key: n for n, key in enumerate(sorted(rare))}
    rows = [_row(t, rare, held, names, size) for t in pile]
    return _packed(rows, columns), sorted(rare)


def rarity(key: str, held: float, is_name: bool, size: int) -> float:
    """How much a word tells, by how few of ``size`` dispatches hold it; names tell more."""
    if is_name or key[0].isdigit():
        share = _HELD_BY_NAMED
    else:
        share = _HELD_BY_LONG if len(key) > _SHORT else _HELD_BY_SHORT
    tells = math.log((size + _BEHIND) / (held + share * _BEHIND))
    return max(0.0, tells) * (_NAME if is_name else 1.0)


def _row(
    t: Terms, rare: set[str], held: Mapping[str, int], names: set[str], size: int
) -> list[tuple[str, float]]:
    """The strongest words of one dispatch with their share of its vector.

    What no other dispatch holds, or very many, lengthens the vector and is left out of it.
    """
    weights = [
        ((1 + math.log(count)) * rarity(key, held[key], key in names, size), key)
        for key, count in t.counts.items()
    ]
    strongest = sorted(weights, key=lambda w: (-w[0], w[1]))[:_STRONGEST]
    length = math.sqrt(math.fsum(w * w for w, _ in strongest)) or 1.0
    return [(key, w / length) for w, key in strongest if key in rare]


def _packed(rows: Sequence[list[tuple[str, float]]], columns: dict[str, int]) -> Vectors:
    sizes = [len(row) for row in rows]
    return Vectors(
        starts=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        columns=np.array([columns[key] for row in rows for key, _ in row], np.int64),
        weights=np.array([w for row in rows for _, w in row], np.float64),
        width=len(columns),
    )
