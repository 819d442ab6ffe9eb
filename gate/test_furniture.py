"""Furniture, sentences and damage on real reports: pairs read by hand, and text nobody prepared."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from dateline.model import Report, Sentence
from dateline.text import analyse
from gate.floors import data

# The least that each measure must reach; a floor is raised when a change lifts the measure for
# good, and is never lowered to pass.
FLOORS = {
    "roles": 1.0,  # of 56 pieces of furniture, strictly the same role
    "furniture": 1.0,  # of the same, any role but body
    "body": 1.0,  # of 285 sentences of the body
    "sentences": 0.99,  # of 341 ranges, found exactly
    "sentences_precision": 0.99,  # of the ranges found, exactly those of a reader
}

# Where the title is hidden, the body must begin where it begins with the title known.
HEADS = {"docs_fakes": 0.97, "docs_newscluster": 0.99, "docs_article_bias": 1.0}

# Kinds of loss that whole text must not show; of each folder, at most so many reports.
LOSSES = ("quotation marks lost", "apostrophes lost", "commas lost")
WHOLE = {"docs_newscluster": 0, "docs_article_bias": 0, "docs_ecbplus": 0}


def overlap(gold: dict[str, Any], found: Sentence) -> int:
    return int(min(gold["end"], found.end) - max(gold["start"], found.start))


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    count: Counter[str] = Counter()
    for path in sorted(data("gold_versions").glob("*.json")):
        gold = json.loads(path.read_text())
        for side in "ab":
            compare(gold["sentences_" + side], gold[side]["text"], count)
    return {
        "roles": count["furniture right"] / count["furniture"],
        "furniture": count["furniture seen"] / count["furniture"],
        "body": count["body right"] / count["body"],
        "sentences": count["exact"] / (count["furniture"] + count["body"]),
        "sentences_precision": count["exact"] / count["found"],
    }


def compare(gold: list[dict[str, Any]], text: str, count: Counter[str]) -> None:
    found = analyse(Report("x", text)).sentences
    for sentence in gold:
        best = max(found, key=lambda f: overlap(sentence, f))
        kind = "body" if sentence["role"] == "body" else "furniture"
        count[kind] += 1
        count[f"{kind} right"] += best.role == sentence["role"]
        count[f"{kind} seen"] += best.role != "body"
    count["found"] += len(found)
    count["exact"] += len(
        {(s["start"], s["end"]) for s in gold} & {(f.start, f.end) for f in found}
    )


@pytest.mark.parametrize("name", FLOORS)
def test_floor(name: str, measured: dict[str, float]) -> None:
    assert measured[name] >= FLOORS[name], f"{name}: {measured[name]:.3f}, floor {FLOORS[name]}"


def reports(name: str) -> Iterator[Report]:
    with data("gold_copies", f"{name}.jsonl").open() as lines:
        for line in lines:
            record = json.loads(line)
            yield Report(str(record["id"]), record["text"], title=record.get("title") or "")


def body_start(report: Report) -> int:
    return next((s.start for s in analyse(report).body), len(report.text))


@pytest.mark.parametrize("name", HEADS)
def test_heads_without_the_title(name: str) -> None:
    titled = [r for r in reports(name) if r.title]
    same = sum(body_start(r) == body_start(Report(r.id, r.text)) for r in titled)
    assert same >= HEADS[name] * len(titled), f"{same} of {len(titled)}, floor {HEADS[name]}"


@pytest.mark.parametrize("name", WHOLE)
def test_whole_text_is_not_called_damaged(name: str) -> None:
    wrong = [r.id for r in reports(name) if any(d.kind in LOSSES for d in analyse(r).damage)]
    assert len(wrong) <= WHOLE[name], wrong
