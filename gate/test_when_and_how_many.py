"""Dates and numbers of the sample reports' claims, against their known truth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dateline.claims.dates import Today, whens_in
from dateline.claims.numbers import numbers_in
from dateline.samples import truth
from gate.floors import floors

TRUTH = truth()
PUBLISHED = {"ebbtide": date(2019, 4, 13), "idwan-courier-2": date(2019, 4, 10)}
DAY = date(2019, 4, 11)


def contents() -> Iterator[tuple[dict[str, Any], str, list[str]]]:
    """Each claim with each form of its words, and the reports that have them."""
    for claim in TRUTH["claims"]:
        for words in claim["words"]:
            yield claim, words["content"], words["in"]


def numbers() -> Iterator[bool]:
    for claim, words, reports in contents():
        found = [(n.value, n.low, n.high) for n in numbers_in(words, 0, len(words))]
        for known in claim["numbers"]:
            if set(known.get("in", reports)) & set(reports):
                yield (known["value"], known["low"], known["high"]) in found


def days() -> Iterator[bool]:
    """The event dates whose words stand in the content."""
    for claim, words, reports in contents():
        known = claim["event"]
        if known and known["text"] and known["text"] in words:
            today = Today(PUBLISHED.get(reports[0], DAY), "the report’s date")
            found = [(w.start, w.end) for w in whens_in(words, 0, len(words), today)]
            yield (known["start"], known["end"]) in found


def share(found: Iterator[bool]) -> float:
    every = list(found)
    return sum(every) / len(every)


@pytest.mark.parametrize(("name", "measure"), [("numbers", numbers), ("days", days)])
def test_floor(name: str, measure: Any) -> None:
    value, floor = share(measure()), floors("when_and_how_many")[name]
    assert value >= floor, f"{name}: {value:.3f}, floor {floor}"
