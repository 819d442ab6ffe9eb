"""Every pair by its definition, by another program than the one that is measured.

Plain words (``\\w+`` of the lower-cased text), sets of 5-grams, containment = common 5-grams over
those of the smaller document. Simple rather than fast, numpy only: n-grams that few documents have
propose pairs; a document that could have a partner without sharing one of these is compared with
everybody; what is proposed is counted in full.
"""

from __future__ import annotations

import json
import re
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]

_WORD = re.compile(r"\w+")
_WIDTH = 5
_FEW = 64
_FACTORS = np.random.default_rng(5).integers(1, 1 << 63, _WIDTH, dtype=np.uint64) * 2 + 1


def gram_sets(path: Path, reports: int) -> list[Keys]:
    """The hashed 5-grams of each of the first reports of a JSONL file."""
    numbers: dict[str, int] = {}
    scattered = np.random.default_rng(6).integers(0, 1 << 63, 1 << 22, dtype=np.uint64)
    sets = []
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, reports):
            words = _WORD.findall(json.loads(line)["text"].lower())
            ids = np.fromiter((numbers.setdefault(w, len(numbers)) for w in words), np.int64)
            hashes = scattered[ids]
            count = max(0, len(ids) - _WIDTH + 1)
            grams = np.zeros(count, dtype=np.uint64)
            for i, factor in enumerate(_FACTORS):
                grams += hashes[i : i + count] * factor
            sets.append(np.unique(grams))
    return sets


def pairs(sets: list[Keys], share: float) -> NDArray[np.float64]:
    """Rows (a, b, containment, Jaccard) of every pair of at least this containment."""
    sizes = np.array([len(one) for one in sets])
    keys = np.concatenate(sets)
    order = np.argsort(keys)
    documents = np.repeat(np.arange(len(sets)), sizes)[order]
    edges = np.flatnonzero(np.r_[True, np.diff(keys[order]) != 0, True])
    lengths = np.diff(edges)
    proposed = _by_few(documents, edges[:-1], lengths, len(sets))
    frequent = np.bincount(documents[np.repeat(lengths > _FEW, lengths)], minlength=len(sets))
    heavy = np.flatnonzero((sizes > 0) & (frequent >= share * sizes))
    spans = _spans(keys[order][edges[:-1]], edges, [sets[x] for x in heavy])
    rows = [_by_all(sets, x, documents, spans, sizes, share) for x in heavy.tolist()]
    rows.append(_verified(sets, proposed, sizes, share))
    found = np.concatenate(rows)
    _, first = np.unique(found[:, 0] * len(sets) + found[:, 1], return_index=True)
    return found[first]


def _by_few(documents: Ints, begins: Ints, lengths: Ints, count: int) -> Ints:
    """Pairs, as ``a * count + b``, of the documents of n-grams that few have."""
    found = [np.empty(0, dtype=np.int64)]
    for length in range(2, _FEW + 1):
        rows = documents[begins[lengths == length, None] + np.arange(length)]
        rows.sort(axis=1)
        left, right = np.triu_indices(length, 1)
        for part in np.array_split(rows, 1 + rows.size * length // 20_000_000):
            found.append(np.unique(part[:, left] * count + part[:, right]))
    return np.unique(np.concatenate(found))


def _spans(values: Keys, edges: Ints, sets: list[Keys]) -> dict[int, tuple[int, int]]:
    """Where each n-gram of these sets stands among all."""
    if not sets:
        return {}
    wanted = np.unique(np.concatenate(sets))
    places = np.searchsorted(values, wanted)
    ends = zip(edges[places].tolist(), edges[places + 1].tolist(), strict=True)
    return dict(zip(wanted.tolist(), ends, strict=True))


def _by_all(
    sets: list[Keys],
    x: int,
    documents: Ints,
    spans: dict[int, tuple[int, int]],
    sizes: Ints,
    share: float,
) -> NDArray[np.float64]:
    """All pairs of one document, counted n-gram by n-gram."""
    met = [documents[slice(*spans[key])] for key in sets[x].tolist()]
    common = np.bincount(np.concatenate(met), minlength=len(sets))
    common[x] = 0
    smaller = np.minimum(sizes, sizes[x])
    others = np.flatnonzero((common > 0) & (common >= share * smaller - 1e-9))
    a, b = np.minimum(x, others), np.maximum(x, others)
    return _rows(a, b, common[others], sizes, share)


def _verified(sets: list[Keys], proposed: Ints, sizes: Ints, share: float) -> NDArray[np.float64]:
    a, b = np.divmod(proposed, len(sets))
    common = [
        len(np.intersect1d(sets[i], sets[j], assume_unique=True))
        for i, j in zip(a.tolist(), b.tolist(), strict=True)
    ]
    return _rows(a, b, np.array(common, dtype=np.int64), sizes, share)


def _rows(a: Ints, b: Ints, common: Ints, sizes: Ints, share: float) -> NDArray[np.float64]:
    containment = common / np.minimum(sizes[a], sizes[b])
    jaccard = common / (sizes[a] + sizes[b] - common)
    kept = containment >= share
    return np.column_stack([a, b, containment, jaccard])[kept]
