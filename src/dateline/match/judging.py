"""Proposed pairs, judged in parts: each part says all that it takes, so that any process may do it.

The pairs of a family lie together, so that a report is taken apart once or nearly so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dateline.match.background import Background
from dateline.match.jit import Ints
from dateline.match.pairs import Pairs
from dateline.match.profiles import Profile, profile
from dateline.match.relation import relate
from dateline.match.sketch import Sketches
from dateline.model import Relation, Report
from dateline.text import analyse

__all__ = ["AT_ONCE", "Part", "judged", "parts"]

AT_ONCE = 256  # pairs; up to a second of work if all are of different reports
_PROFILES = 1024

Text = tuple[Report, bytes]


@dataclass(frozen=True, slots=True)
class Part:
    """Pairs to judge, each with the share of either that the other has.

    ``texts`` holds for each number of a report the report and those of its 5-gram keys that are
    stock, as bytes; ``least`` is the containment from which a pair is listed whatever it is.
    """

    pairs: list[tuple[int, int, float, float]]
    texts: dict[int, Text]
    least: float


def parts(
    pairs: Pairs,
    reports: Sequence[Report],
    sketches: Sketches,
    background: Background,
    least: float,
) -> Iterator[Part]:
    """All pairs, those of a family one after the other."""
    order = families_together(pairs.a, pairs.b, len(reports))
    columns = (pairs.a, pairs.b, pairs.containment_ab, pairs.containment_ba)
    for start in range(0, len(order), AT_ONCE):
        some = order[start : start + AT_ONCE]
        rows = zip(*(column[some].tolist() for column in columns), strict=True)
        numbers = np.unique(np.concatenate((pairs.a[some], pairs.b[some]))).tolist()
        texts = {n: (reports[n], background.among(sketches[n]).tobytes()) for n in numbers}
        yield Part(list(rows), texts, least)


def families_together(a: Ints, b: Ints, reports: int) -> Ints:
    """An order of pairs (a, b) in which those lie together whose reports have the same first.

    The first of a report is the least number among it and its partners. Within a family the pairs
    of the report that has fewer partners lie together: where thousands are paired with a few, each
    of the thousands comes up once and the few are remembered.
    """
    first = np.arange(reports)
    np.minimum.at(first, a, b)
    np.minimum.at(first, b, a)
    partners = np.bincount(np.concatenate((a, b)), minlength=reports)
    fewer = np.where(partners[a] <= partners[b], a, b)
    return np.lexsort((a + b - fewer, fewer, np.minimum(first[a], first[b])))


def judged(part: Part) -> list[Relation]:
    """The relations to list."""
    return [
        found
        for a, b, in_b, in_a in part.pairs
        for found in [relate(_profile(part.texts[a]), _profile(part.texts[b]), in_b, in_a)]
        if max(in_a, in_b) >= part.least or found.relation != "quote"
    ]


@lru_cache(maxsize=_PROFILES)
def _profile(text: Text) -> Profile:
    report, stock = text
    return profile(analyse(report), Background(np.frombuffer(stock, np.uint64).copy()))
