"""Collation, renames, furniture and lineage against the pairs that were read by hand."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson
import pytest

from dateline import compare
from dateline.model import Report
from gate.floors import data, floors


def scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_versions", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def counts() -> Counter[Any]:
    folder = data("gold_versions")
    score = scorer(folder / "score.py")
    total: Counter[Any] = Counter()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text())
        found = compare(Report("a", gold["a"]["text"]), Report("b", gold["b"]["text"]))
        score.score(gold, orjson.loads(orjson.dumps(found)), total)
    return total


def measured(c: Counter[Any]) -> dict[str, float]:
    kinds = sorted({k[1] for k in c if isinstance(k, tuple)})
    per_kind = [2 * c["tp", k] / max(1, 2 * c["tp", k] + c["fp", k] + c["fn", k]) for k in kinds]
    precision, recall = c["lp_ok"] / c["lp"], c["lg_ok"] / c["lg"]
    return {
        "links_f1": 2 * precision * recall / (precision + recall),
        "kinds_exact": c["exact"] / c["rows"],
        "kinds_macro_f1": sum(per_kind) / len(per_kind),
        "renames_precision": c["rl"] / c["rp"],
        "renames_recall": c["rl"] / c["rg"],
        "renamed_recall": c["rrl"] / c["rrg"],
        "roles": c["furn_ok"] / c["furn"],
        "body_called_furniture": c["body_off"],
        "lineage_right": c["lin_ok"],
        "lineage_wrong_direction": c["lin_wrong"],
        "facts_found": c["fok"],
        "facts_invented": c["fp_"] - c["fok"],
    }


@pytest.mark.parametrize("name", sorted(floors("versions")))
def test_floor(name: str, counts: Counter[Any]) -> None:
    value, floor = measured(counts)[name], floors("versions")[name]
    at_most = name in {"body_called_furniture", "lineage_wrong_direction", "facts_invented"}
    assert value <= floor if at_most else value >= floor, f"{name}: {value:.3f}, floor {floor}"
