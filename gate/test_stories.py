"""Stories against the events of news_cluster: B-cubed over reports (Bagga and Baldwin 1998)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

import pytest

from dateline.claims.stories import stories
from dateline.match import dispatches, relations
from dateline.model import Report
from dateline.text import analyse
from gate.floors import data, floors


def b_cubed(groups: Iterable[Iterable[str]], event: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall: over all reports, how pure is its group, how whole its event."""
    sizes = Counter(event.values())
    precision = recall = 0.0
    for group in groups:
        members = Counter(event[report] for report in group)
        for name, count in members.items():
            precision += count * count / members.total()
            recall += count * count / sizes[name]
    return precision / len(event), recall / len(event)


@cache
def measured() -> dict[str, float]:
    lines = data("gold_copies", "docs_newscluster.jsonl").read_text().splitlines()
    rows = [json.loads(line) for line in lines]
    reports = [
        Report(r["id"], r["text"], title=r["title"], outlet=r["outlet"], date=r["date"])
        for r in rows
    ]
    taken_apart = {r.id: analyse(r) for r in reports}
    families = dispatches([r.id for r in reports], relations(reports, every_pair=False))
    found = stories(families, taken_apart.__getitem__)
    precision, recall = b_cubed((s.reports for s in found), {r["id"]: r["event"] for r in rows})
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": precision, "recall": recall, "b_cubed_f1": f1}


@pytest.mark.parametrize("name", sorted(floors("stories")))
def test_floor(name: str) -> None:
    value, floor = measured()[name], floors("stories")[name]
    assert value >= floor, f"{name}: {value:.3f}, floor {floor}"
