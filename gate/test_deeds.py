"""Deeds of FA-KES reports, listed by reading before the rules were run on them.

``deeds.json`` gives for each report the offsets of the words that tell a deed, and the deed; ``|``
stands between deeds that are both right, ``?`` where either way is. The rules were mended after
the first half (``mended``); the second was read after that.
"""

from __future__ import annotations

import json
from functools import cache

import pytest

from dateline.claims.actors import actors_of
from dateline.claims.deeds import happenings_of
from dateline.claims.places import places_of
from dateline.model import Report
from dateline.text import analyse
from gate.floors import ROOT, data, floors

GOLD = json.loads((ROOT / "gate/deeds.json").read_text())


@cache
def reports() -> dict[str, Report]:
    lines = data("gold_copies", "docs_fakes.jsonl").read_text().splitlines()
    rows = [json.loads(line) for line in lines]
    return {r["id"]: Report(r["id"], r["text"], r["title"]) for r in reversed(rows)}


def found(report: Report) -> dict[int, str]:
    parts = analyse(report)
    told = happenings_of(parts, actors_of(parts), places_of(parts))
    return {h.words.start: h.deed for h in told}


@cache
def measured(half: str) -> dict[str, float]:
    right = wrong = missed = 0
    for ident, rows in GOLD[half].items():
        gold = {start: deed.split("|") for start, deed in rows if deed != "?"}
        either = {start for start, deed in rows if deed == "?"}
        told = {s: d for s, d in found(reports()[ident]).items() if s not in either}
        hits = sum(deed in gold.get(start, ()) for start, deed in told.items())
        right, wrong = right + hits, wrong + len(told) - hits
        missed += len(gold) - hits
    return {"precision": right / (right + wrong), "recall": right / (right + missed)}


@pytest.mark.parametrize(
    ("half", "name"), [(h, n) for h in GOLD for n in sorted(floors("deeds")[h])]
)
def test_floor(half: str, name: str) -> None:
    value, floor = measured(half)[name], floors("deeds")[half][name]
    assert value >= floor, f"{half} {name}: {value:.3f}, floor {floor}"
