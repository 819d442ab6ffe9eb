"""The pairs of versions that collation is timed on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from dateline.model import Report
from dateline.read import read_reports
from dateline.samples import folder

Pair = tuple[Report, Report]


def pairs(data: Path) -> list[Pair]:
    """The pairs of the gold and of the FA-KES families, or of the samples where they are absent."""
    if not (data / "gold_versions").is_dir():
        return list(_samples())
    return [*_gold(data / "gold_versions"), *_families(data / "gold_copies")]


def _gold(path: Path) -> Iterator[Pair]:
    for file in sorted(path.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        yield Report("a", gold["a"]["text"]), Report("b", gold["b"]["text"])


def _families(path: Path) -> Iterator[Pair]:
    reports: dict[str, Report] = {}
    for record in _lines(path / "docs_fakes.jsonl"):
        reports.setdefault(str(record["id"]), Report(str(record["id"]), str(record["text"])))
    for record in _lines(path / "clusters_fakes.jsonl"):
        known = [reports[i] for i in record["ids"] if i in reports]  # type: ignore[attr-defined]
        yield from combinations(known, 2)


def _lines(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _samples() -> Iterator[Pair]:
    yield from combinations(sorted(read_reports([folder()]), key=lambda r: r.id), 2)
