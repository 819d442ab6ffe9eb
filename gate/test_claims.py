"""Attribution on the sample pair read by hand and on articles annotated by others."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from dateline.claims.read import claims_of
from dateline.model import Report
from dateline.text import analyse
from gate.floors import data, floors

PAIR, POLNEAR = floors("claims_pair"), floors("polnear")
AT_MOST = {"wrong_sources", "plain_wrong_sources", "null_sources"}


def predict(text: str, name: str, folder: Path) -> Path:
    """Write the claims of a text as ``dateline claims --json`` prints them."""
    path = folder / f"{name}.jsonl"
    found = claims_of(analyse(Report(name, text)))
    path.write_text("".join(json.dumps(asdict(c)) + "\n" for c in found), "utf-8")
    return path


def scored(scorer: Path, *arguments: str | Path) -> str:
    """What the scorer that lies beside the data prints."""
    command = [sys.executable, str(scorer), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def numbers(pattern: str, printed: str) -> list[float]:
    match = re.search(pattern, printed)
    assert match, printed
    return [float(x) for x in match.groups()]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    seeds = data("gold_claims").parents[1] / "seeds"
    folder = tmp_path_factory.mktemp("pair")
    files = [
        predict((seeds / f"{name}.txt").open(newline="").read(), name, folder)
        for name in ("newspaper", "reuters")
    ]
    printed = scored(data("gold_claims", "score.py"), *files)
    p, r = numbers(r"attributed: P ([\d.]+) R ([\d.]+)", printed)
    null, wrong = numbers(r"'null': (\d+), 'wrong': (\d+)", printed)
    told, found = numbers(r"narrator: P ([\d.]+) R ([\d.]+)", printed)
    return {
        "precision": p,
        "recall": r,
        "null_sources": null,
        "wrong_sources": wrong,
        "narration_precision": told,
        "narration_recall": found,
    }


@pytest.fixture(scope="module")
def polnear(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("polnear")
    for path in sorted(data("polnear", "dev", "text").glob("*.txt")):
        with path.open(newline="", encoding="utf-8") as file:
            predict(file.read(), path.stem, folder)
    printed = scored(data("polnear", "score.py"), "dev", folder)
    line = r"cue P [\d.]+ R [\d.]+ F1 ([\d.]+)   full P [\d.]+ R [\d.]+ F1 ([\d.]+)"
    cue, _, wrong = numbers(rf"all +{line}.*= ([\d.]+)", printed)
    source, content = numbers(r"source .*?F1 ([\d.]+) +content .*?F1 ([\d.]+)", printed)
    plain, full, plain_wrong = numbers(rf"plain +{line}.*= ([\d.]+)", printed)
    return {
        "cues": cue,
        "sources": source,
        "contents": content,
        "wrong_sources": wrong,
        "plain_cues": plain,
        "plain_full": full,
        "plain_wrong_sources": plain_wrong,
    }


def check(name: str, value: float, floor: float) -> None:
    reached = value <= floor if name in AT_MOST else value >= floor
    assert reached, f"{name}: {value:.3f}, floor {floor}"


@pytest.mark.parametrize("name", PAIR)
def test_the_sample_pair(name: str, pair: dict[str, float]) -> None:
    check(name, pair[name], PAIR[name])


@pytest.mark.parametrize("name", POLNEAR)
def test_articles_annotated_by_others(name: str, polnear: dict[str, float]) -> None:
    check(name, polnear[name], POLNEAR[name])
