"""Merged claims of the sample reports against their known truth: who has them, on whose word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from dateline import read
from dateline.claims.merge.wording import Words
from dateline.model import Statement
from dateline.run.statements import merged
from dateline.samples import folder, truth
from dateline.text import tokenize
from gate.floors import floors

TRUTH = truth()


@cache
def statements() -> tuple[Statement, ...]:
    return tuple(merged(read(folder()))[0])


def called(report: str) -> str:
    """A report's name in the truth."""
    stem = report.rsplit("/", 1)[-1].split(".")[0]
    files = {str(r["file"]).split(".")[0]: str(i) for i, r in TRUTH["reports"].items()}
    return stem if stem in TRUTH["reports"] else files[stem]


def words(text: str) -> Words:
    return frozenset(tokenize(text).keys)


def matched() -> Iterator[tuple[dict[str, Any], Statement | None]]:
    """Each attributed claim of the truth with the statement that has its words."""
    for claim in TRUTH["claims"]:
        if claim["kind"] == "attributed":
            yield claim, max(statements(), key=lambda s: near(claim, s), default=None)


def near(claim: dict[str, Any], s: Statement) -> float:
    """How alike a statement's words are to the claim's in a report that has it."""
    wanted = {r: words(w["content"]) for w in claim["words"] for r in w["in"]}
    shares = [
        len(wanted[r] & have) / len(wanted[r] | have)
        for a in s.appearances
        if (r := called(a.report)) in wanted and (have := words(a.words.text))
    ]
    return max(shares, default=0.0) if s.attributed else 0.0


def measured() -> dict[str, float]:
    pairs = [(c, s) for c, s in matched() if s and near(c, s) >= 0.6]
    every = sum(c["kind"] == "attributed" for c in TRUTH["claims"])
    ranges = sum(range_of(c) == (s.sources.at_least, s.sources.at_most) for c, s in pairs)
    holding = sum(holds(s, *range_of(c)) for c, s in pairs)
    lacking = sum({called(x.report) for x in s.lacking} == set(c["not_in"]) for c, s in pairs)
    return {
        "found": len(pairs) / every,
        "ranges_exact": ranges / len(pairs),
        "ranges_hold": holding / len(pairs),
        "lacking_exact": lacking / len(pairs),
    }


def range_of(claim: dict[str, Any]) -> tuple[int, int | None]:
    known = claim["originating_sources"]
    return known["at_least"], known["at_most"]


def holds(s: Statement, least: int, most: int | None) -> bool:
    """Whether a found range is no narrower than what can be known."""
    high = s.sources.at_most
    return s.sources.at_least <= least and (high is None or (most is not None and high >= most))


@pytest.mark.parametrize("name", sorted(floors("statements")))
def test_floor(name: str) -> None:
    value, floor = measured()[name], floors("statements")[name]
    assert value >= floor, f"{name}: {value:.3f}, floor {floor}"
